#pragma once
// Small .xlsx files made in memory, and tables as text that a test can compare.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/intake/readers/table_reader.h"
#include "tests/support/zip_writer.h"

namespace test {

/// A workbook of one sheet unless more is said.
struct XlsxParts {
  std::string sheet;    ///< What stands inside `<worksheet>`.
  std::string strings;  ///< What stands inside `<sst>`; empty = no such part.
  std::string styles;   ///< What stands inside `<styleSheet>`; empty = no such part.
  std::string workbook_properties;
  std::vector<std::pair<std::string, std::string>> others;  ///< Further parts, or in place of ours.
  ZipOptions zip{/*deflated=*/true};
};

std::string xlsx(const XlsxParts& parts);

/// An .xlsx whose one sheet has these rows (what stands inside `<sheetData>`).
std::string xlsx_rows(std::string_view rows);

/// `1: T:name N:5 - D:2026-07-01`, one line a row (`-` is an empty cell), of the first sheet or the
/// one named by `sheet`; an error ends the text as `! message`. Opening errors too.
std::string shown(std::string_view bytes, const core::intake::Limits& limits = {}, int sheet = 0,
                  std::string_view file_name = "x");

/// The same whatever the sizes of blocks are; otherwise a text that tells the two apart.
std::string shown_in_blocks(std::string_view bytes, core::intake::Limits limits = {});

}  // namespace test
