#pragma once
// A table of any number of rows that draws only what is visible: header that stays, columns that
// stay, sorting by header, one selected row, wheel, scrollbar and keyboard. Exact for millions of
// rows: places are kept as doubles.

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "web/widgets/look.h"

namespace web {

struct GridColumn {
  std::string_view id;     ///< Stable.
  std::string_view title;  ///< What the header says.
  float width = 100;       ///< Least width, design pixels, padding included.
  float grow = 0;          ///< Share of the room that is left over.
  bool right = false;      ///< Numbers stand right.
  bool sortable = false;
};

/// What stands in one cell; filled anew for every visible cell.
struct Cell {
  enum class Kind { Text, Chip, Link };

  Kind kind = Kind::Text;
  Tone tone = Tone::Plain;
  bool bold = false;
  std::string text;    ///< Breaks into as many lines as the row holds when `second` is empty.
  std::string second;  ///< Second line, secondary colour.
};

/// Where rows come from.
class GridRows {
 public:
  virtual ~GridRows() = default;
  virtual std::size_t count() const = 0;
  /// Stable over sorting and filtering.
  virtual std::uint64_t key(std::size_t row) const = 0;
  virtual void cell(std::size_t row, std::size_t column, Cell& out) const = 0;
};

struct GridOptions {
  std::span<const GridColumn> columns;
  std::size_t frozen = 0;               ///< So many columns stay at the left.
  float row_height = 0;                 ///< Device pixels; 0 = the look's.
  std::optional<std::size_t> selected;  ///< Row shown as chosen.
  std::size_t sort_column = SIZE_MAX;
  bool descending = false;
  std::string_view empty;  ///< What to say when there are no rows.
};

/// Kept between frames by the screen.
struct GridMemory {
  double top = 0;  ///< Device pixels scrolled down.
  float left = 0;
  float drag = 0;       ///< Where on the scrollbar's grab it is held.
  bool reveal = false;  ///< Bring the selected row into view in the next frame.
};

/// What a person did in this frame.
struct GridAsk {
  std::optional<std::size_t> pressed;  ///< Row chosen by pointer or arrow key.
  std::size_t column = SIZE_MAX;       ///< Where in the row it was pressed.
  std::optional<std::size_t> opened;   ///< Double click or Enter.
  std::size_t sort_by = SIZE_MAX;      ///< Header pressed.
};

/// Draws the table as a card of the given size at the cursor.
GridAsk draw_grid(const Look& look, const char* id, const GridRows& rows,
                  const GridOptions& options, GridMemory& memory, ImVec2 size);

}  // namespace web
