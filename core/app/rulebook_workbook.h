#pragma once
// The rulebook file as a workbook a clerk edits in Excel or WPS.

#include <string>
#include <string_view>

#include "core/app/rulebook_file.h"

namespace core::app {

/// By the name of the file.
bool is_rulebook_workbook(std::string_view name);

/// One sheet for each part of the file behind a page that says how to fill them in.
std::string rulebook_workbook(const RulebookFile& file);

/// An error when the bytes are no workbook or one of another kind; whatever else is wrong becomes
/// an issue that names the cell.
Result<RulebookFile> read_rulebook_workbook(std::string_view bytes, std::string name);

}  // namespace core::app
