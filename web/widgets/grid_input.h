#pragma once
// How a grid is moved: wheel, keys, scrollbars.

#include <cstddef>

#include "web/widgets/grid_layout.h"

namespace web {

/// Takes wheel and keys; the cursor must be inside the grid's window. Keys choose rows in `ask`.
void scroll_grid(const Look& look, std::size_t rows, const GridOptions& options,
                 const GridLayout& layout, GridMemory& memory, GridAsk& ask);

/// Draws the scrollbars that are needed; dragging moves `memory`.
void draw_scrollbars(const Look& look, const GridLayout& layout, GridMemory& memory);

}  // namespace web
