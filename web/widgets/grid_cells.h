#pragma once
// Draws the cells of one row of a grid, and says how high they want to be.

#include <vector>

#include "web/widgets/grid.h"
#include "web/widgets/grid_layout.h"
#include "web/widgets/grid_range.h"

namespace web {

/// The cells of one row, by place.
using RowCells = std::vector<Cell>;

void read_row(const GridRows& rows, const GridLayout& layout, std::size_t row, RowCells& cells);

/// Height that shows everything the cells say, at least the layout's and at most the body's.
float content_height(const Look& look, const GridOptions& options, const GridLayout& layout,
                     const RowCells& cells);

/// All words of a row, for its name.
std::string row_words(const RowCells& cells);

struct RowPaint {
  GridRowPlace place;
  bool chosen = false;            ///< Stands on a tinted ground.
  std::size_t active = SIZE_MAX;  ///< Place of the cell that the keys have come to.
};

/// Columns that scroll sideways never show under those that stay.
void draw_cells(const Look& look, const GridOptions& options, const GridLayout& layout,
                const RowCells& cells, const RowPaint& paint);

/// The tint and outline of the selected range within one row.
void draw_range(const Look& look, const GridLayout& layout, const GridRange& range,
                const GridPlace& anchor, const GridRowPlace& place);

}  // namespace web
