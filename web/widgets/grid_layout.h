#pragma once
// Where the rows and columns of a grid stand on screen.

#include <functional>
#include <vector>

#include "web/widgets/grid.h"

namespace web {

/// Device pixels of a row.
using RowHeight = std::function<float(std::size_t row)>;

struct GridRowPlace {
  std::size_t row = 0;
  float top = 0;
  float height = 0;
};

struct GridLayout {
  ImVec2 start, end;  ///< The card.
  float header_bottom = 0;
  float body_bottom = 0;   ///< Without scrollbar and totals.
  float body_right = 0;    ///< Without the scrollbar.
  float frozen_right = 0;  ///< End of the columns that stay.
  float row_height = 0;    ///< Of every row, or the least when rows are as high as their content.
  float columns_width = 0;
  double last_top = 0;  ///< GridMemory::top when the last row stands at the bottom.
  std::size_t frozen = 0;
  std::vector<std::size_t> columns;  ///< Shown columns by place, as indexes into the options'.
  std::vector<float> left, width;    ///< By place.

  float body_height() const { return body_bottom - header_bottom; }
  bool scrolls() const { return last_top > 0; }
  bool scrolls_sideways() const { return columns_width > body_right - start.x + 0.5f; }
  /// Place of the column with this index; the number of places when it is hidden.
  std::size_t place_of(std::size_t column) const;
  /// Place under this x, or SIZE_MAX.
  std::size_t place_at(float x) const;
};

/// Columns and frame for the given size; brings memory.left into bounds.
GridLayout grid_layout(const Look& look, const GridOptions& options, std::size_t rows,
                       GridMemory& memory, ImVec2 start, ImVec2 size);

/// Works out last_top and brings memory.top into bounds.
void bound_rows(GridLayout& layout, GridMemory& memory, std::size_t rows, const RowHeight& height);

/// The rows that are seen, top to bottom.
std::vector<GridRowPlace> place_rows(const GridLayout& layout, const GridMemory& memory,
                                     std::size_t rows, const RowHeight& height);

/// Scrolls by device pixels.
void move_rows(GridMemory& memory, double pixels, std::size_t rows, const RowHeight& height);

/// Scrolls as little as it takes to show the row, or the place, whole.
void reveal_row(const GridLayout& layout, GridMemory& memory, std::size_t row,
                const RowHeight& height);
void reveal_place(const GridLayout& layout, GridMemory& memory, std::size_t place);

}  // namespace web
