#pragma once
// The edge of a box, drawn inside it: where a window ends with the box nothing of it is cut off.

#include <imgui.h>

namespace web {

inline void draw_outline(ImDrawList& list, ImVec2 start, ImVec2 end, ImU32 colour, float rounding,
                         float width) {
  const float in = (width - 1) / 2;  // Dear ImGui draws lines around the middle of the first pixel.
  list.AddRect({start.x + in, start.y + in}, {end.x - in, end.y - in}, colour, rounding, 0, width);
}

}  // namespace web
