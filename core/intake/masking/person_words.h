#pragma once
// What people are called in a petitioner's cell beside their names, and where in it the name is.

#include <cstddef>
#include <span>
#include <string_view>

namespace core::intake {

inline bool has(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

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
