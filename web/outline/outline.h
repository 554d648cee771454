#pragma once
// Draws single characters out of a font file, for browsers whose canvas cannot be read. A module of
// its own: few ever fetch it. Names are as JavaScript sees them in shell/src/outline_glyphs.ts.

#include <cstddef>

namespace web::outline {

struct Face;

/// Whole pixels but for the advance, to the right and down from the pen on the baseline.
struct Box {
  int left;
  int top;
  int width;   ///< 0 when there is nothing to draw.
  int height;  ///< 0 when there is nothing to draw.
  float advance;
};

extern "C" {

/// A face with room for a file of so many bytes; it lives as long as the module.
Face* outline_reserve(std::size_t bytes);

/// Where the file's bytes are to be put before `outline_open`.
unsigned char* outline_file(Face* face);

/// False when the bytes are no font that can be drawn; the face must not be used then.
bool outline_open(Face* face);

/// `pixels` is the size of the em. Bold is made of the regular shape. Overwritten by the next call.
const Box* outline_measure(Face* face, int codepoint, int pixels, bool bold);

/// Coverage of the box that `outline_measure` gives, row by row. Overwritten by the next call.
const unsigned char* outline_draw(Face* face, int codepoint, int pixels, bool bold);

}  // extern "C"

}  // namespace web::outline
