#include "core/app/rulebook_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/decimal.h"

namespace core::app {
namespace {

using enum ColumnType;

constexpr bool kTold = true;

constexpr RulebookColumn kSettings[] = {
    {"key", "键", Text, !kTold, 34},       {"name", "名称", Text, kTold, 30},
    {"entry", "项", Text, !kTold, 14},     {"value", "值", SettingValue, !kTold, 18},
    {"from", "生效日期", Day, !kTold, 12}, {"until", "止于", Day, !kTold, 12},
    {"unit", "单位", Text, kTold, 10},     {"default", "默认值", Text, kTold, 14},
    {"clause", "依据", Text, kTold, 10},   {"reason", "理由", Text, kTold, 44},
};

constexpr RulebookColumn kWeights[] = {
    {"indicator", "指标", Text, !kTold, 26}, {"name", "名称", Text, kTold, 24},
    {"weight", "权重", Number, !kTold, 8},   {"from", "生效日期", Day, !kTold, 12},
    {"until", "止于", Day, !kTold, 12},
};

constexpr RulebookColumn kPoints[] = {
    {"key", "项目", Text, !kTold, 22},       {"name", "名称", Text, !kTold, 22},
    {"clause", "依据", Text, !kTold, 10},    {"formula", "算法", Text, !kTold, 26},
    {"counts", "算法说明", Text, kTold, 28}, {"direction", "方向", Text, !kTold, 8},
    {"base", "基础分", Points, !kTold, 8},   {"points", "每次分值", Points, !kTold, 10},
    {"cap", "上限", Points, !kTold, 8},      {"from", "生效日期", Day, !kTold, 12},
    {"until", "止于", Day, !kTold, 12},
};

constexpr RulebookColumn kExamples[] = {
    {"example", "示例", Text, !kTold, 28}, {"part", "行", Text, !kTold, 8},
    {"on", "日期", Day, !kTold, 12},       {"what", "种类", Text, !kTold, 20},
    {"number", "编号", Text, !kTold, 14},  {"case", "事项", Text, !kTold, 14},
    {"unit", "单位", Text, !kTold, 10},    {"content", "内容", Text, !kTold, 60},
};

constexpr SheetSpec kSheets[] = {
    {RulebookSheet::Settings, "settings", "设置", kSettings},
    {RulebookSheet::Weights, "weights", "权重", kWeights},
    {RulebookSheet::Points, "points", "计分", kPoints},
    {RulebookSheet::Examples, "examples", "示例", kExamples},
};

}  // namespace

std::span<const SheetSpec> rulebook_sheets() { return kSheets; }

const SheetSpec& sheet_spec(RulebookSheet sheet) {
  return kSheets[static_cast<std::size_t>(sheet)];
}

std::vector<RulebookRow>& RulebookFile::rows(RulebookSheet sheet) {
  if (sheet == RulebookSheet::Weights) return weights;
  return sheet == RulebookSheet::Points ? points : settings;
}

const std::vector<RulebookRow>& RulebookFile::rows(RulebookSheet sheet) const {
  return const_cast<RulebookFile*>(this)->rows(sheet);
}

Issue cell_issue(const RulebookFile& file, RulebookSheet sheet, int row, std::string_view column,
                 std::string text, std::string reason) {
  const SheetSpec& spec = sheet_spec(sheet);
  std::string_view shown_column = column;
  for (const RulebookColumn& each : spec.columns)
    if (file.workbook && each.word == column) shown_column = each.header;
  return {file.name,
          std::string(file.workbook ? spec.name : spec.word),
          row,
          std::string(shown_column),
          std::move(text),
          std::move(reason)};
}

std::string issue_line(const Issue& issue) {
  std::string place = issue.sheet;
  if (issue.row > 0) place += fmt::format(" 第{}行", issue.row);
  if (!issue.column.empty()) place += fmt::format(" {}", issue.column);
  if (!issue.text.empty()) place += fmt::format(" “{}”", issue.text);
  return fmt::format("{}：{}", place, issue.reason);
}

std::string shown(const Value& value) {
  if (value.is_null()) return {};
  if (const std::string* text = value.text()) return *text;
  if (const bool* yes = value.boolean()) return *yes ? "是" : "否";
  if (value.real()) {
    const std::int64_t rounded = hundredths(value).value_or(-1);
    return decimal_value(rounded, 2) == value ? decimal_text(rounded, 2) : to_json(value);
  }
  if (const List* list = value.list();
      list && std::all_of(list->begin(), list->end(), [](const Value& v) { return v.text(); })) {
    std::vector<std::string_view> texts;
    for (const Value& item : *list) texts.push_back(*item.text());
    return fmt::format("{}", fmt::join(texts, "、"));
  }
  return to_json(value);
}

}  // namespace core::app
