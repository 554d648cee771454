#pragma once
// Where the parts of a grid stand, from its size, its columns and how far it is scrolled.

#include <imgui.h>

#include <cstddef>
#include <vector>

#include "web/widgets/grid.h"

namespace web {

struct GridLayout {
  ImVec2 start, end;        ///< The whole card.
  float header_bottom = 0;  ///< Rows begin here.
  float body_right = 0;     ///< Rows end here; a scrollbar may follow.
  float body_bottom = 0;
  float frozen_right = 0;
  float row_height = 0;
  float columns_width = 0;    ///< All columns together.
  std::vector<float> left;    ///< Per column, scrolled, device pixels of the screen.
  std::vector<float> width;   ///< Per column.
  double content_height = 0;  ///< All rows together.

  float body_height() const { return body_bottom - header_bottom; }
  bool scrolls() const { return content_height > static_cast<double>(body_height()); }
  bool scrolls_sideways() const { return columns_width > body_right - start.x + 0.5f; }
  /// The first row of which anything is seen.
  std::size_t first_row(const GridMemory& memory) const;
  /// Top of a row on the screen.
  float row_top(const GridMemory& memory, std::size_t row) const;
};

GridLayout grid_layout(const Look& look, const GridOptions& options, std::size_t rows,
                       GridMemory& memory, ImVec2 start, ImVec2 size);

/// Scrolls so far that the whole row is seen.
void reveal_row(const GridLayout& layout, GridMemory& memory, std::size_t row);

}  // namespace web
