#include "core/intake/masking/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/intake/masking/person_words.h"
#include "core/intake/masking/surnames.h"
#include "core/intake/masking/text_points.h"

namespace core::intake {
namespace {

constexpr std::u32string_view kNothing[] = {U"无", U"-",      U"—",    U"/",   U"不详",
                                            U"空", U"匿名信", U"多人", U"本人"};

/// After these words a person's name may follow inside an organisation's.
constexpr std::u32string_view kRepresentatives[] = {U"代表人", U"代表", U"负责人",
                                                    U"经理",   U"法人", U":"};

bool is_blank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x3000; }

bool is_separator(char32_t c) { return has(U"、，,;；/|。&+\\~～•①②③④⑤⑥⑦⑧⑨⑩", c); }

bool is_masked_already(std::u32string_view name) {
  return name.find_first_of(U"某*×○＊") != std::u32string_view::npos;
}

/// Whether the text names a person, alone or after what the person is.
bool names_somebody(std::u32string_view text) {
  text = plain_name(text);
  return looks_like_name(text.substr(end_of_words(text))) && !is_place(text);
}

std::u32string_view trimmed(std::u32string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Takes what stands in parentheses out of the text.
std::u32string cut_parentheses(std::u32string& text) {
  std::u32string out;
  std::u32string inside;
  int depth = 0;
  for (const char32_t c : text) {
    if (has(U"([【<〈《‹", c)) {
      ++depth;
      inside += U'、';
    } else if (depth > 0 && has(U")]】>〉》›", c)) {
      --depth;
      if (!inside.empty() && is_digit(inside.back())) out += U'、';  // (1)陈某(2)李某
    } else {
      (depth == 0 ? out : inside) += c;
    }
  }
  text = std::move(out);
  return inside;
}

/// `十二`, `一百零三`; 0 when it says `十余`, `几十` or nothing. Takes it off the text.
std::int64_t take_chinese_number(std::u32string_view& text) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  std::int64_t sum = 0;
  std::int64_t digit = 0;
  bool exact = true;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char32_t c = text.front() == U'两' ? U'二' : text.front();
    const std::int64_t unit = c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
    if (unit != 0) {
      sum += std::max<std::int64_t>(digit, 1) * unit;
      digit = 0;
    } else if (has(kDigits, c)) {
      digit = static_cast<std::int64_t>(kDigits.find(c));
    } else if (has(U"余多几数", c)) {
      exact = false;
    } else {
      break;
    }
  }
  return exact ? sum + digit : 0;
}

/// `12`, `12余`, `十二`; 0 when it says no exact number, or one that counts no people. Takes it off
/// the text.
std::int64_t take_count(std::u32string_view& text) {
  constexpr std::size_t kMostDigits = 7;
  std::int64_t count = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && is_digit(text[digits]); ++digits)
    if (digits < kMostDigits) count = count * 10 + static_cast<std::int64_t>(text[digits] - '0');
  text = trimmed(text.substr(digits));
  const std::int64_t words = take_chinese_number(text);
  if (digits > kMostDigits) return 0;
  return digits > 0 ? count : words;
}

/// The first number in a text; 0 when there is none.
std::int64_t count_in(std::u32string_view text) {
  while (!text.empty() && !is_digit(text.front()) &&
         !has(U"一二三四五六七八九十百两", text.front()))
    text.remove_prefix(1);
  return take_count(text);
}

/// `等12人`, `等十二人`, `等人`, `等12户`, `等`: cut off; the number, or 0 when it says none.
std::int64_t cut_and_others(std::u32string& text) {
  const std::size_t at = text.rfind(U'等');
  if (at == std::u32string::npos || at == 0) return 0;
  std::u32string_view rest = trimmed(std::u32string_view(text).substr(at + 1));
  std::int64_t count = take_count(rest);
  // 12名农民工, 业主, 群众; but 高等学校 and 平等… are words of their own.
  constexpr std::size_t kLongest = 8;
  rest = trimmed(rest);
  const bool people = rest.empty() || has(U"人名户位众民工主长员师生者家", rest.back());
  if (!people || rest.size() > kLongest || has(U"高中初平优相对", text[at - 1])) return 0;
  if (count == 0) count = count_in(rest);
  text.erase(at);
  return count;
}

/// `王春花为首的12名群众`: the name, and how many.
std::int64_t cut_leading(std::u32string& text) {
  const std::size_t at = text.find(U"为首");
  if (at == std::u32string::npos || at == 0) return 0;
  const std::int64_t count = count_in(std::u32string_view(text).substr(at));
  text.erase(at);
  return count;
}

/// `陈某-李某`: between characters a hyphen parts names.
void cut_hyphens(std::u32string& text) {
  for (std::size_t at = 1; at + 1 < text.size(); ++at)
    if (has(U"-—－", text[at]) && is_han(text[at - 1]) && is_han(text[at + 1])) text[at] = U'、';
}

/// `1.陈某 2.李某`: numbers before names part them.
void cut_item_numbers(std::u32string& text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool item = end > at && end - at <= 2 && end + 1 < text.size() &&
                      has(U".．)、", text[end]) && is_han(text[end + 1]);
    for (; item && at <= end; ++at) text[at] = U'、';
    at = std::max(at, end);
  }
}

/// Numbers of five digits and more, with what may stand at their end, are no part of a name.
void cut_long_numbers(std::u32string& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::size_t length = end - at;
    if (length >= 5 && end < text.size() && (text[end] | 0x20) == 'x') ++end;
    for (; length >= 5 && at < end; ++at) text[at] = U'、';
    at = std::max(at, end);
  }
}

/// `张三和李四` are two, `王和平` is one.
void add_joined(std::u32string_view text, std::vector<std::u32string>& names) {
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (!has(U"和与及同跟暨的代", text[at])) continue;
    std::u32string_view first = text.substr(0, at);
    if (first.back() == U'以') first.remove_suffix(1);
    if (!names_somebody(first) || (text[at] != U'及' && at + 2 == text.size())) continue;
    names.emplace_back(first);
    text.remove_prefix(at + 1);
    at = 0;
  }
  if (!text.empty()) names.emplace_back(text);
}

std::u32string without_blanks(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text)
    if (!is_blank(c)) out += c;
  return out;
}

std::u32string joined(const std::vector<std::u32string>& words) {
  std::u32string out;
  for (const std::u32string& word : words) out.append(out.empty() ? U"" : U" ").append(word);
  return out;
}

/// `李 小 明`: one name, every character by itself.
bool is_spaced_out(const std::vector<std::u32string>& words) {
  const auto single = [](const std::u32string& word) { return word.size() == 1; };
  return words.size() > 2 && std::all_of(words.begin(), words.end(), single) &&
         looks_like_name(without_blanks(joined(words)));
}

/// `王某某12人`, `王某某1962.4.11生`: what begins with a number behind a name is none of it.
void cut_behind_name(std::u32string& word) {
  const auto digit = std::find_if(word.begin(), word.end(), is_digit);
  const auto length = static_cast<std::size_t>(digit - word.begin());
  if (digit != word.end() && looks_like_name(std::u32string_view(word).substr(0, length)))
    word.resize(length);
}

bool is_latin(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) {
    const char32_t lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z') || (c >= 0xC0 && c < 0x250) || has(U".-'’", c);
  });
}

/// Words with a blank between them: `张 三` and `Zhang San` are one name, `张三 李四` are two.
void add_words(std::vector<std::u32string>& words, std::vector<std::u32string>& names) {
  if (is_spaced_out(words)) return names.push_back(joined(words));
  for (std::u32string& word : words) cut_behind_name(word);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool given = i > 0 && words[i].size() <= 2 && !names.empty() &&
                       names.back().size() == surname_length(names.back());
    const bool belongs = given || (i > 0 && is_latin(words[i - 1]) && is_latin(words[i]));
    if (belongs) {
      names.back() += U' ' + words[i];
    } else {
      add_joined(words[i], names);
    }
  }
}

/// Splits at separators, blanks and 和; a name with blanks in it keeps them.
std::vector<std::u32string> split_names(std::u32string_view text) {
  std::vector<std::u32string> names;
  std::vector<std::u32string> words;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char32_t c : text) {
    if (!is_separator(c) && !is_blank(c)) {
      word += c;
      continue;
    }
    end_word();
    if (!is_separator(c)) continue;
    add_words(words, names);
    words.clear();
  }
  end_word();
  add_words(words, names);
  return names;
}

std::string masked(std::u32string_view name) {
  const std::size_t surname = std::max<std::size_t>(surname_length(name), 1);
  return utf8_of(name.substr(0, surname)) + "某";
}

/// The organisation's name with a representative's name in it masked; empty without one.
std::string with_representative(std::u32string_view text, std::vector<PersonName>& names) {
  for (const std::u32string_view word : kRepresentatives) {
    const std::size_t at = text.rfind(word);
    if (at == std::u32string_view::npos) continue;
    const std::u32string_view name = text.substr(at + word.size());
    if (name.size() < 2 || name.size() > 4 || surname_length(name) == 0) continue;
    if (!is_masked_already(name)) names.push_back({utf8_of(name), masked(name)});
    return utf8_of(text.substr(0, at + word.size())) + masked(name);
  }
  return {};
}

void add_name(std::u32string_view name, const std::string& shown, std::vector<PersonName>& names) {
  if (name.size() > 1 && !is_masked_already(name)) names.push_back({utf8_of(name), shown});
}

/// `Mr. Zhang`: texts call who has a Latin name by one part of it.
void add_latin_parts(std::u32string_view piece, const std::string& shown,
                     std::vector<PersonName>& names) {
  constexpr std::size_t kShortest = 3;
  for (std::size_t at = 0; at < piece.size();) {
    const std::u32string_view part = piece.substr(at, piece.find(U' ', at) - at);
    if (part.size() >= kShortest && is_latin(part)) add_name(part, shown, names);
    at += part.size() + 1;
  }
}

std::string first_shown(std::u32string_view piece, std::vector<PersonName>& names) {
  const std::u32string text = without_blanks(piece);
  if (is_of_group(text))
    if (std::string shown = with_representative(text, names); !shown.empty()) return shown;
  const std::u32string_view plain = plain_name(text);
  const std::u32string_view name = name_in(plain);
  if (name.empty()) return utf8_of(text);
  std::string shown = masked(name);
  add_name(name, shown, names);
  // A name of another people may be longer than what looks like a Chinese one at its end.
  if (name.size() < plain.size() && end_of_words(plain) == 0) add_name(plain, shown, names);
  if (text.size() < piece.size()) {
    add_name(piece, shown, names);
    names.push_back({replace_all(utf8_of(piece), " ", "　"), shown});
    add_latin_parts(piece, shown, names);
  }
  return shown;
}

constexpr std::size_t kLongestRole = 6;

/// Names in parentheses: `代李四`, `法定代表人：钱有财`.
void add_bracketed(std::u32string_view inside, std::vector<PersonName>& names) {
  for (const std::u32string& piece : split_names(inside)) {
    std::u32string_view name = plain_name(piece);
    std::size_t end = end_of_words(name);
    for (const std::u32string_view word : {U"代", U"又名", U"曾用名", U"原名", U"即", U"系"})
      if (name.substr(end).starts_with(word)) end += word.size();
    bool introduced = end > 0 || name.size() < piece.size();
    name = name.substr(end);
    while (!name.empty() && name.front() == ':') name.remove_prefix(1);
    if (!looks_like_name(name) && name.size() <= kLongestRole) {
      name = name_at_end(name);  // 妻子李四
      introduced = true;
    }
    if (looks_like_name(name) && !is_place(name) && (introduced || name.size() > 2))
      add_name(name, masked(name), names);
  }
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
  if ((count == 4 && is_of_group(text)) || is_description(text)) return false;
  if (text.find_first_of(U"某等和") != std::u32string_view::npos) return false;
  std::string shown(cell.substr(0, surname * 3));
  shown += "某";
  out.names.push_back({std::string(cell), shown});
  out.shown = std::move(shown);
  if (people > 1) out.shown += fmt::format("等{}人", people);
  return true;
}

}  // namespace

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
  std::u32string text(points.view());
  add_bracketed(cut_parentheses(text), out.names);
  if (is_one_of(trimmed(text), kNothing)) return out;
  cut_item_numbers(text);
  cut_hyphens(text);
  std::int64_t count = cut_leading(text);
  if (count == 0) count = cut_and_others(text);
  const bool counted = count > 1;
  cut_long_numbers(text);
  std::vector<std::u32string> pieces = split_names(text);
  std::erase_if(pieces, [](const std::u32string& piece) { return plain_name(piece).empty(); });
  const bool several = pieces.size() > 1;
  std::erase_if(pieces, [several](const std::u32string& piece) {
    return several && (is_description(piece) || (piece.size() > 3 && is_place(piece)));
  });
  bool organisation = pieces.size() == 1;
  for (const std::u32string& piece : pieces) {
    const std::string shown = first_shown(piece, out.names);
    if (out.shown.empty()) out.shown = shown;
    organisation = organisation && name_in(plain_name(piece)).empty();
  }
  if (out.shown.empty()) return out;
  if (count == 0) count = std::max(people, static_cast<std::int64_t>(pieces.size()));
  if (count > 1 && (counted || !organisation)) out.shown += fmt::format("等{}人", count);
  return out;
}

}  // namespace core::intake
