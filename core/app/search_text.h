#pragma once
// How texts are compared in a search: full-width forms as half-width, ASCII letters as lower case,
// white space and control characters as a blank. One character stays one character.

#include <string>
#include <string_view>

#include "core/base/text.h"

namespace core::app {

constexpr char32_t search_character(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  const bool blank = c <= ' ' || c == 0x7F || c == 0xA0 || c == 0x3000;
  return blank ? U' ' : c;
}

/// The text as it is compared. Never holds a character below the blank.
inline std::u32string search_text(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) out += search_character(next_code_point(text, at));
  return out;
}

}  // namespace core::app
