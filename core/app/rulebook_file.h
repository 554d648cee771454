#pragma once
// The rulebook as a file people edit: settings, weights, point sheet and worked examples, as JSON
// or (rulebook_workbook.h) as a workbook. One model, so both say the same.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/base/value.h"
#include "core/model/state.h"
#include "core/rules/rulebook.h"

namespace core::app {

enum class RulebookSheet : std::uint8_t { Settings, Weights, Points, Examples };

/// What a column holds, and so how a cell is read.
enum class ColumnType : std::uint8_t { Text, Day, Number, Points, SettingValue };

struct RulebookColumn {
  std::string_view word;    ///< In JSON.
  std::string_view header;  ///< In a workbook.
  ColumnType type = ColumnType::Text;
  bool told = false;  ///< For the reader's information; what stands there changes nothing.
  int width = 12;     ///< In a workbook, characters.
};

struct SheetSpec {
  RulebookSheet id;
  std::string_view word;  ///< In JSON.
  std::string_view name;  ///< In a workbook.
  std::span<const RulebookColumn> columns;
};

/// In the order of RulebookSheet.
std::span<const SheetSpec> rulebook_sheets();
const SheetSpec& sheet_spec(RulebookSheet sheet);

struct RulebookRow {
  int number = 0;  ///< JSON: its place in the list, from 1; workbook: as Excel shows it.
  Fields cells;    ///< By column word; empty cells are left out.
};

/// A scenario (contract, section 4) with the rows it came from, as far as there are any.
struct RulebookExample {
  int row = 0;
  Value scenario;
  std::vector<int> fact_rows;    ///< Of each fact; empty in JSON.
  std::vector<int> expect_rows;  ///< Of each entry of `expect`; empty in JSON.
};

struct RulebookFile {
  std::string name;       ///< File name without folders, for messages.
  bool workbook = false;  ///< Issues name columns by their headers.
  std::vector<RulebookRow> settings;
  std::vector<RulebookRow> weights;
  std::vector<RulebookRow> points;
  std::vector<RulebookExample> examples;
  Issues issues;  ///< What could not be read at all.

  const std::vector<RulebookRow>& rows(RulebookSheet sheet) const;
  std::vector<RulebookRow>& rows(RulebookSheet sheet);
};

/// One issue about a cell of the file; `column` is a column word.
Issue cell_issue(const RulebookFile& file, RulebookSheet sheet, int row, std::string_view column,
                 std::string text, std::string reason);

/// 设置 第3行 值 “0”：reason.
std::string issue_line(const Issue& issue);

/// How a value is shown in an issue or a table: 是, 45, T01、T02.
std::string shown(const Value& value);

/// An error when the text is no JSON object; whatever else is wrong becomes an issue.
Result<RulebookFile> read_rulebook_json(std::string_view text, std::string name);
std::string rulebook_json(const RulebookFile& file);

/// What holds on `today` and what is to hold later, with the words people need to change it, and
/// the examples of the last activation (a few of ours when it had none).
RulebookFile export_rulebook(const State& state, const rules::Rulebook& rulebook, Date today);

}  // namespace core::app
