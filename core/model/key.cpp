#include "core/model/key.h"

#include <fmt/format.h>

#include <algorithm>

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
