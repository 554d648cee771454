#pragma once
// Small steps for reading a text from its front.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/text.h"

namespace core::intake {

/// For days and weeks that say no year.
inline constexpr std::string_view kNoYearSaid = "缺少年份，可在对应表（.json）里写明年份";

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a run of at most four digits off the front.
inline std::optional<int> take_number(std::string_view& text) {
  int value = 0;
  std::size_t count = 0;
  while (count < text.size() && is_ascii_digit(text[count])) {
    if (count == 4) return std::nullopt;
    value = value * 10 + (text[count++] - '0');
  }
  text.remove_prefix(count);
  return count == 0 ? std::nullopt : std::optional<int>(value);
}

inline bool take(std::string_view& text, std::string_view part) {
  if (!starts_with(text, part)) return false;
  text.remove_prefix(part.size());
  return true;
}

inline bool take_blanks(std::string_view& text) {
  const std::size_t before = text.size();
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text.size() != before;
}

inline bool is_folded(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) == 0xEF || static_cast<unsigned char>(c) == 0xC2;
  });
}

/// The trimmed, folded text; `buffer` holds it only when folding changed something.
inline std::string_view folded(std::string_view text, std::string& buffer) {
  text = trim(text);
  if (is_folded(text)) return text;
  buffer = fold_width(text);
  return buffer;
}

}  // namespace core::intake
