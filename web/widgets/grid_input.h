#pragma once
// Wheel, keys, the mouse over cells and the scrollbars of a grid.

#include "web/widgets/grid.h"
#include "web/widgets/grid_layout.h"

namespace web {

/// Wheel and keys: moves memory.top and memory.left, the chosen row and the range; copies.
void scroll_grid(const GridRows& rows, const GridOptions& options, const GridLayout& layout,
                 const RowHeight& height, GridMemory& memory, GridAsk& ask);

/// What the row's button, drawn last, was used for.
void use_row(const GridLayout& layout, const GridRowPlace& place, bool pressed, std::size_t rows,
             const RowHeight& height, GridMemory& memory, GridAsk& ask);

/// While a long press or the right button is held on, the range follows it. After the rows.
void mark_rows(const GridLayout& layout, std::size_t rows, const RowHeight& height,
               GridMemory& memory);

/// The range's moving end goes to the cell under `point`; beyond the rows the list scrolls.
void follow_pointer(const GridLayout& layout, std::size_t rows, const RowHeight& height,
                    GridMemory& memory, ImVec2 point);

void draw_scrollbars(const Look& look, const GridLayout& layout, std::size_t rows,
                     GridMemory& memory);

}  // namespace web
