#pragma once
// Tells whether a frame looks like the one before: then it need not be drawn again.

#include <imgui.h>

#include <cstdint>

namespace web {

/// Two frames of one size with the same print look the same, as long as no texture has changed.
std::uint64_t picture_print(const ImDrawData& picture);

/// True when some texture waits to be made, changed or thrown away: such a frame has to be drawn.
bool textures_wait(const ImDrawData& picture);

}  // namespace web
