#pragma once
// A table of any number of rows that draws only what is visible: header and columns that stay,
// columns to resize, move and hide, sorting and filters by column, ranges to select, add up and
// copy, keys as in Excel. Exact for millions of rows: places are kept as doubles.

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "web/models/column_view.h"
#include "web/models/table.h"
#include "web/widgets/look.h"

namespace web {

struct GridColumn {
  std::string_view id;     ///< Stable.
  std::string_view title;  ///< What the header says.
  float width = 100;       ///< Least width, design pixels, padding included.
  float grow = 0;          ///< Share of the room that is left over.
  bool right = false;      ///< Numbers stand right.
};

/// What stands in one cell; filled anew for every visible cell.
struct Cell {
  enum class Kind : std::uint8_t { Text, Chip, Link };  ///< In the order of ListCell::Shape.

  Kind kind = Kind::Text;
  Tone tone = Tone::Plain;
  bool bold = false;
  std::string text;         ///< Breaks into as many lines as the row holds when `second` is empty.
  std::string second = {};  ///< Second line, secondary colour.
  std::string full = {};    ///< What is copied, where it is another than the words shown.
};

/// Where rows come from.
class GridRows {
 public:
  virtual ~GridRows() = default;
  virtual std::size_t count() const = 0;
  /// Stable over sorting and filtering.
  virtual std::uint64_t key(std::size_t row) const = 0;
  virtual void cell(std::size_t row, std::size_t column, Cell& out) const = 0;
  /// The row of GridOptions::table that is shown here; SIZE_MAX for a line that stands for several
  /// and is left out of totals.
  virtual std::size_t source(std::size_t row) const { return row; }
};

struct GridOptions {
  std::span<const GridColumn> columns;
  std::size_t frozen = 0;               ///< So many columns stay at the left.
  float row_height = 0;                 ///< Device pixels; 0 = the look's.
  std::optional<std::size_t> selected;  ///< Row shown as chosen.
  const Table* table = nullptr;         ///< Types and totals of the columns.
  TableQuery* query = nullptr;          ///< Edited by headers and their menus; null = fixed order.
  core::Date today;                     ///< For filters such as 近30天.
  std::string_view empty;               ///< What to say when there are no rows.
};

/// A cell by its shown row and its index in GridOptions::columns.
struct GridPlace {
  std::size_t row = SIZE_MAX;
  std::size_t column = SIZE_MAX;

  bool known() const { return row != SIZE_MAX; }
  friend bool operator==(const GridPlace& a, const GridPlace& b) = default;
};

/// The menu of a column while it is open.
struct GridMenuMemory {
  std::size_t column = SIZE_MAX;
  std::size_t wanted = SIZE_MAX;  ///< To be opened in the next frame.
  ColumnFilter filter;
  std::string from, to, search;
  std::vector<TableChoice> choices;
};

/// What decides which rows and columns stood where in the frame before.
struct GridSeen {
  std::size_t count = 0;
  std::uint64_t revision = 0;
  TableQuery query;
  std::vector<std::string> order, hidden;  ///< Of the columns.
  std::size_t first = SIZE_MAX, last = SIZE_MAX;
  std::uint64_t first_key = 0, last_key = 0;  ///< Of the rows the range began and ended at.

  friend bool operator==(const GridSeen& a, const GridSeen& b) = default;
};

/// Which handle of the range a finger holds.
enum class GridGrip : std::uint8_t { None, Start, End };

/// Kept between frames by the screen.
struct GridMemory {
  double top = 0;  ///< Rows scrolled away above, the last of them in part.
  float left = 0;
  float drag = 0;       ///< Where on the scrollbar's grab or the column it is held.
  bool reveal = false;  ///< Bring the selected row into view in the next frame.
  ColumnView view;
  bool view_changed = false;     ///< Set when a person arranged columns; the owner clears it.
  GridPlace anchor, active;      ///< Two corners of the range; equal = one cell.
  std::size_t moved = SIZE_MAX;  ///< Column being dragged to another place.
  std::uint64_t revision = 0;    ///< Of the ledger the rows are read from, told by the owner.
  GridSeen seen;
  bool marking = false;  ///< A long press or the right button holds the range's end.
  GridGrip grip = GridGrip::None;
  ImVec2 grip_offset;         ///< From the middle of the cell at that corner to the finger.
  bool has_keys = false;      ///< The rows have the focus, not a header.
  bool cell_by_keys = false;  ///< Keys moved along the row: the active cell is shown.
  GridPlace summed_from, summed_to;
  std::string totals;  ///< Of the range summed last.
  GridMenuMemory menu;
};

/// What a person did in this frame.
struct GridAsk {
  std::optional<std::size_t> pressed;    ///< Row chosen by pointer or arrow key.
  std::size_t column = SIZE_MAX;         ///< Where in the row it was pressed.
  std::optional<std::size_t> opened;     ///< Double click or Enter.
  std::size_t opened_column = SIZE_MAX;  ///< Where in the row.
  bool opened_by_key = false;
};

/// What is left of the screen for a list, but never less than its header and some rows: a low page
/// scrolls instead.
ImVec2 list_room(float row_height);

/// Draws the table as a card of the given size at the cursor.
GridAsk draw_grid(const Look& look, const char* id, const GridRows& rows,
                  const GridOptions& options, GridMemory& memory, ImVec2 size);

}  // namespace web
