#pragma once
// The small parts of an .xlsx file: which sheets there are, where they lie, how numbers are shown.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/intake/readers/number_format.h"
#include "core/intake/readers/xml_scanner.h"
#include "core/intake/readers/zip.h"

namespace core::intake {

struct Workbook {
  std::vector<SheetInfo> sheets;
  std::vector<std::string> sheet_parts;      ///< One for each sheet; empty when the file has none.
  std::string strings_part;                  ///< Empty when the file has none.
  std::vector<NumberFormat> number_formats;  ///< By a cell's style number.
  bool from_1904 = false;
};

/// A part's content; an error when there is none of this name.
Result<EntryWindow> open_window(const ZipArchive& archive, std::string_view part,
                                const Limits& limits);

/// A scanner at the start of a part.
Result<XmlScanner> open_part(const ZipArchive& archive, std::string_view part,
                             const Limits& limits);

/// `xl/workbook.xml`, or wherever the archive says the workbook is; empty when it is none.
Result<std::string> find_workbook(const ZipArchive& archive, const Limits& limits);

/// Reads the workbook, its relationships and its styles.
Result<Workbook> read_workbook(const ZipArchive& archive, std::string_view part,
                               const Limits& limits);

/// Where `target` leads from a part: absolute (`/xl/a.xml`) or relative (`../a.xml`).
std::string resolve_part(std::string_view from, std::string_view target);

}  // namespace core::intake
