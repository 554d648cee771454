#pragma once
// A text as code points with full-width forms folded, and the way back to its bytes.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::intake {

class TextPoints {
 public:
  /// Replaces the content; keeps the memory.
  void assign(std::string_view text);

  std::u32string_view view() const { return points_; }
  std::size_t size() const { return points_.size(); }
  char32_t at(std::size_t index) const { return index < points_.size() ? points_[index] : 0; }

  /// First byte of the code point at `index`; one past the last byte for `size()`.
  std::size_t byte_at(std::size_t index) const { return offsets_[index]; }

  /// True when the text continues with `part` at `index`.
  bool has(std::size_t index, std::u32string_view part) const {
    return view().substr(index < size() ? index : size(), part.size()) == part;
  }

 private:
  std::u32string points_;
  std::vector<std::uint32_t> offsets_;
};

inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
inline bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x3134F) || (c >= 0xF900 && c <= 0xFAFF);
}

/// Text of code points in UTF-8.
std::string utf8_of(std::u32string_view points);

}  // namespace core::intake
