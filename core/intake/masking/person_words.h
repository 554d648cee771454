#pragma once
// What people are called in a petitioner's cell beside their names, and where in it the name is.

#include <cstddef>
#include <span>
#include <string_view>

namespace core::intake {

inline bool has(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

/// Whether the two characters are one of words of two that stand one behind the other.
inline bool has_pair(std::u32string_view words, char32_t first, char32_t second) {
  for (std::size_t at = 0; at + 1 < words.size(); at += 2)
    if (words[at] == first && words[at + 1] == second) return true;
  return false;
}

/// Whether the two characters end a word for who stands beside a petitioner: 妻子, 其女, 村民代表.
/// They are said without a name more often than with one.
bool stands_beside(char32_t first, char32_t second);

using Words = std::span<const std::u32string_view>;

bool is_one_of(std::u32string_view text, Words words);

/// A surname and one or two characters.
bool looks_like_name(std::u32string_view text);

/// The name the text ends with; empty when it ends with none.
std::u32string_view name_at_end(std::u32string_view text);

/// Where the last word ends that says what somebody is (公司, 村民, 退役军人, a colon); 0 when
/// there is none.
std::size_t end_of_words(std::u32string_view text);

/// Whether the text says 公司, 村委会, 业主 and the like.
bool is_of_group(std::u32string_view text);

/// Whether the piece says what or whose somebody is and nothing else.
bool is_description(std::u32string_view piece);

/// Places and descriptions that look like names: 柳林镇, 安置户.
bool is_place(std::u32string_view text);

/// Without what stands after a name: digits, marks, 女士, 夫妇.
std::u32string_view plain_name(std::u32string_view piece);

/// The part of a piece that is the person's name; empty for an organisation. When in doubt it is a
/// person's.
std::u32string_view name_in(std::u32string_view piece);

}  // namespace core::intake
