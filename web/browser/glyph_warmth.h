#pragma once
// Draws the everyday characters before anybody scrolls to them, in slices while nothing is to be
// done.

#include <cstddef>
#include <string>

#include "web/widgets/look.h"

namespace web {

class GlyphWarmth {
 public:
  /// Goes on for about so many milliseconds, with none of them only looks. True while there are
  /// characters left for the sizes of this look.
  bool step(const Look& look, double milliseconds);

 private:
  void begin(const Look& look);

  std::u32string characters_;
  float body_ = 0;
  float small_ = 0;
  std::size_t next_ = 0;  // Through the characters once for each size.
};

}  // namespace web
