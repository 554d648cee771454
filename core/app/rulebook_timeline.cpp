#include "core/app/rulebook_timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/rules/assessment/point_item.h"
#include "core/rules/ranking/indicator.h"
#include "core/rules/setting_access.h"
#include "core/rules/setting_tables.h"

namespace core::app {
namespace {

constexpr std::string_view kItemFields[] = {"name", "clause", "formula", "direction",
                                            "base", "points", "cap"};

class Reader {
 public:
  Reader(const RulebookFile& file, Issues& issues) : file_(file), issues_(issues) {}

  std::vector<StatedValue> run() {
    for (const RulebookSheet sheet :
         {RulebookSheet::Settings, RulebookSheet::Weights, RulebookSheet::Points}) {
      sheet_ = sheet;
      for (const RulebookRow& row : file_.rows(sheet)) read(row);
    }
    return std::move(values_);
  }

 private:
  void read(const RulebookRow& row) {
    row_ = &row;
    const std::size_t before = issues_.size();
    StatedValue stated;
    stated.sheet = sheet_;
    stated.row = row.number;
    const bool says_something = sheet_ == RulebookSheet::Settings  ? read_setting(stated)
                                : sheet_ == RulebookSheet::Weights ? read_weight(stated)
                                                                   : read_points(stated);
    stated.from = day("from");
    stated.until = day("until");
    if (stated.from.known() && stated.until.known() && stated.until < stated.from)
      refuse("until", "止于早于生效日期");
    if (says_something && issues_.size() == before) values_.push_back(std::move(stated));
  }

  bool read_setting(StatedValue& stated) {
    const std::string key(row_->cells.text("key"));
    const rules::SettingSpec* spec = rules::find_setting(key);
    if (!spec) return refuse("key", key.empty() ? "缺少键" : fmt::format("没有“{}”这项设置", key));
    if (key == "rank_weights" || key == "point_sheet")
      return refuse("key", fmt::format("应写在“{}”表", key == "rank_weights" ? "权重" : "计分"));
    const std::string_view entry = row_->cells.text("entry");
    stated.place = {key, std::string(key == "issuer" ? rules::paper_called(entry) : entry)};
    const Value* value = row_->cells.find("value");
    if (is_table(*spec) && stated.place.entry.empty() && !value) return false;
    if (is_table(*spec) == stated.place.entry.empty())
      return refuse("entry", is_table(*spec) ? "缺少项的名称" : "这项设置没有分项，此格应为空");
    if (!value) return refuse("value", "缺少值");
    stated.value = *value;
    return check_value(stated, "value");
  }

  bool read_weight(StatedValue& stated) {
    const std::string_view word = row_->cells.text("indicator");
    const auto indicator = rules::ranking::parse_indicator(word);
    if (!indicator) return refuse("indicator", fmt::format("没有“{}”这个指标", word));
    stated.place = {"rank_weights", std::string(rules::ranking::spec_of(*indicator).word)};
    const Value* weight = row_->cells.find("weight");
    if (!weight) return refuse("weight", "缺少权重");
    stated.value = *weight;
    return check_value(stated, "weight");
  }

  bool read_points(StatedValue& stated) {
    stated.place = {"point_sheet", std::string(row_->cells.text("key"))};
    if (stated.place.entry.empty()) return refuse("key", "缺少项目");
    const std::size_t before = issues_.size();
    Fields item;
    for (const std::string_view field : kItemFields) {
      const Value* cell = row_->cells.find(field);
      const bool is_optional = field == "base" || field == "points" || field == "cap";
      if (!cell && !is_optional) refuse(field, "不能为空");
      if (!cell) continue;
      if (std::string problem = rules::assessment::item_field_problem(field, *cell);
          !problem.empty())
        refuse(field, std::move(problem));
      item.set(field, *cell);
    }
    if (issues_.size() > before) return false;
    // Written the one way that what is in force is written.
    stated.value = rules::assessment::item_json(rules::assessment::item_of(item));
    return true;
  }

  bool check_value(const StatedValue& stated, std::string_view column) {
    const Fields values = values_for(stated.place, stated.value);
    std::string problem = rules::setting_problem(stated.place.key, values.begin()->second);
    return problem.empty() || refuse(column, std::move(problem));
  }

  Date day(std::string_view column) {
    const Value* cell = row_->cells.find(column);
    if (!cell) return {};
    const auto day = cell->text() ? parse_date(*cell->text()) : std::nullopt;
    if (!day) refuse(column, "不是有效日期（YYYY-MM-DD）");
    return day.value_or(Date{});
  }

  bool refuse(std::string_view column, std::string reason) {
    const Value* cell = row_->cells.find(column);
    issues_.push_back(cell_issue(file_, sheet_, row_->number, column,
                                 cell ? shown(*cell) : std::string(), std::move(reason)));
    return false;
  }

  const RulebookFile& file_;
  Issues& issues_;
  RulebookSheet sheet_ = RulebookSheet::Settings;
  const RulebookRow* row_ = nullptr;
  std::vector<StatedValue> values_;
};

using Timeline = std::vector<StatedValue>;

void check_next(const RulebookFile& file, const StatedValue& earlier, const StatedValue& later,
                Issues& issues) {
  const auto refuse = [&](std::string_view column, Date day, std::string reason) {
    issues.push_back(
        cell_issue(file, later.sheet, later.row, column, to_string(day), std::move(reason)));
  };
  if (later.from == earlier.from)
    return refuse("from", later.from, fmt::format("与第{}行的生效日期相同，日期重叠", earlier.row));
  if (!earlier.until.known()) return;
  if (earlier.until >= later.from)
    return refuse("from", later.from,
                  fmt::format("第{}行止于{}，日期重叠", earlier.row, to_string(earlier.until)));
  if (earlier.until + 1 < later.from)
    refuse("from", later.from,
           fmt::format("第{}行止于{}，其间没有值", earlier.row, to_string(earlier.until)));
}

void check_timeline(const RulebookFile& file, const Timeline& timeline, Issues& issues) {
  for (std::size_t i = 1; i < timeline.size(); ++i)
    check_next(file, timeline[i - 1], timeline[i], issues);
  const StatedValue& last = timeline.back();
  if (last.until.known())
    issues.push_back(cell_issue(file, last.sheet, last.row, "until", to_string(last.until),
                                "其后没有值；最后一行的止于应为空"));
}

}  // namespace

std::vector<StatedValue> stated_values(const RulebookFile& file, Issues& issues) {
  return Reader(file, issues).run();
}

std::vector<Timeline> timelines(const RulebookFile& file, std::vector<StatedValue> values,
                                Issues& issues) {
  std::vector<Timeline> lines;
  for (StatedValue& value : values) {
    const auto at = std::find_if(lines.begin(), lines.end(), [&value](const Timeline& line) {
      return line.front().place == value.place;
    });
    Timeline& line = at == lines.end() ? lines.emplace_back() : *at;
    line.push_back(std::move(value));
  }
  for (Timeline& line : lines) {
    std::stable_sort(line.begin(), line.end(), [](const StatedValue& a, const StatedValue& b) {
      return a.from < b.from;  // an unknown day is before all others
    });
    check_timeline(file, line, issues);
  }
  return lines;
}

}  // namespace core::app
