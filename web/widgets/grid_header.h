#pragma once
// The header of a grid: press to sort, ▾ for the menu of a column, drag to move it, its edge to
// resize it.

#include "web/widgets/grid.h"
#include "web/widgets/grid_layout.h"

namespace web {

void draw_grid_header(const Look& look, const GridRows& rows, const GridOptions& options,
                      const GridLayout& layout, GridMemory& memory);

/// Makes a column as wide as what is seen of it needs.
void fit_column(const Look& look, const GridRows& rows, const GridOptions& options,
                const GridLayout& layout, std::size_t place, GridMemory& memory);

}  // namespace web
