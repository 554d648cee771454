#pragma once
// Tables of delimited text: .csv and its kin.

#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/intake/readers/table_reader.h"

namespace core::intake {

/// As `open_table`, for bytes that are text. Every cell is Text or Empty.
Result<std::unique_ptr<TableReader>> open_csv(std::string_view bytes, const Limits& limits);

}  // namespace core::intake
