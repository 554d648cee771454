#pragma once
// The rows of one sheet of an .xlsx file, pulled out of its XML one at a time.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/intake/readers/number_format.h"
#include "core/intake/readers/plain_cell.h"
#include "core/intake/readers/shared_strings.h"
#include "core/intake/readers/table_reader.h"
#include "core/intake/readers/text_arena.h"
#include "core/intake/readers/workbook.h"
#include "core/intake/readers/xml_scanner.h"

namespace core::intake {

/// `B` of `B7` is 1; -1 when the reference starts with no column letters.
int column_of(std::string_view reference);

class SheetRows {
 public:
  /// `workbook` and `strings` must outlive this.
  SheetRows(XmlScanner xml, const Workbook& workbook, const SharedStrings& strings,
            const Limits& limits);

  /// As `TableReader::next`.
  Result<bool> next(Row& row);

  double progress() const { return finished_ ? 1 : xml_.progress(); }

 private:
  enum class Content : std::uint8_t { Number, Shared, Text, Inline, Boolean, Error, Moment };

  // Each false stands for an end, which is an error when `failed_`.
  bool fail(Error error);
  bool find_row();
  bool pass_tail();
  bool fail_nesting();
  bool start_row();
  bool read_row();
  bool read_cell(const PlainCell& cell);
  bool read_other_cell();
  bool start_cell(const PlainCell& cell);
  bool read_children(Cell& cell, Content content, std::size_t style);
  bool finish_cell(const Cell& cell);
  bool set_value(Cell& cell, Content content, std::size_t style, std::string_view text);
  bool set_text(Cell& cell, std::string_view text);
  bool set_shared(Cell& cell, std::string_view text);
  bool set_number(Cell& cell, std::size_t style, std::string_view text);
  bool set_boolean(Cell& cell, std::string_view text);
  void set_moment(Cell& cell, const Moment& moment);
  void clear_row();
  static Content content_of(std::string_view type);

  XmlScanner xml_;
  const Workbook& workbook_;
  const SharedStrings& strings_;
  const Limits& limits_;
  bool in_data_ = false;
  bool finished_ = false;
  bool failed_ = false;
  Error failure_{ErrorCode::InvalidInput, {}};
  int row_ = 0;
  int column_ = -1;
  std::size_t rows_ = 0;
  std::uint64_t shared_bytes_ = 0;  // handed out so far
  std::vector<Cell> cells_;
  std::vector<std::size_t> used_;
  std::size_t width_ = 0;
  TextArena texts_;
  std::string text_;
};

}  // namespace core::intake
