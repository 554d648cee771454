#include "core/intake/masking/text_points.h"

#include "core/base/text.h"

namespace core::intake {
namespace {

char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return c == 0x3000 || c == 0xA0 ? U' ' : c;
}

/// What next_code_point gives; ASCII and Han characters, nearly all there is, without asking.
char32_t take_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  if (lead < 0xE1 || lead > 0xEC || at + 3 > text.size() || (byte(1) & 0xC0) != 0x80 ||
      (byte(2) & 0xC0) != 0x80)
    return next_code_point(text, at);
  const char32_t point = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  at += 3;
  return point;
}

}  // namespace

void TextPoints::assign(std::string_view text) {
  points_.resize(text.size());
  offsets_.resize(text.size() + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    offsets_[count] = static_cast<std::uint32_t>(at);
    points_[count] = folded(take_point(text, at));
  }
  points_.resize(count);
  offsets_.resize(count + 1);
  offsets_[count] = static_cast<std::uint32_t>(text.size());
}

std::string utf8_of(std::u32string_view points) {
  std::string out;
  for (const char32_t c : points) append_code_point(out, c);
  return out;
}

}  // namespace core::intake
