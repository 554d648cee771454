#include "core/intake/tables/merged_rows.h"

#include <algorithm>

#include "core/intake/tables/row_filter.h"

namespace core::intake {

MergedRows::MergedRows(std::span<const Merge> merges, const SheetLayout& layout) {
  const int key = layout.place[static_cast<std::size_t>(key_column(layout.kind))];
  for (const Merge& merge : merges)
    if (merge.first_row > layout.header_last && merge.last_row > merge.first_row &&
        merge.first_column != key)
      ahead_.push_back(merge);
  std::sort(ahead_.begin(), ahead_.end(),
            [](const Merge& a, const Merge& b) { return a.first_row > b.first_row; });
}

void MergedRows::pass(const Row& row) {
  std::erase_if(reaching_, [&row](const Reaching& each) { return each.last_row < row.number; });
  for (; !ahead_.empty() && ahead_.back().first_row <= row.number; ahead_.pop_back()) {
    const Merge& merge = ahead_.back();
    const auto column = static_cast<std::size_t>(merge.first_column);
    if (merge.first_row < row.number || column >= row.cells.size()) continue;
    const Cell& cell = row.cells[column];
    if (cell.kind == CellKind::Empty) continue;
    // A hostile file says the same of a column a hundred thousand times.
    std::erase_if(reaching_, [column](const Reaching& each) { return each.column == column; });
    reaching_.push_back({merge.last_row, column, cell, std::string(cell.text)});
  }
}

Row MergedRows::filled(const Row& row) {
  if (reaching_.empty()) return row;
  cells_.assign(row.cells.begin(), row.cells.end());
  for (const Reaching& each : reaching_) {
    if (each.column >= cells_.size()) cells_.resize(each.column + 1);
    Cell& cell = cells_[each.column];
    if (cell.kind != CellKind::Empty) continue;
    cell = each.cell;
    cell.text = each.text;
  }
  return {row.number, cells_};
}

}  // namespace core::intake
