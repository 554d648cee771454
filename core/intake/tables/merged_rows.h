#pragma once
// Cells merged over several rows of data: each of the rows has what a person sees in it.

#include <span>
#include <string>
#include <vector>

#include "core/intake/readers/table_reader.h"
#include "core/intake/tables/layout.h"

namespace core::intake {

class MergedRows {
 public:
  MergedRows() = default;
  /// Merged ranges of the header, and those over the column that tells rows apart, say nothing
  /// about rows: one number over two rows does not make them one.
  MergedRows(std::span<const Merge> merges, const SheetLayout& layout);

  /// Takes note of what begins in the row; in their order, none twice.
  void pass(const Row& row);

  /// The row passed last with its merged cells filled in; valid until the next one.
  Row filled(const Row& row);

 private:
  struct Reaching {
    int last_row = 0;
    std::size_t column = 0;
    Cell cell;
    std::string text;  // of the cell, whose own is gone with its row
  };

  std::vector<Merge> ahead_;  // the next one last
  std::vector<Reaching> reaching_;
  std::vector<Cell> cells_;
};

}  // namespace core::intake
