#pragma once
// The range of cells a person has selected: where it is, what it adds up to, how it is copied.

#include "web/models/report.h"
#include "web/widgets/grid.h"

namespace web {

struct GridLayout;

/// Rows and places of the range, both ends included.
struct GridRange {
  std::size_t first_row = 0, last_row = 0;
  std::size_t first_place = 0, last_place = 0;

  bool holds(std::size_t row, std::size_t place) const {
    return row >= first_row && row <= last_row && place >= first_place && place <= last_place;
  }
};

/// More than one cell is selected.
bool has_range(const GridMemory& memory);

/// Cells are held that the line under the rows speaks of: a range, or one cell a finger marked.
bool has_totals(const GridMemory& memory);

/// Nothing when no cell is selected, or its column is hidden.
std::optional<GridRange> range_of(const GridLayout& layout, const GridMemory& memory);

/// Forgets the range, and what it added up to, when its cells may no longer be those that were
/// selected: rows sorted or filtered otherwise, columns moved or hidden, other facts.
void check_range(const GridRows& rows, const GridOptions& options, GridMemory& memory);

/// The cells as Excel takes them: tabs between cells, CRLF after rows, quotes where needed, and an
/// apostrophe before what Excel would take for a formula. With `titles` the header comes first.
std::string range_text(const GridRows& rows, const GridOptions& options, const GridLayout& layout,
                       const GridRange& range, bool titles);

/// Puts the range on the clipboard; with titles when it holds every row of several.
void copy_range(const GridRows& rows, const GridOptions& options, const GridLayout& layout,
                const GridRange& range);

/// All rows and all shown columns with their titles, commas between cells: a file for Excel. Long
/// numbers and what Excel would take for a formula are kept as text by a tab before them. Days of a
/// `table` have their year, which Excel would else take for the current one; blank cells are empty.
std::string table_csv(const GridRows& rows, std::span<const GridColumn> columns,
                      const ColumnView& view, const Table* table = nullptr);

/// The same rows and columns for paper.
ReportTable table_report(std::string_view caption, const GridRows& rows,
                         std::span<const GridColumn> columns, const ColumnView& view,
                         const Table* table = nullptr);

float totals_height(const Look& look);

/// The line under the rows: how many cells, and of numbers sum, average, least and most. Who has no
/// keys copies them here.
void draw_totals(const Look& look, const GridRows& rows, const GridOptions& options,
                 const GridLayout& layout, GridMemory& memory);

}  // namespace web
