#pragma once
// A number with its name: a door to what it counts.

#include <string>
#include <vector>

#include "web/widgets/look.h"

namespace web {

struct Tile {
  std::string id;
  std::string label;
  std::string number;
  std::string more;  ///< Under the number, secondary; may be empty.
  Tone tone = Tone::Plain;
};

/// Draws the tiles in as many columns as fit, at most `most`; the one pressed, or SIZE_MAX.
std::size_t draw_tiles(const Look& look, const std::vector<Tile>& tiles, std::size_t most);

}  // namespace web
