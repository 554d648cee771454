#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

#include "core/base/date.h"
#include "core/intake/masking/cuts.h"

namespace core::intake {
namespace {

/// Digits without anything between them; `X` may end one.
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
};

constexpr std::size_t kShortest = 7;

bool is_joint(char32_t c) {
  return c == ' ' || c == '-' || c == U'–' || c == U'—' || c == U'·' || c == '.' || c == U'－' ||
         c == ')' || c == '(' || c == U'‑';
}

bool is_check_letter(const TextPoints& text, std::size_t at) {
  return (text.at(at) | 0x20) == 'x' && !is_letter(text.at(at + 1)) && !is_digit(text.at(at + 1));
}

/// The groups from `from` on that one joint each keeps together; a mobile has at most eleven.
std::vector<Group> groups_from(const TextPoints& text, std::size_t from) {
  std::vector<Group> groups;
  std::size_t at = from;
  while (groups.size() < 11) {
    Group group{at, at};
    while (is_digit(text.at(group.end))) ++group.end;
    if (group.end == group.begin) break;
    if (group.end - group.begin <= 17 && is_check_letter(text, group.end)) ++group.end;
    groups.push_back(group);
    at = group.end;
    std::size_t joints = 0;
    while (joints < 2 && is_joint(text.at(at))) ++at, ++joints;
    if (joints == 0) break;
  }
  return groups;
}

std::string digits_of(const TextPoints& text, const std::vector<Group>& groups, std::size_t count) {
  std::string digits;
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t at = groups[i].begin; at < groups[i].end; ++at)
      digits += static_cast<char>(text.at(at) > '9' ? U'X' : text.at(at));
  return digits;
}

int number_in(std::string_view digits, std::size_t from, std::size_t count) {
  int value = 0;
  for (const char c : digits.substr(from, count)) value = value * 10 + (c - '0');
  return value;
}

bool has_birth_date(std::string_view digits) {
  const bool long_form = digits.size() == 18;
  const int year = long_form ? number_in(digits, 6, 4) : 1900 + number_in(digits, 6, 2);
  const std::size_t month = long_form ? 10 : 8;
  return year >= 1900 && year <= 2100 &&
         make_date(year, number_in(digits, month, 2), number_in(digits, month + 2, 2)).has_value();
}

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && digits[1] <= '9';
}

std::string_view without_country_code(std::string_view digits) {
  if (digits.size() == 15 && digits.substr(0, 4) == "0086") return digits.substr(4);
  if (digits.size() == 13 && digits.substr(0, 2) == "86") return digits.substr(2);
  return digits;
}

bool is_land_line(std::string_view digits) {
  return digits[0] == '0' && digits.size() >= 10 && digits.size() <= 12 && digits[1] != '0';
}

bool is_service_line(std::string_view digits) {
  return digits.size() == 10 && (digits.substr(0, 3) == "400" || digits.substr(0, 3) == "800");
}

/// What digits that stand together are; nothing for an ordinary number.
std::optional<Personal> kind_of(std::string_view digits) {
  if (is_mobile(without_country_code(digits)) || is_land_line(digits)) return Personal::Phone;
  if (digits.size() == 18 || (digits.size() == 15 && has_birth_date(digits))) return Personal::Id;
  if (digits.size() < 15 || digits.back() == 'X') return std::nullopt;
  return Personal::Account;
}

/// Whether the number says how much or how many of something.
bool counts(const TextPoints& text, std::size_t at) {
  return std::u32string_view(U"元万亿亩平米户人吨年").find(text.at(at)) !=
             std::u32string_view::npos &&
         at < text.size();
}

/// The same for digits in several groups: dates and sums stand beside each other too, so only
/// numbers of a well-known shape count.
std::optional<Personal> kind_of_joined(const TextPoints& text, std::string_view digits,
                                       const std::vector<Group>& groups, std::size_t count) {
  const auto length = [&groups](std::size_t i) { return groups[i].end - groups[i].begin; };
  const bool in_fours = count >= 4 && length(0) == 4 && length(1) == 4 && length(2) == 4;
  // `13812 345678`, but not 13812.345678 and no sums beside each other.
  const bool parted = text.at(groups[0].end) != '.' && !counts(text, groups[count - 1].end);
  if (is_mobile(without_country_code(digits)) && (length(0) <= 4 || parted)) return Personal::Phone;
  const bool area_code = (length(0) == 3 || length(0) == 4) && is_land_line(digits);
  const bool split = count == 3 && length(1) >= 3 && length(2) >= 3 && parted;
  if (area_code && ((count == 2 && length(1) >= 7) || split)) return Personal::Phone;
  if (is_service_line(digits)) return Personal::Phone;
  if ((digits.size() == 18 || digits.size() == 15) && has_birth_date(digits)) return Personal::Id;
  if (in_fours && digits.size() >= 16 && digits.size() <= 19) return Personal::Account;
  return std::nullopt;
}

bool follows(const TextPoints& text, std::size_t at, std::span<const std::u32string_view> words) {
  while (at > 0 && (text.at(at - 1) == ':' || text.at(at - 1) == ' ' || text.at(at - 1) == U'为' ||
                    text.at(at - 1) == U'是'))
    --at;
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return at >= word.size() && text.has(at - word.size(), word);
  });
}

bool follows_telephone_word(const TextPoints& text, std::size_t at) {
  constexpr std::array<std::u32string_view, 7> kWords = {U"电话", U"座机", U"手机", U"联系方式",
                                                         U"号码", U"传真", U"热线"};
  return follows(text, at, kWords);
}

/// `护照E12345678`: the letters before the digits, where there are any, after such a word.
std::optional<std::size_t> passport_begin(const TextPoints& text, std::size_t at) {
  constexpr std::array<std::u32string_view, 14> kWords = {
      U"护照",   U"护照号", U"护照号码", U"通行证",     U"军官证",   U"残疾证", U"存折",
      U"存折号", U"社保卡", U"社保卡号", U"社保卡号码", U"医保卡号", U"卡号",   U"账号"};
  while (at > 0 && is_letter(text.at(at - 1))) --at;
  return follows(text, at, kWords) ? std::optional(at) : std::nullopt;
}

/// A number of seven or eight digits directly after a telephone's is another one.
bool follows_telephone(const TextPoints& text, std::size_t at, const Cuts& cuts) {
  if (cuts.empty() || cuts.back().kind != Personal::Phone || cuts.back().end >= at) return false;
  for (std::size_t between = cuts.back().end; between < at; ++between)
    if (std::u32string_view(U"、,，;；/或和及 ").find(text.at(between)) ==
        std::u32string_view::npos)
      return false;
  return true;
}

/// The longest stretch from the first group on that is a personal number.
std::optional<Cut> number_at(const TextPoints& text, std::size_t at, const IsCaseNumber& is_case,
                             const Cuts& cuts, std::size_t& passed) {
  const std::vector<Group> groups = groups_from(text, at);
  const std::string first = digits_of(text, groups, 1);
  passed = groups.front().end;
  if (first.size() >= 15 && is_case(first)) return std::nullopt;
  if (const auto kind = kind_of(first)) return Cut{at, groups.front().end, *kind};
  for (std::size_t count = groups.size(); count > 1; --count) {
    const std::string digits = digits_of(text, groups, count);
    const auto kind = kind_of_joined(text, digits, groups, count);
    if (kind && !is_case(digits)) return Cut{at, groups[count - 1].end, *kind};
  }
  if (first.size() < kShortest) return std::nullopt;
  if (const auto begin = passport_begin(text, at)) return Cut{*begin, passed, Personal::Id};
  if (first.size() > 12) return std::nullopt;
  const bool another = first.size() <= 8 && !counts(text, passed);
  if (follows_telephone_word(text, at) || (another && follows_telephone(text, at, cuts)))
    return Cut{at, groups.front().end, Personal::Phone};
  return std::nullopt;
}

/// `+86`, `(0818)`: what stands before the digits goes with them.
std::size_t begin_with_prefix(const TextPoints& text, std::size_t at) {
  if (at > 0 && (text.at(at - 1) == '+' || text.at(at - 1) == '(')) --at;
  return at;
}

/// `6543210转803`: the extension goes with the telephone.
std::size_t end_with_extension(const TextPoints& text, const Cut& cut) {
  std::size_t end = cut.end;
  while (text.at(end) == ' ' || text.at(end) == '-') ++end;
  if (cut.kind != Personal::Phone || text.at(end) != U'转') return cut.end;
  std::size_t digits = ++end;
  while (is_digit(text.at(digits)) && digits < end + 5) ++digits;
  return digits > end ? digits : cut.end;
}

}  // namespace

void find_numbers(const TextPoints& text, const IsCaseNumber& is_case, Cuts& cuts) {
  for (std::size_t at = 0; at < text.size();) {
    const bool starts = is_digit(text.at(at)) && (at == 0 || !is_letter(text.at(at - 1)));
    if (!is_digit(text.at(at))) {
      ++at;
      continue;
    }
    std::size_t passed = at + 1;
    const std::optional<Cut> cut = number_at(text, at, is_case, cuts, passed);
    // A letter before the digits makes them part of a code, unless they are long enough anyway.
    if (cut && (starts || cut->begin < at || cut->end - cut->begin >= 11)) {
      at = end_with_extension(text, *cut);
      cuts.push_back({begin_with_prefix(text, cut->begin), at, cut->kind});
    } else {
      at = passed;
    }
  }
}

}  // namespace core::intake
