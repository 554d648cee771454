#include "core/model/key.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/model/fact_kind.h"

namespace core {
namespace {

constexpr std::size_t kLongest = 200;  // bytes; about sixty Chinese characters

struct Range {
  char32_t first;
  char32_t last;
};

// What nobody sees: controls, soft hyphen, zero-width and direction marks, line separators.
constexpr Range kInvisible[] = {{0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD},
                                {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
                                {0xFEFF, 0xFEFF}, {0xFFFD, 0xFFFD}};

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool shows_all(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t each = next_code_point(text, at);
    for (const auto& [first, last] : kInvisible)
      if (each >= first && each <= last) return false;
  }
  return true;
}

void fold_field(Fact& fact, Subject::Kind kind, std::string_view name, const State& state) {
  const Value* value = fact.fields.find(name);
  const std::string* typed = value ? value->text() : nullptr;
  if (!typed || is_plain(*typed)) return;
  std::string kept = kept_key(kind, *typed, state);
  if (kept != *typed) fact.fields.set(std::string(name), std::move(kept));
}

/// An ID number with its checksum and a birth date of somebody grown up: no number of a case.
bool is_identity_number(std::string_view text, Date today) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  if (text.size() != 18) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    sum += (text[i] - '0') * kWeights[i];
  }
  const char check = std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)];
  if (text[17] != check && !(check == 'X' && text[17] == 'x')) return false;
  const auto part = [text](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(from, count)) value = value * 10 + (c - '0');
    return value;
  };
  const std::optional<Date> birth = make_date(part(6, 4), part(10, 2), part(12, 2));
  return birth && part(6, 4) >= 1900 && *birth < today - 18 * 366;
}

/// Eleven digits by themselves that are a mobile's.
bool has_mobile(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end - at == 11 && text[at] == '1' && text[at + 1] >= '3') return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

std::string plain_case_number(std::string_view typed) {
  return is_plain(typed) ? std::string(typed) : fold_width(typed);
}

std::string kept_key(Subject::Kind kind, std::string_view typed, const State& state) {
  if (is_plain(typed) || is_known_key(kind, typed, state)) return std::string(typed);
  return kind == Subject::Kind::Case ? plain_case_number(typed) : std::string(trim(typed));
}

std::string key_problem(std::string_view key) {
  if (trim(key).empty()) return "编号不能为空白";
  if (key.size() > kLongest) return "编号过长";
  if (is_plain(key)) return {};
  if (!shows_all(key)) return "编号中有看不见的字符（换行、控制符或零宽字符）";
  return trim(key) == key ? "" : "编号前后不能有空白";
}

std::string personal_number_problem(std::string_view number, Date today) {
  if (is_identity_number(number, today)) return "像身份证号，不能作编号";
  return has_mobile(number) ? "像手机号，不能作编号" : "";
}

void fold_keys(Fact& fact, const State& state) {
  fold_field(fact, Subject::Kind::Case, "case", state);
  const KindSpec* kind = find_kind(fact.kind);
  if (kind && !kind->key.empty() && kind->subject != Subject::Kind::Case)
    fold_field(fact, kind->subject, kind->key, state);
}

bool is_known_key(Subject::Kind kind, std::string_view key, const State& state) {
  switch (kind) {
    case Subject::Kind::Unit:
      return state.find_unit(key).known();
    case Subject::Kind::Official:
      return state.find_official(key).known();
    case Subject::Kind::Case:
      return state.find_case(key).known();
    case Subject::Kind::Filing:  // named after the measure they are about, which is looked up
    case Subject::Kind::Other:
      return true;
    case Subject::Kind::County:
      return false;
    default:
      return state.find_measure(kind, key).known();
  }
}

}  // namespace core
