#include "core/intake/masking/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/intake/masking/surnames.h"
#include "core/intake/masking/text_points.h"

namespace core::intake {
namespace {

constexpr std::u32string_view kNothing[] = {U"无", U"-", U"—", U"/", U"不详", U"空", U"匿名信"};

constexpr std::u32string_view kOrganisationWords[] = {
    U"公司", U"集团",   U"企业", U"工厂", U"厂",     U"村委",   U"居委", U"委员会", U"业主",
    U"全体", U"村民",   U"居民", U"小组", U"合作社", U"学校",   U"中学", U"小学",   U"大学",
    U"医院", U"协会",   U"职工", U"员工", U"工人",   U"农民工", U"群众", U"住户",   U"商户",
    U"家长", U"集体",   U"部分", U"市民", U"网民",   U"教师",   U"司机", U"用户",   U"社区",
    U"中心", U"事务所", U"超市", U"商会", U"银行",   U"农场",   U"林场", U"煤矿",   U"匿名"};

constexpr std::u32string_view kHonorifics[] = {U"先生", U"女士", U"同志", U"老师", U"小姐"};

/// After these words a person's name may follow inside an organisation's.
constexpr std::u32string_view kRepresentatives[] = {U"代表人", U"代表", U"负责人",
                                                    U"经理",   U"法人", U":"};

bool contains_any(std::u32string_view text, const auto& words) {
  return std::any_of(std::begin(words), std::end(words), [text](std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
  });
}

bool is_blank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x3000; }

bool is_separator(char32_t c) {
  return c == U'、' || c == U'，' || c == ',' || c == ';' || c == U'；' || c == '/' || c == '|' ||
         c == U'。' || c == U'&' || c == '+';
}

bool is_masked_already(std::u32string_view name) {
  return name.find_first_of(U"某*×○＊") != std::u32string_view::npos;
}

bool is_organisation(std::u32string_view text) {
  if (!contains_any(text, kOrganisationWords)) return false;
  return text.size() > 3 || surname_length(text) == 0;
}

std::u32string without_parentheses(std::u32string_view text) {
  std::u32string out;
  int depth = 0;
  for (const char32_t c : text) {
    if (c == '(' || c == '[' || c == U'【') ++depth;
    if (depth == 0) out += c;
    if (depth > 0 && (c == ')' || c == ']' || c == U'】')) --depth;
  }
  return out;
}

std::u32string_view trimmed(std::u32string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// `等12人`, `等人`, `等12户`, `等`: cut off; the number, or 0 when it says none.
std::int64_t cut_and_others(std::u32string& text) {
  const std::size_t at = text.rfind(U'等');
  if (at == std::u32string::npos || at == 0) return 0;
  std::u32string_view rest = trimmed(std::u32string_view(text).substr(at + 1));
  std::int64_t count = 0;
  std::size_t digits = 0;
  for (; digits < rest.size() && is_digit(rest[digits]) && digits < 7; ++digits)
    count = count * 10 + static_cast<std::int64_t>(rest[digits] - '0');
  rest = trimmed(rest.substr(digits));
  while (!rest.empty() &&
         std::u32string_view(U"一二三四五六七八九十百千余多几数").find(rest.front()) !=
             std::u32string_view::npos)
    rest.remove_prefix(1);
  constexpr std::array<std::u32string_view, 8> kEnds = {U"",   U"人",   U"名",   U"户",
                                                        U"位", U"群众", U"村民", U"名群众"};
  if (std::find(kEnds.begin(), kEnds.end(), rest) == kEnds.end()) return 0;
  text.erase(at);
  return count;
}

/// Splits at separators and blanks; `张 三` stays one name.
std::vector<std::u32string> split_names(std::u32string_view text) {
  std::vector<std::u32string> names;
  std::u32string piece;
  bool after_blank = false;
  const auto finish = [&](bool blank) {
    if (piece.empty()) return;
    const bool belongs =
        after_blank && !names.empty() && piece.size() == 1 && names.back().size() == 1;
    if (belongs) {
      names.back() += piece;
    } else {
      names.push_back(piece);
    }
    piece.clear();
    after_blank = blank;
  };
  for (const char32_t c : text) {
    if (is_separator(c)) {
      finish(false);
      after_blank = false;
    } else if (is_blank(c)) {
      finish(true);
    } else {
      piece += c;
    }
  }
  finish(false);
  return names;
}

std::u32string plain_name(std::u32string_view piece) {
  while (!piece.empty() && (is_digit(piece.back()) || piece.back() == '-' || piece.back() == ':'))
    piece.remove_suffix(1);
  for (const std::u32string_view word : kHonorifics)
    if (piece.size() > word.size() && piece.substr(piece.size() - word.size()) == word)
      piece.remove_suffix(word.size());
  return std::u32string(piece);
}

std::string masked(std::u32string_view name) {
  const std::size_t surname = std::max<std::size_t>(surname_length(name), 1);
  return utf8_of(name.substr(0, surname)) + "某";
}

/// The organisation's name with a representative's name in it masked.
std::string organisation(std::u32string_view text, std::vector<PersonName>& names) {
  for (const std::u32string_view word : kRepresentatives) {
    const std::size_t at = text.rfind(word);
    if (at == std::u32string_view::npos) continue;
    const std::u32string_view name = text.substr(at + word.size());
    if (name.size() < 2 || name.size() > 4 || surname_length(name) == 0) continue;
    names.push_back({utf8_of(name), masked(name)});
    return utf8_of(text.substr(0, at + word.size())) + masked(name);
  }
  return utf8_of(text);
}

std::string first_shown(std::u32string_view piece, std::vector<PersonName>& names) {
  if (is_organisation(piece)) return organisation(piece, names);
  const std::u32string name = plain_name(piece);
  if (name.empty()) return {};
  if (name.size() > 1 && !is_masked_already(name)) names.push_back({utf8_of(name), masked(name)});
  return masked(name);
}

/// The usual cell, one person's name and nothing else, without splitting and searching.
bool mask_plain_name(std::string_view cell, std::int64_t people, MaskedPetitioner& out) {
  char32_t name[4] = {};
  std::size_t count = 0;
  for (std::size_t at = 0; at < cell.size();) {
    if (count == 4) return false;
    name[count] = next_code_point(cell, at);
    if (!is_han(name[count])) return false;
    ++count;
  }
  const std::u32string_view text(name, count);
  const std::size_t surname = count < 2 ? 0 : surname_length(text);
  if (surname == 0 || count <= surname || count > surname + 2) return false;
  if (count == 4 && is_organisation(text)) return false;
  if (text.find_first_of(U"某等和") != std::u32string_view::npos) return false;
  std::string shown(cell.substr(0, surname * 3));
  shown += "某";
  out.names.push_back({std::string(cell), shown});
  out.shown = std::move(shown);
  if (people > 1) out.shown += fmt::format("等{}人", people);
  return true;
}

}  // namespace

std::string mask_name(std::string_view name) {
  TextPoints points;
  points.assign(trim(name));
  return points.size() == 0 ? std::string() : masked(points.view());
}

std::string_view surname_in(std::string_view masked) {
  const std::size_t at = masked.find("某");
  constexpr std::size_t kCompoundBytes = 6;
  return at == std::string_view::npos || at > kCompoundBytes ? std::string_view()
                                                             : masked.substr(0, at);
}

MaskedPetitioner mask_petitioner(std::string_view cell, std::int64_t people) {
  MaskedPetitioner out;
  if (mask_plain_name(trim(cell), people, out)) return out;
  TextPoints points;
  points.assign(trim(cell));
  std::u32string text = without_parentheses(points.view());
  if (std::find(std::begin(kNothing), std::end(kNothing), trimmed(text)) != std::end(kNothing))
    return out;
  std::int64_t count = cut_and_others(text);
  std::vector<std::u32string> pieces = split_names(text);
  std::erase_if(pieces, [](const std::u32string& piece) { return plain_name(piece).empty(); });
  for (const std::u32string& piece : pieces) {
    const std::string shown = first_shown(piece, out.names);
    if (out.shown.empty()) out.shown = shown;
  }
  if (out.shown.empty()) return out;
  if (count == 0) count = std::max(people, static_cast<std::int64_t>(pieces.size()));
  const bool alone = pieces.size() == 1 && is_organisation(pieces.front());
  if (count > 1 && !alone) out.shown += fmt::format("等{}人", count);
  return out;
}

}  // namespace core::intake
