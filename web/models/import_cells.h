#pragma once
// Cells of the lists of imported files, the same in the log of one import and in the record of all.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/intake/import_log.h"
#include "web/models/list_table.h"

namespace web {

/// What a file was read as: 单位、人员. Empty when nothing was.
std::string sheet_words(std::span<const core::intake::SheetKind> kinds);

/// The same as a cell; its code is the order in which the words were first met.
ListCell sheets_cell(std::string words, std::vector<std::string>& met);

/// A number of rows, with thousands apart.
ListCell count_cell(std::int64_t count, Tone tone = Tone::Plain);

}  // namespace web
