#pragma once
// Fonts whose glyphs the browser draws from the system's own fonts; nothing is downloaded.

#include "web/screens/dashboard.h"

namespace web {

/// Adds the regular, the bold and the spaced face to the current Dear ImGui context. Sizes are
/// device pixels per em; metrics are the same on every machine, advances are whole pixels, digits
/// share one.
Fonts add_canvas_fonts();

}  // namespace web
