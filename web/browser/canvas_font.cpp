#include "web/browser/canvas_font.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "web/browser/page.h"

namespace web {
namespace {

// Part of the em above the baseline: centres Chinese characters, and the capitals and digits beside
// them, in a line whose height is the font's size.
constexpr float kAscent = 0.88f;
constexpr ImU32 kRegular = 0;
constexpr ImU32 kBold = 1;

bool is_bold(const ImFontConfig* source) { return source->FontNo == kBold; }

int em_pixels(const ImFontConfig* source, const ImFontBaked* baked) {
  const float size = baked->Size * baked->RasterizerDensity * source->RasterizerDensity;
  return std::max(1, static_cast<int>(std::lround(size)));
}

bool is_digit(ImWchar codepoint) { return codepoint >= '0' && codepoint <= '9'; }

// One advance for all digits, so that columns of numbers stand still.
float digit_advance(int pixels, bool bold) {
  float widest = 0;
  for (ImWchar digit = '0'; digit <= '9'; ++digit)
    widest = std::max(widest, page::measure_glyph(digit, pixels, bold).advance);
  return std::round(widest);
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar codepoint) { return codepoint >= 32; }

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void* data) {
  baked->Ascent = std::round(baked->Size * kAscent);
  baked->Descent = baked->Ascent - baked->Size;
  *static_cast<float*>(data) = 0;  // The digits' advance, measured when the first one is needed.
  return true;
}

float snapped_advance(const ImFontConfig* source, const ImFontBaked* baked, float* digits,
                      ImWchar codepoint, const page::Glyph& drawn) {
  if (!is_digit(codepoint)) return std::round(drawn.advance);
  if (*digits == 0) *digits = digit_advance(em_pixels(source, baked), is_bold(source));
  return *digits;
}

bool add_bitmap(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImFontGlyph* glyph,
                const page::Glyph& drawn) {
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, drawn.width, drawn.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  std::vector<unsigned char> coverage(static_cast<std::size_t>(drawn.width) *
                                      static_cast<std::size_t>(drawn.height));
  page::draw_glyph(glyph->Codepoint, em_pixels(source, baked), is_bold(source), drawn,
                   coverage.data());
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id),
                                     coverage.data(), ImTextureFormat_Alpha8, drawn.width);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data,
                ImWchar codepoint, ImFontGlyph* glyph, float* advance) {
  if (codepoint < 32) return false;
  const int pixels = em_pixels(source, baked);
  const page::Glyph drawn = page::measure_glyph(codepoint, pixels, is_bold(source));
  const float density = baked->RasterizerDensity * source->RasterizerDensity;
  const float snapped = snapped_advance(source, baked, static_cast<float*>(data), codepoint, drawn);
  if (advance != nullptr) {
    *advance = snapped / density;
    return true;
  }
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = snapped / density;
  if (drawn.width <= 0 || drawn.height <= 0) return true;

  const float centred = is_digit(codepoint) ? std::round((snapped - drawn.advance) / 2) : 0;
  glyph->X0 = (static_cast<float>(drawn.left) + centred) / density;
  glyph->Y0 = baked->Ascent + static_cast<float>(drawn.top) / density;
  glyph->X1 = glyph->X0 + static_cast<float>(drawn.width) / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(drawn.height) / density;
  return add_bitmap(atlas, source, baked, glyph, drawn);
}

const ImFontLoader* canvas_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "canvas";
    made.FontSrcContainsGlyph = contains_glyph;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    made.FontBakedSrcLoaderDataSize = sizeof(float);
    return made;
  }();
  return &loader;
}

ImFont* add_face(ImFontAtlas& atlas, ImU32 face, const char* name) {
  ImFontConfig config;
  config.FontLoader = canvas_loader();
  config.FontNo = face;
  config.EllipsisChar = 0x2026;
  std::strncpy(config.Name, name, sizeof(config.Name) - 1);
  return atlas.AddFont(&config);
}

}  // namespace

Fonts add_canvas_fonts() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.SetFontLoader(canvas_loader());
  // Large enough for the first screen: growing means copying.
  atlas.TexMinWidth = 1024;
  atlas.TexMinHeight = 512;
  Fonts fonts;
  fonts.regular = add_face(atlas, kRegular, "regular");
  fonts.bold = add_face(atlas, kBold, "bold");
  return fonts;
}

}  // namespace web
