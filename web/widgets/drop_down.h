#pragma once
// Where a list or a month that belongs to a field opens.

#include <imgui.h>

namespace web {

/// Before BeginPopup: below the field from `from` to `to`, or above it where `height` finds no room
/// below; their left edges meet, or with `side` 1 their right ones.
void place_drop_down(ImVec2 from, ImVec2 to, float height, float side);

}  // namespace web
