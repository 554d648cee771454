#pragma once
// One record of delimited text, split into fields.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/intake/readers/text_arena.h"

namespace core::intake {

enum class RecordState : std::uint8_t {
  Complete,
  NeedsMore,    ///< The text ends inside the record and is not the file's end.
  OpenQuote,    ///< The file ends inside quotes.
  LongCell,     ///< A field is longer than allowed.
  ManyColumns,  ///< More fields than allowed.
};

struct RecordLimits {
  std::size_t cell_bytes;
  std::size_t columns;
};

/// Where the first of two characters or a line's end stands in `text` at or after `at`; the text's
/// size when there is none.
std::size_t find_field_end(std::string_view text, std::size_t at, char delimiter);

class FieldEnds;

class CsvRecord {
 public:
  /// Splits the record at the front of `text`, of which nothing follows when `last`. Quotes may
  /// enclose delimiters, line breaks (which become LF) and doubled quotes; `="0012"` gives `0012`.
  RecordState read(std::string_view text, char delimiter, bool last, const RecordLimits& limits);

  /// After Complete. Point into the text or into this; valid until the next `read`.
  const std::vector<std::string_view>& fields() const { return fields_; }
  /// After Complete: how many bytes and line ends the record takes.
  std::size_t size() const { return at_; }
  int lines() const { return lines_; }
  /// After OpenQuote and LongCell: line ends before the field concerned.
  int lines_before_field() const { return lines_before_field_; }

 private:
  RecordState read_field(FieldEnds& ends);
  RecordState read_quoted(FieldEnds& ends);
  RecordState add(std::string_view field);
  std::string_view unquoted(std::size_t begin, std::size_t end, bool doubled);
  RecordState at_end(RecordState otherwise) const;

  std::string_view text_;
  char delimiter_ = ',';
  bool last_ = false;
  RecordLimits limits_{};
  std::size_t at_ = 0;
  bool ended_ = false;
  int lines_ = 0;
  int lines_before_field_ = 0;
  std::vector<std::string_view> fields_;
  TextArena texts_;
};

}  // namespace core::intake
