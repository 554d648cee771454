#pragma once
// What the log tells of rows and cells that bring no facts.

#include <string>
#include <vector>

#include "core/base/issue.h"
#include "core/intake/import_log.h"
#include "core/intake/readers/table_reader.h"
#include "core/intake/tables/layout.h"

namespace core::intake {

/// The note on skipped rows, the first of them by number; `sheet` is empty for CSV.
std::string skipped_note(const std::string& sheet, const std::vector<int>& rows);

/// From this row on the columns stand in another order: nothing below it is read.
Issue other_header_issue(const std::string& file, const std::string& sheet, int row);

/// Counts the cells of a row that stand in columns kept out as personal data.
void count_dropped(const Row& row, const SheetLayout& layout, Scrubbed& counts);

}  // namespace core::intake
