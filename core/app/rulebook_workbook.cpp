#include "core/app/rulebook_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

#include "core/app/rulebook_examples.h"
#include "core/app/rulebook_tables.h"
#include "core/app/rulebook_words.h"
#include "core/base/text.h"
#include "core/intake/readers/number_text.h"
#include "core/intake/readers/table_reader.h"
#include "core/intake/tables/cell_values.h"
#include "core/papers/xlsx/workbook.h"
#include "core/rules/assessment/point_item.h"
#include "core/rules/rulebook.h"

namespace core::app {
namespace {

using papers::CellStyle;
using papers::WorkbookCell;
using papers::WorkbookSheet;

constexpr std::string_view kGuide = "说明";
constexpr std::string_view kGuideLines[] = {
    "规则册",
    "白底的格可以改，灰字的格只供参考，改了不起作用。改完存盘，交“核对”，无误并经批准后启用。",
    "设置：一行一个值。生效日期留空的，自启用日期起生效；要分段的，同一键写几行，各写生效日期，前一"
    "行写止于。排名组别里的单位写名称、代码均可。",
    "权重：各指标权重合计应为100；写0的不计。",
    "计分：年度考核的计分项目，自带的是示例。每次分值写0的项目不计；上限留空为不限。",
    "示例：一行一条，事实在前，应有的结果在后。内容写作“名称=值；名称="
    "值”。核对时逐条运行，不符的不能启用。",
};

std::vector<std::string> choices_of(const RulebookColumn& column) {
  if (column.word == "direction") return {"扣分", "加分"};
  if (column.word == "part") return {"事实", "拒绝", "设置", "任务", "建议", "没有", "个数"};
  return {};
}

WorkbookCell cell_of(const RulebookColumn& column, const Value* value) {
  WorkbookCell cell;
  cell.style = column.told ? CellStyle::Told : CellStyle::Plain;
  if (!value) return cell;
  cell.number = value->integer() || value->real();
  cell.text = value->integer() ? std::to_string(*value->integer()) : shown(*value);
  if (column.word == "direction")
    cell.text = rules::assessment::label(cell.text == "add" ? rules::assessment::Direction::Add
                                                            : rules::assessment::Direction::Deduct);
  return cell;
}

WorkbookSheet sheet_of(const SheetSpec& spec, const std::vector<RulebookRow>& rows) {
  WorkbookSheet sheet;
  sheet.name = spec.name;
  sheet.frozen_rows = 1;
  std::vector<WorkbookCell>& header = sheet.rows.emplace_back();
  for (const RulebookColumn& column : spec.columns) {
    sheet.columns.push_back({column.width, choices_of(column)});
    header.push_back({std::string(column.header), false, CellStyle::Header});
  }
  for (const RulebookRow& row : rows) {
    std::vector<WorkbookCell>& cells = sheet.rows.emplace_back();
    for (const RulebookColumn& column : spec.columns)
      cells.push_back(cell_of(column, row.cells.find(column.word)));
  }
  return sheet;
}

WorkbookSheet guide() {
  WorkbookSheet sheet;
  sheet.name = kGuide;
  sheet.columns.push_back({110, {}});
  for (const std::string_view line : kGuideLines)
    sheet.rows.push_back(
        {{std::string(line), false, sheet.rows.empty() ? CellStyle::Title : CellStyle::Plain}});
  return sheet;
}

Value number_in(const intake::Cell& cell) {
  const std::optional<double> number = cell.kind == intake::CellKind::Number
                                           ? std::optional<double>(cell.number)
                                           : intake::parse_number(trim(cell.text));
  constexpr double kLargest = 1e15;
  if (!number || std::abs(*number) > kLargest) return std::string(trim(cell.text));
  if (*number == std::floor(*number)) return static_cast<std::int64_t>(*number);
  return *number;
}

// As the setting asks; what it is not stays text, and the check says so.
Value setting_value(const rules::SettingSpec* spec, const Value& cell) {
  const std::string* text = cell.text();
  if (!spec || !text) return cell;
  if (spec->type == rules::SettingType::Boolean && (*text == "是" || *text == "TRUE")) return true;
  if (spec->type == rules::SettingType::Boolean && (*text == "否" || *text == "FALSE"))
    return false;
  if (spec->type != rules::SettingType::Lists) return cell;
  List list;
  for (std::string& piece : pieces_of(*text)) list.emplace_back(std::move(piece));
  return list;
}

Value value_in(const RulebookColumn& column, const intake::Cell& cell) {
  const std::string text(trim(cell.text));
  if (column.type == ColumnType::Day) {
    const intake::Parsed<Date> day = intake::read_day(cell);
    return day.value ? to_string(*day.value) : text;
  }
  if (column.type != ColumnType::Text) {
    const bool is_number = cell.kind == intake::CellKind::Number;
    return is_number || column.type != ColumnType::SettingValue || intake::parse_number(text)
               ? number_in(cell)
               : Value(text);
  }
  if (column.word == "direction" && text == "扣分") return "deduct";
  if (column.word == "direction" && text == "加分") return "add";
  return text;
}

class Reader {
 public:
  Reader(intake::TableReader& table, RulebookFile& file) : table_(table), file_(file) {}

  Status run() {
    for (const intake::SheetInfo& info : table_.sheets()) {
      if (info.name == kGuide) continue;
      const SheetSpec* spec = named(info.name);
      if (!spec) {
        file_.issues.push_back({file_.name,
                                info.name,
                                0,
                                {},
                                {},
                                "没有这个工作表；可用的是设置、权重、计分、示例、说明"});
        continue;
      }
      ++found_;
      CORE_TRY(table_.open_sheet(info.index));
      CORE_TRY(read_sheet(*spec));
    }
    if (found_ > 0) return Done{};
    return Error{ErrorCode::InvalidInput,
                 fmt::format("不是规则册（没有设置、权重、计分、示例任何一张表）：{}", file_.name)};
  }

 private:
  static const SheetSpec* named(std::string_view name) {
    for (const SheetSpec& spec : rulebook_sheets())
      if (spec.name == trim(name)) return &spec;
    return nullptr;
  }

  Status read_sheet(const SheetSpec& spec) {
    columns_.clear();
    std::vector<RulebookRow> examples;
    for (intake::Row row;;) {
      CORE_ASSIGN(const bool more, table_.next(row));
      if (!more) break;
      if (columns_.empty()) {
        read_header(spec, row);
        continue;
      }
      RulebookRow read = read_row(row);
      if (read.cells.empty()) continue;
      (spec.id == RulebookSheet::Examples ? examples : file_.rows(spec.id))
          .push_back(std::move(read));
    }
    if (spec.id == RulebookSheet::Examples) read_examples(examples, file_);
    return Done{};
  }

  void read_header(const SheetSpec& spec, const intake::Row& row) {
    for (const intake::Cell& cell : row.cells) {
      const std::string header = fold_header(cell.text);
      const auto at =
          std::find_if(spec.columns.begin(), spec.columns.end(),
                       [&header](const RulebookColumn& column) { return column.header == header; });
      columns_.push_back(at == spec.columns.end() ? nullptr : &*at);
      if (!header.empty() && at == spec.columns.end())
        file_.issues.push_back({file_.name, std::string(spec.name), row.number, header, header,
                                fmt::format("没有“{}”这一列", header)});
    }
    for (const RulebookColumn& column : spec.columns)
      if (!column.told && std::find(columns_.begin(), columns_.end(), &column) == columns_.end())
        file_.issues.push_back({file_.name,
                                std::string(spec.name),
                                row.number,
                                std::string(column.header),
                                {},
                                "缺少这一列"});
  }

  RulebookRow read_row(const intake::Row& row) const {
    RulebookRow read{row.number, {}};
    for (std::size_t i = 0; i < row.cells.size() && i < columns_.size(); ++i) {
      if (!columns_[i] || columns_[i]->told || trim(row.cells[i].text).empty()) continue;
      read.cells.set(columns_[i]->word, value_in(*columns_[i], row.cells[i]));
    }
    if (const Value* value = read.cells.find("value")) {
      const rules::SettingSpec* spec = rules::find_setting(read.cells.text("key"));
      read.cells.set("value", setting_value(spec, *value));
    }
    return read;
  }

  intake::TableReader& table_;
  RulebookFile& file_;
  std::vector<const RulebookColumn*> columns_;
  int found_ = 0;
};

}  // namespace

bool is_rulebook_workbook(std::string_view name) { return ends_with(name, ".xlsx"); }

std::string rulebook_workbook(const RulebookFile& file) {
  std::vector<WorkbookSheet> sheets{guide()};
  for (const SheetSpec& spec : rulebook_sheets())
    sheets.push_back(sheet_of(spec, spec.id == RulebookSheet::Examples ? example_rows(file.examples)
                                                                       : file.rows(spec.id)));
  return papers::workbook_bytes(sheets);
}

Result<RulebookFile> read_rulebook_workbook(std::string_view bytes, std::string name) {
  CORE_ASSIGN(const std::unique_ptr<intake::TableReader> table, intake::open_table(bytes, name));
  RulebookFile file;
  file.name = std::move(name);
  file.workbook = true;
  CORE_TRY(Reader(*table, file).run());
  return file;
}

}  // namespace core::app
