#pragma once
// Foreign tables (.xlsx, .csv) as rows of cells: the one door through which files of others come
// in.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"

namespace core::intake {

enum class CellKind : std::uint8_t { Empty, Text, Number, Date, Boolean, Error };

/// One cell as a person would see it, plus what the file says it is.
struct Cell {
  CellKind kind = CellKind::Empty;
  /// Valid UTF-8 without NUL; line breaks are LF. Text: the text. Number: plain decimal digits,
  /// whole numbers without `.0` and with all their digits, fractions to the 15 digits Excel shows.
  /// Date: `YYYY-MM-DD`, `YYYY-MM-DD HH:MM` or `HH:MM`. Boolean: TRUE or FALSE. Error: `#N/A` etc.,
  /// nothing for a formula that was never worked out.
  std::string_view text;
  double number = 0;       ///< Number: its value; Date: the file's serial; Boolean: 0 or 1.
  core::Date date;         ///< Date: the day; unknown when the cell holds a time of day only.
  int minute_of_day = -1;  ///< Date: 0 … 1439 when the cell holds a time, otherwise -1.
  bool percent = false;    ///< Number: shown as per cent, 0.8 as 80%.
  bool from_1904 = false;  ///< Number: one that is a day counts from 1904-01-01.
};

struct Row {
  int number = 0;  ///< From 1, as Excel shows it, also of a CSV whose cells hold line breaks.
  std::span<const Cell>
      cells;  ///< Dense by column from 0. Cells and texts live until the next row.
};

/// A merged range: rows from 1, columns from 0, both ends inside.
struct Merge {
  int first_row = 0;
  int last_row = 0;
  int first_column = 0;
  int last_column = 0;
};

struct SheetInfo {
  std::string name;  ///< Empty for CSV.
  int index = 0;
  bool hidden = false;
};

/// What we are willing to read. A table over a limit is refused as a whole.
struct Limits {
  std::uint64_t file_bytes = 512ULL << 20;
  std::uint64_t expanded_bytes = 4ULL << 30;  ///< All parts of one file together.
  std::uint64_t expansion_ratio = 200;        ///< Of one part, once it expands to over 10 MiB.
  std::size_t sheet_rows = 1'048'576;
  std::size_t sheet_columns = 16'384;
  std::size_t csv_rows = 5'000'000;
  std::size_t csv_columns = 4'096;
  std::size_t cell_bytes = 1U << 20;
  std::size_t shared_strings = 4'000'000;
  std::size_t shared_string_bytes = 1U << 30;
  std::uint64_t sheet_text_bytes = 1ULL << 30;  ///< What a sheet's cells take of shared strings.
  std::size_t sheets = 256;
  std::size_t merges = 1'000'000;  ///< Of one sheet.
  std::size_t xml_depth = 64;
  std::size_t zip_entries = 10'000;
  std::size_t held_bytes = 64U << 20;    ///< Larger parts are expanded a block at a time.
  std::size_t block_bytes = 256U << 10;  ///< How much is expanded or converted at a time.
};

/// Reads one table file, row by row, so that long work can run in slices.
class TableReader {
 public:
  virtual ~TableReader();

  /// In the order in which the user's program shows them; hidden ones are marked, not left out.
  virtual std::span<const SheetInfo> sheets() const = 0;

  /// Starts (again) at the top of a sheet. Any sheet may be opened any number of times.
  virtual Status open_sheet(int index) = 0;

  /// Moves to the next row that has a non-empty cell; false at the sheet's end. A damaged file or
  /// a limit gives an error, after which the reader stays at its end. Needs an open sheet.
  virtual Result<bool> next(Row& row) = 0;

  /// Merged ranges of the open sheet, whatever has been read of it so far; empty for CSV.
  virtual Result<std::span<const Merge>> merges() = 0;

  /// How much of the open sheet has been read, 0 … 1.
  virtual double progress() const = 0;
};

/// Finds out from the bytes what the file is and opens it; whatever cannot be read here (.xls,
/// .pdf, with a password …) is refused with a sentence that says what to do. `bytes` must outlive
/// the reader; `file_name` only helps to word the refusal.
Result<std::unique_ptr<TableReader>> open_table(std::string_view bytes, std::string_view file_name,
                                                const Limits& limits = {});

}  // namespace core::intake
