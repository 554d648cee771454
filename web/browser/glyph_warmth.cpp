#include "web/browser/glyph_warmth.h"

#include <imgui_internal.h>

#include <chrono>

#include "web/browser/graphics.h"
#include "web/models/collation.h"

namespace web {
namespace {

constexpr std::size_t kSizes = 2;  // What stands in lists: the text, and the second line under it.
constexpr char32_t kSigns[] = U"，。、；：？！“”‘’（）《》【】—…·％×‹›";

std::u32string listed_characters() {
  std::u32string characters;
  for (char32_t c = 33; c < 127; ++c) characters += c;
  characters += kSigns;
  return characters + everyday_characters();
}

}  // namespace

void GlyphWarmth::begin(const Look& look) {
  if (characters_.empty()) characters_ = listed_characters();
  body_ = look.body;
  small_ = look.small;
  next_ = 0;
}

bool GlyphWarmth::step(const Look& look, double milliseconds) {
  using Clock = std::chrono::steady_clock;
  if (body_ != look.body || small_ != look.small) begin(look);
  const std::size_t count = characters_.size() * kSizes;
  if (milliseconds <= 0 || next_ >= count) return next_ < count;
  const std::chrono::duration<double, std::milli> slice(milliseconds);
  const auto start = Clock::now();
  while (next_ < count && Clock::now() - start < slice) {
    const std::size_t at = next_++;
    const float size = at < characters_.size() ? body_ : small_;
    const char32_t c = characters_[at % characters_.size()];
    look.regular->GetFontBaked(size)->FindGlyph(static_cast<ImWchar>(c));
  }
  // Now, or the next frame would have to send them all at once.
  Graphics::send_textures();
  return next_ < count;
}

}  // namespace web
