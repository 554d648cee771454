#pragma once
// A ListTable as rows of a grid.

#include "web/models/list_table.h"
#include "web/widgets/grid.h"

namespace web {

class ListRows : public GridRows {
 public:
  /// The table must outlive the rows.
  explicit ListRows(const ListTable& table) : table_(table) {}

  std::size_t count() const override { return table_.count(); }
  std::uint64_t key(std::size_t row) const override { return table_.key(table_.source(row)); }
  std::size_t source(std::size_t row) const override { return table_.source(row); }
  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    const ListCell& cell = table_.cell(table_.source(row), column);
    out.kind = static_cast<Cell::Kind>(cell.shape);
    out.tone = cell.tone;
    out.text = cell.text;
    out.full = cell.full;
  }

 private:
  const ListTable& table_;
};

}  // namespace web
