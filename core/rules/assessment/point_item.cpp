#include "core/rules/assessment/point_item.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/base/decimal.h"
#include "core/rules/assessment/formula.h"

namespace core::rules::assessment {
namespace {

constexpr std::int64_t kMostPoints = 100'000;  // 1,000 points
constexpr std::string_view kTexts[] = {"name", "clause", "formula", "direction"};
constexpr std::string_view kNumbers[] = {"base", "points", "cap"};

template <typename Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// More than two decimals would be rounded without anybody noticing.
bool has_two_decimals(const Value& value) {
  if (value.integer()) return true;
  constexpr double kHundred = 100.0;
  constexpr double kNoise = 1e-6;
  const double scaled = value.real() ? *value.real() * kHundred : 0.5;
  return std::abs(scaled - std::round(scaled)) < kNoise;
}

std::string number_problem(const Value& value) {
  if (!value.integer() && !value.real()) return "应为分数";
  const std::optional<std::int64_t> points = hundredths(value);
  if (!points || *points > kMostPoints) return "不在0至1000之间";
  return has_two_decimals(value) ? "" : "最多两位小数";
}

std::string text_problem(std::string_view field, const Value& value) {
  if (!value.text() || value.text()->empty()) return "应为文字";
  const std::string& text = *value.text();
  if (field == "formula" && !find_formula(text)) return fmt::format("没有“{}”这个算法", text);
  if (field == "direction" && text != word(Direction::Deduct) && text != word(Direction::Add))
    return fmt::format("“{}”应为 deduct（扣分）或 add（加分）", text);
  return {};
}

std::int64_t points_in(const Fields& value, std::string_view name, std::int64_t otherwise) {
  const Value* number = value.find(name);
  return number ? hundredths(*number).value_or(otherwise) : otherwise;
}

}  // namespace

std::string_view word(Direction direction) {
  return direction == Direction::Add ? "add" : "deduct";
}

std::string_view label(Direction direction) {
  return direction == Direction::Add ? "加分" : "扣分";
}

std::string item_field_problem(std::string_view field, const Value& value) {
  if (is_one_of(field, kTexts)) return text_problem(field, value);
  if (is_one_of(field, kNumbers)) return number_problem(value);
  return fmt::format("没有“{}”这个字段", field);
}

std::string item_problem(const Value& value) {
  if (!value.fields()) return "应为对象";
  for (const std::string_view field : kTexts)
    if (!value.fields()->find(field)) return fmt::format("缺少“{}”", field);
  for (const auto& [field, part] : *value.fields())
    if (const std::string problem = item_field_problem(field, part); !problem.empty())
      return fmt::format("的“{}”{}", field, problem);
  return {};
}

PointItem item_of(const Fields& value) {
  PointItem item;
  item.name = value.text("name");
  item.clause = value.text("clause");
  item.formula = value.text("formula");
  item.direction = value.text("direction") == "add" ? Direction::Add : Direction::Deduct;
  item.base = points_in(value, "base", 0);
  item.points = points_in(value, "points", 0);
  item.cap = points_in(value, "cap", -1);
  return item;
}

Value item_json(const PointItem& item) {
  Fields fields{{"name", item.name},
                {"clause", item.clause},
                {"formula", item.formula},
                {"direction", word(item.direction)},
                {"base", decimal_value(item.base, 2)},
                {"points", decimal_value(item.points, 2)}};
  if (item.cap >= 0) fields.set("cap", decimal_value(item.cap, 2));
  return fields;
}

}  // namespace core::rules::assessment
