#pragma once
// Tables of .xlsx files.

#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/intake/readers/table_reader.h"

namespace core::intake {

/// As `open_table`, for bytes that start like a zip archive.
Result<std::unique_ptr<TableReader>> open_xlsx(std::string_view bytes, const Limits& limits);

}  // namespace core::intake
