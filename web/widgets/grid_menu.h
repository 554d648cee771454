#pragma once
// The menu of a column: sort, filter by words, names, numbers, days and blanks, move, hide, freeze.

#include "web/widgets/grid.h"
#include "web/widgets/grid_layout.h"

namespace web {

/// Opens the menu asked for in `memory.menu.wanted` and draws the one that is open. Edits the query
/// and the view.
void draw_grid_menu(const Look& look, const GridRows& rows, const GridOptions& options,
                    const GridLayout& layout, GridMemory& memory);

}  // namespace web
