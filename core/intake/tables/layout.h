#pragma once
// Where the header of a sheet is, what the sheet holds, and what each of its columns says.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/intake/readers/table_reader.h"
#include "core/intake/tables/columns.h"

namespace core::intake {

/// The first rows of a sheet, kept.
struct TopRow {
  int number = 0;
  std::vector<std::string> cells;  ///< Texts by column from 0, trimmed.
};

/// What a person settled beforehand.
struct LayoutHints {
  SheetKind kind = SheetKind::Unknown;  ///< Unknown = find out.
  int header_row = 0;                   ///< First row of the header; 0 = find out.
  /// Header text -> column; None = leave the column out.
  std::vector<std::pair<std::string, Column>> columns;
};

struct SheetLayout {
  SheetKind kind = SheetKind::Unknown;
  int header_first = 0;
  int header_last = 0;
  std::vector<std::string> headers;       ///< By column, as people read them: `信访人·姓名`.
  std::vector<Column> columns;            ///< By column; None = not used.
  std::vector<Dropped> dropped;           ///< By column.
  std::vector<std::string> titles;        ///< What stands above the header.
  std::vector<std::size_t> other_names;   ///< Columns with names of people beside the petitioner's.
  std::array<int, kColumnCount> place{};  ///< Column -> index, -1 = the sheet has none.

  bool has(Column column) const { return place[static_cast<std::size_t>(column)] >= 0; }
};

/// Rows of the top that are looked at.
inline constexpr std::size_t kTopRows = 40;

/// The best reading of the rows as titles, a header of one to five rows, and data. Nothing when no
/// kind of sheet has its indispensable columns.
std::optional<SheetLayout> find_layout(std::span<const TopRow> rows, std::span<const Merge> merges,
                                       const HeaderBook& book, const LayoutHints& hints);

/// True when only merged ranges can say what stands over some column of the header, or whether the
/// row below it is part of it.
bool needs_merges(const SheetLayout& layout, std::span<const TopRow> rows);

/// True when most headers that are used stand in the row a second time: two tables side by side.
bool has_twin_beside(const SheetLayout& layout);

/// What a sheet comes closest to.
struct Likeness {
  SheetKind kind = SheetKind::Unknown;
  int understood = 0;   ///< So many of its columns are known in a sheet of the kind.
  std::string missing;  ///< The columns it cannot do without and lacks, in Chinese, joined by 、.
};

/// Of the kind in the hints, of any where they name none.
Likeness closest_kind(std::span<const TopRow> rows, std::span<const Merge> merges,
                      const HeaderBook& book, const LayoutHints& hints);

}  // namespace core::intake
