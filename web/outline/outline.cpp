#include "web/outline/outline.h"

#include <algorithm>
#include <cmath>
#include <vector>

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <imstb_truetype.h>

namespace web::outline {

struct Face {
  std::vector<unsigned char> bytes;
  stbtt_fontinfo info = {};
  Box box = {};
  std::vector<unsigned char> coverage;
  std::vector<unsigned char> pass;
};

namespace {

// A bold stem is wider by this part of the em; less than a stem, so that two passes leave no gap.
constexpr float kBolder = 1.0f / 24;

/// One pass of drawing: the shape moved to the right by `shift` pixels.
struct Pass {
  int glyph;
  float scale;
  float shift;
};

struct Rectangle {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
};

// What steers other characters is no box of its own where the font does not have it.
bool is_invisible(int codepoint) {
  return (codepoint >= 0x2000 && codepoint <= 0x200f) ||
         (codepoint >= 0x2028 && codepoint <= 0x202f) ||
         (codepoint >= 0x205f && codepoint <= 0x206f) ||
         (codepoint >= 0xfe00 && codepoint <= 0xfe0f) || codepoint == 0xfeff;
}

Rectangle extent(const Face& face, const Pass& pass) {
  Rectangle box;
  stbtt_GetGlyphBitmapBoxSubpixel(&face.info, pass.glyph, pass.scale, pass.scale, pass.shift, 0,
                                  &box.left, &box.top, &box.right, &box.bottom);
  return box;
}

/// The regular shape, and where bold is wanted the same beside it.
std::vector<Pass> passes_of(const Face& face, int codepoint, int pixels, bool bold) {
  const int glyph = stbtt_FindGlyphIndex(&face.info, codepoint);
  if (glyph == 0 && is_invisible(codepoint)) return {};
  const auto size = static_cast<float>(pixels);
  const float scale = stbtt_ScaleForMappingEmToPixels(&face.info, size);
  std::vector<Pass> passes = {{glyph, scale, 0}};
  if (bold) passes.push_back({glyph, scale, size * kBolder});
  return passes;
}

Box box_of(const Face& face, const std::vector<Pass>& passes) {
  if (passes.empty()) return {};
  const Rectangle first = extent(face, passes.front());
  const Rectangle last = extent(face, passes.back());
  int advance = 0;
  int bearing = 0;
  stbtt_GetGlyphHMetrics(&face.info, passes.front().glyph, &advance, &bearing);
  return {std::min(first.left, last.left), first.top, last.right - std::min(first.left, last.left),
          first.height(), static_cast<float>(advance) * passes.front().scale};
}

/// Adds one pass to the coverage: where both have ink the denser counts.
void add(Face& face, const Pass& pass) {
  const Rectangle box = extent(face, pass);
  const auto width = static_cast<std::size_t>(box.width());
  face.pass.assign(width * static_cast<std::size_t>(box.height()), 0);
  stbtt_MakeGlyphBitmapSubpixel(&face.info, face.pass.data(), box.width(), box.height(),
                                box.width(), pass.scale, pass.scale, pass.shift, 0, pass.glyph);
  unsigned char* row = face.coverage.data() + (box.left - face.box.left);
  const unsigned char* from = face.pass.data();
  for (int y = 0; y < box.height(); ++y, row += face.box.width, from += width)
    std::transform(from, from + width, row, row,
                   [](unsigned char one, unsigned char other) { return std::max(one, other); });
}

}  // namespace

extern "C" {

Face* outline_reserve(std::size_t bytes) {
  Face* face = new Face;
  face->bytes.resize(bytes);
  return face;
}

unsigned char* outline_file(Face* face) { return face->bytes.data(); }

bool outline_open(Face* face) {
  const int offset = stbtt_GetFontOffsetForIndex(face->bytes.data(), 0);
  return offset >= 0 && stbtt_InitFont(&face->info, face->bytes.data(), offset) != 0;
}

const Box* outline_measure(Face* face, int codepoint, int pixels, bool bold) {
  face->box = box_of(*face, passes_of(*face, codepoint, pixels, bold));
  return &face->box;
}

const unsigned char* outline_draw(Face* face, int codepoint, int pixels, bool bold) {
  const std::vector<Pass> passes = passes_of(*face, codepoint, pixels, bold);
  face->box = box_of(*face, passes);
  face->coverage.assign(
      static_cast<std::size_t>(face->box.width) * static_cast<std::size_t>(face->box.height), 0);
  if (face->coverage.empty()) return nullptr;
  for (const Pass& pass : passes) add(*face, pass);
  return face->coverage.data();
}

}  // extern "C"

}  // namespace web::outline
