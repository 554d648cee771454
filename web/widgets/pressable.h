#pragma once
// What can be pressed, by hand or with the keys that lead there, and the ring around what has the
// focus.

#include "web/widgets/look.h"

namespace web {

/// How a child window is begun so that Tab goes on into it and out of it again.
constexpr ImGuiChildFlags kTabThrough = ImGuiChildFlags_NavFlattened;

/// An area at the cursor that draws nothing. True when it was pressed: by pointer, or by Enter or
/// Space while it has the focus. `label` is `words###id`.
bool pressable(const char* label, ImVec2 size);

/// The same by pointer alone, for what keys do elsewhere: scrollbars, the edges of columns.
bool pressable_by_pointer(const char* label, ImVec2 size);

/// Draws the ring over everything else. Last in a frame.
void draw_focus_ring(const Look& look);

}  // namespace web
