#include <algorithm>
#include <array>
#include <optional>

#include "core/intake/masking/cuts.h"

namespace core::intake {
namespace {

constexpr std::u32string_view kChineseDigits = U"一二三四五六七八九十百零〇两";
constexpr std::u32string_view kClauseEnds = U"，。；;,!?！？\n\r、）)〕]】”\"（(【[";

bool is_number_character(char32_t c) {
  return is_digit(c) || kChineseDigits.find(c) != std::u32string_view::npos;
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

struct HomeWord {
  std::u32string_view text;
  bool sure = true;  // the others are said of other things too: a place with its name must follow
};

constexpr HomeWord kHomeWords[] = {{U"家庭住址"},      {U"家庭地址"},    {U"户籍地址"},
                                   {U"户籍所在地"},    {U"居住地址"},    {U"通讯地址"},
                                   {U"联系地址"},      {U"居住在"},      {U"居住于"},
                                   {U"家住"},          {U"现住"},        {U"住址"},
                                   {U"住所地"},        {U"住在"},        {U"户籍地", false},
                                   {U"户籍在", false}, {U"家在", false}, {U"本人住", false},
                                   {U"访人住", false}, {U"我住", false}, {U",住", false}};

/// 国家在, 专家在, 大家在 and the like say nothing of a home.
bool is_other_word(const TextPoints& text, std::size_t at, std::u32string_view word) {
  if (word == U"家在" && at > 0) {
    if (text.at(at - 1) == U'人') return at < 2 || !is_one_of(text.at(at - 2), U"本访");
    return is_one_of(text.at(at - 1), U"国大专商厂庄独买卖东赢管店作画行业");
  }
  return word.back() == U'住' && is_one_of(text.at(at + word.size()), U"房建院户宅宿保进");
}

/// The end of what may be an address: that of the clause, or where the matter begins; none is
/// longer than that.
std::size_t address_end(const TextPoints& text, std::size_t at) {
  constexpr std::size_t kLongest = 80;
  const std::size_t last = std::min(text.size(), at + kLongest);
  for (; at < last && !is_one_of(text.at(at), kClauseEnds); ++at)
    for (const std::u32string_view word : {U"反映", U"要求", U"投诉", U"来访", U"信访"})
      if (text.has(at, word)) return at;
  return at;
}

/// From a word such as 家住 to the end of the address.
void find_homes(const TextPoints& text, Cuts& cuts) {
  constexpr std::u32string_view kFirstCharacters = U"家户居通联现住本访我,";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_one_of(text.at(at), kFirstCharacters)) continue;
    for (const HomeWord& word : kHomeWords) {
      if (!text.has(at, word.text)) continue;
      if (!word.sure && is_other_word(text, at, word.text)) continue;
      std::size_t begin = at + word.text.size();
      while (is_one_of(text.at(begin), U":： 为是在于地址")) ++begin;
      const std::size_t end = address_end(text, begin);
      const auto place =
          text.view().substr(begin, end - begin).find_first_of(U"省市县区镇乡村街路社组寨", 2);
      if (!word.sure && place == std::u32string_view::npos) continue;
      const bool gone = text.has(begin, U"〔已");  // from an earlier time
      if (end > begin && !gone) cuts.push_back({begin, end, Personal::Address});
      at = end > at ? end - 1 : at;
      break;
    }
  }
}

/// One number with what it counts, `3组`, `12号`, `B栋`, `2-501室`; nothing when there is none.
std::optional<std::size_t> unit_end(const TextPoints& text, std::size_t at, char32_t& marker) {
  constexpr std::size_t kLongest = 8;
  std::size_t end = at;
  while (end - at <= kLongest &&
         (is_number_character(text.at(end)) || text.at(end) == '-' || is_letter(text.at(end))))
    ++end;
  if (end == at || end - at > kLongest) return std::nullopt;
  if (text.has(end, U"单元")) {
    marker = U'元';
    return end + 2;
  }
  if (text.has(end, U"号楼")) {
    marker = U'楼';
    return end + 2;
  }
  if (!is_one_of(text.at(end), U"组社队号栋幢座楼层室户弄院排村巷")) return std::nullopt;
  marker = text.at(end);
  return end + 1;
}

bool is_place_before(const TextPoints& text, std::size_t at) {
  return at > 0 && is_one_of(text.at(at - 1), U"村路街巷区道苑园庭城里弄寨屯湾坝组社镇乡");
}

struct House {
  std::size_t end = 0;
  int units = 0;
  bool door = false;    // 号 or 室: one dwelling
  bool estate = false;  // 栋, 幢, 单元: a building
};

House house_at(const TextPoints& text, std::size_t at) {
  House house{at};
  for (char32_t marker = 0;;) {
    const std::optional<std::size_t> end = unit_end(text, house.end, marker);
    if (!end) break;
    // 2号机井, 318号线: no dwelling.
    if (marker == U'号' && is_one_of(text.at(*end), U"机井线坝闸桥站台矿泵库文令")) break;
    house.end = *end;
    ++house.units;
    if (is_one_of(marker, U"号室")) house.door = true;
    if (is_one_of(marker, U"栋幢元座楼")) house.estate = true;
  }
  // `8-2-501` says building, entrance and door.
  if (house.units == 0 && is_place_before(text, at)) {
    std::size_t end = at;
    int joints = 0;
    const auto goes_on = [&] {
      return is_digit(text.at(end)) || (text.at(end) == '-' && is_digit(text.at(end + 1)));
    };
    for (; joints <= 2 && goes_on(); ++end) joints += text.at(end) == '-';
    if (joints == 2) house = {end, 2, /*door=*/true, /*estate=*/true};
  }
  // `3栋2-501` ends without a marker.
  if (house.estate) {
    std::size_t end = house.end;
    while (is_digit(text.at(end)) || text.at(end) == '-') ++end;
    if (end >= house.end + 3) {
      house.end = end;
      house.door = true;
    }
  }
  return house;
}

void find_houses(const TextPoints& text, Cuts& cuts) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!is_number_character(text.at(at)) && !is_letter(text.at(at))) continue;
    if (is_number_character(text.at(at - 1)) || is_letter(text.at(at - 1))) continue;
    const House house = house_at(text, at);
    const bool is_home = house.door || (house.estate && house.units >= 2);
    if (is_home && (house.units >= 2 || is_place_before(text, at)) && text.at(at - 1) != U'第' &&
        text.at(at - 1) != U'〕')
      cuts.push_back({at, house.end, Personal::Address});
    at = std::max(at, house.end > at ? house.end - 1 : at);
  }
}

bool is_date_character(char32_t c) {
  return is_number_character(c) || is_one_of(c, U"年月日.-/号 ");
}

/// `1962年4月11日生，`, `1962-04-11生`: a day before 生 and nothing, or 人, behind it.
bool ends_birth_date(const TextPoints& text, std::size_t at) {
  const char32_t next = text.at(at + 1);
  const bool ended = next == 0 || next == U'人' || next == ' ' || is_one_of(next, kClauseEnds);
  return ended && at > 1 && is_date_character(text.at(at - 1)) &&
         (is_one_of(text.at(at - 1), U"日月号") || is_digit(text.at(at - 1)));
}

/// `男，1962年4月11日，`: a day and nothing else, right behind what somebody is.
void find_birth_behind(const TextPoints& text, std::size_t at, Cuts& cuts) {
  while (is_one_of(text.at(at), U"，,、 ")) ++at;
  if (text.at(at + 1) == U'族') at += 2;
  while (is_one_of(text.at(at), U"，,、 ")) ++at;
  const bool century = text.has(at, U"19") || text.has(at, U"20");
  if (!century || !is_digit(text.at(at + 2)) || !is_digit(text.at(at + 3)) ||
      !is_one_of(text.at(at + 4), U"年.-/"))
    return;
  std::size_t end = at + 5;
  while (is_date_character(text.at(end))) ++end;
  if (text.at(end) == 0 || is_one_of(text.at(end), kClauseEnds))
    cuts.push_back({at, end, Personal::Birth});
}

}  // namespace

void find_births(const TextPoints& text, Cuts& cuts) {
  constexpr std::array<std::u32string_view, 8> kWords = {
      U"出生日期", U"出生年月", U"出生于", U"出生", U"生于", U"生日", U"年生", U"生"};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_one_of(text.at(at), U"男女")) find_birth_behind(text, at + 1, cuts);
    const auto word = std::find_if(kWords.begin(), kWords.end(),
                                   [&](std::u32string_view each) { return text.has(at, each); });
    if (word == kWords.end()) continue;
    if (*word == U"生于" && at > 0 && is_one_of(text.at(at - 1), U"发产")) continue;
    if (*word == U"生" && !ends_birth_date(text, at)) continue;
    if (*word == U"年生" && is_one_of(text.at(at + 2), U"产活意效态存长")) continue;
    std::size_t begin = at;
    while (begin > 0 && is_date_character(text.at(begin - 1))) --begin;
    std::size_t after = at + word->size();
    while (is_one_of(text.at(after), U":为是在于 ")) ++after;
    std::size_t end = after;
    while (is_date_character(text.at(end))) ++end;
    const auto has_digit = [&](std::size_t from, std::size_t to) {
      for (; from < to; ++from)
        if (is_number_character(text.at(from))) return true;
      return false;
    };
    if (has_digit(begin, at)) cuts.push_back({begin, at, Personal::Birth});
    if (*word != U"年生" && *word != U"生" && has_digit(after, end))
      cuts.push_back({after, end, Personal::Birth});
    at += word->size() - 1;
  }
}

void find_addresses(const TextPoints& text, Cuts& cuts) {
  find_homes(text, cuts);
  find_houses(text, cuts);
}

}  // namespace core::intake
