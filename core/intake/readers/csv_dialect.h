#pragma once
// Which character separates the fields of a text table.

#include <cstddef>
#include <string_view>

#include "core/intake/readers/csv_record.h"

namespace core::intake {

struct CsvDialect {
  char delimiter = ',';
  bool named = false;  ///< The first line names it (`sep=;`) and is no record.
};

/// Judges by the first records: the character that most of them hold equally often wins, comma
/// before tab before semicolon. `last` when `text` is the whole file.
CsvDialect detect_dialect(std::string_view text, bool last, const RecordLimits& limits);

}  // namespace core::intake
