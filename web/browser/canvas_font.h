#pragma once
// Fonts whose glyphs the page draws, nearly always with the system's own; the module holds none.

#include "web/screens/dashboard.h"

namespace web {

/// Adds the regular and the bold face to the current Dear ImGui context. Sizes are device pixels
/// per em; metrics are the same on every machine, advances are whole pixels, digits share one.
Fonts add_canvas_fonts();

}  // namespace web
