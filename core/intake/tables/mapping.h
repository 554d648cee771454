#pragma once
// A saved mapping: what a person settled about files that do not say it themselves.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/intake/tables/layout.h"

namespace core::intake {

struct SheetMapping {
  std::string file;   ///< Part of the file's name; empty = any.
  std::string sheet;  ///< Name of the sheet; empty = any.
  bool skip = false;  ///< `"as": "skip"`
  LayoutHints layout;
  std::string period;                                      ///< `2026-07`, for statistics.
  int year = 0;                                            ///< For days and weeks without one.
  std::vector<std::pair<std::string, std::string>> units;  ///< Name in the file -> code.
};

struct Mapping {
  std::string name;  ///< Of its file; empty = there is none.
  std::vector<SheetMapping> sheets;
  std::vector<std::pair<std::string, std::string>> units;  ///< For every sheet.

  /// The first that fits; null when none does.
  const SheetMapping* find(std::string_view file, std::string_view sheet) const;
};

/// What may stand for `columns` in sheets of the kind (Unknown = any), joined by 、.
std::string column_words(SheetKind kind);

/// Reads `{"sheets": [{"file", "sheet", "as", "header_row", "columns": {header: word},
/// "units": {name: code}, "period", "year"}], "units": {…}}`. Unknown names and words are refused
/// beside those that would do.
Result<Mapping> parse_mapping(std::string_view json);

}  // namespace core::intake
