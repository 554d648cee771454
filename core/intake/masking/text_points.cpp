#include "core/intake/masking/text_points.h"

#include "core/base/text.h"

namespace core::intake {
namespace {

char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return c == 0x3000 || c == 0xA0 ? U' ' : c;
}

}  // namespace

void TextPoints::assign(std::string_view text) {
  points_.clear();
  offsets_.clear();
  for (std::size_t at = 0; at < text.size();) {
    offsets_.push_back(static_cast<std::uint32_t>(at));
    points_.push_back(folded(next_code_point(text, at)));
  }
  offsets_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::string utf8_of(std::u32string_view points) {
  std::string out;
  for (const char32_t c : points) append_code_point(out, c);
  return out;
}

}  // namespace core::intake
