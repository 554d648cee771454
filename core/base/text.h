#pragma once
// UTF-8 text: validity, width folding, trimming, splitting.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// True when the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

/// How many leading bytes are whole, well-formed characters.
std::size_t utf8_prefix(std::string_view bytes);

/// Decodes the code point at `at` and moves `at` past it. Malformed bytes give U+FFFD, one byte at
/// a time, so a loop always ends.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_code_point(std::string& out, char32_t code_point);

std::size_t count_code_points(std::string_view text);

/// Without white space at both ends; U+3000, U+00A0, U+FEFF and zero-width spaces count as white.
std::string_view trim(std::string_view text);

/// Full-width forms become half-width (Ａ１（）： -> A1():), half-width katakana stay; U+3000
/// becomes a space; then trimmed. What headers, keys and codes are compared by.
std::string fold_width(std::string_view text);

/// As fold_width, and without any white space or line break inside.
std::string fold_header(std::string_view text);

/// Pieces between any of the ASCII or multi-byte separators; pieces are trimmed, empty ones
/// dropped.
std::vector<std::string> split_any(std::string_view text,
                                   const std::vector<std::string_view>& separators);

bool starts_with(std::string_view text, std::string_view prefix);
bool ends_with(std::string_view text, std::string_view suffix);
bool contains(std::string_view text, std::string_view part);

/// Every `from` becomes `to`.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

}  // namespace core
