#pragma once
// One row of a sheet, asked by what its columns say.

#include <string_view>

#include "core/base/text.h"
#include "core/intake/tables/layout.h"

namespace core::intake {

class RowView {
 public:
  RowView(const SheetLayout& layout, const Row& row) : layout_(&layout), row_(&row) {}

  int number() const { return row_->number; }

  /// An empty cell when the sheet has no such column or the row ends before it.
  const Cell& cell(Column column) const {
    static constexpr Cell kEmpty;
    const int place = layout_->place[static_cast<std::size_t>(column)];
    const bool there = place >= 0 && static_cast<std::size_t>(place) < row_->cells.size();
    return there ? row_->cells[static_cast<std::size_t>(place)] : kEmpty;
  }

  /// Trimmed; error values of formulas (#N/A) count as empty.
  std::string_view text(Column column) const {
    const Cell& each = cell(column);
    return each.kind == CellKind::Error ? std::string_view() : trim(each.text);
  }

  /// The header as the file writes it.
  std::string_view header(Column column) const {
    const int place = layout_->place[static_cast<std::size_t>(column)];
    return place < 0 ? std::string_view() : layout_->headers[static_cast<std::size_t>(place)];
  }

  const SheetLayout& layout() const { return *layout_; }
  const Row& row() const { return *row_; }

 private:
  const SheetLayout* layout_;
  const Row* row_;
};

}  // namespace core::intake
