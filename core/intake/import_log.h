#pragma once
// The account of an import: what was done with every row.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/issue.h"
#include "core/base/value.h"

namespace core::intake {

/// What a sheet holds.
enum class SheetKind : std::uint8_t {
  Unknown,
  Cases,
  Units,
  Officials,
  Leads,
  Reports,
  Statistics
};

std::string_view word(SheetKind kind);   ///< cases units officials leads reports statistics
std::string_view label(SheetKind kind);  ///< Chinese: 信访事项, 单位, 领导 …
/// Unknown for `auto` and for words that are not in the list.
SheetKind parse_sheet_kind(std::string_view text);

/// Pieces of personal data that did not get in, of columns and of free text.
struct Scrubbed {
  std::int64_t id = 0;
  std::int64_t phone = 0;
  std::int64_t address = 0;
  std::int64_t name = 0;  ///< Names of petitioners masked, each occurrence once.
  std::int64_t birth = 0;
  std::int64_t account = 0;  ///< Bank numbers, e-mail, WeChat, QQ.
  std::int64_t plate = 0;    ///< Number plates.
};

/// `证件号2处，电话1处`; empty when nothing was kept out.
std::string scrubbed_words(const Scrubbed& scrubbed);
Value scrubbed_json(const Scrubbed& scrubbed);

/// One file; several sheets are added up. Counts are rows.
struct FileLog {
  std::string file;           ///< Without folders, scrubbed.
  std::vector<SheetKind> as;  ///< One per sheet that was read.
  std::int64_t rows = 0;      ///< Data rows seen = added + updated + unchanged + refused + skipped.
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  std::int64_t skipped = 0;  ///< Titles within the data, 合计, 填表人: listed in notes.
  Scrubbed scrubbed;
  std::vector<std::string> dropped_columns;  ///< Header texts of columns that must not get in.
  std::vector<std::string> unused_columns;   ///< Headers nobody claimed.
  std::vector<std::string> notes;            ///< What a person should know, one sentence each.
  Issues issues;  ///< Every refused row, and cells that were not taken (reason ends 此格未取).
  std::string error;  ///< The file as a whole could not be read.
};

struct ImportLog {
  std::vector<FileLog> files;
};

/// The `--json` object of `zelian import` (contract, section 3).
Value log_json(const ImportLog& log);

}  // namespace core::intake
