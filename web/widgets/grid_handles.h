#pragma once
// The two round handles at the corners of the selected range, by which a finger makes it larger or
// smaller.

#include "web/widgets/grid.h"
#include "web/widgets/grid_layout.h"

namespace web {

/// Before the rows, over which they lie: takes them when they are held, and follows the finger.
void press_handles(const Look& look, const GridLayout& layout, std::size_t rows,
                   const RowHeight& height, GridMemory& memory);

/// After the rows.
void draw_handles(const Look& look, const GridLayout& layout, std::size_t rows,
                  const RowHeight& height, const GridMemory& memory);

}  // namespace web
