#include "core/rules/assessment/point_item.h"

#include <doctest/doctest.h>

#include <string>

#include "core/rules/assessment/formula.h"
#include "core/rules/assessment/point_sheet.h"
#include "tests/support/facts.h"

using namespace core;
using namespace core::rules::assessment;

namespace {

Fields valid() {
  return {{"name", "周报漏报"},    {"clause", "2.7"}, {"formula", "undone:weekly_report"},
          {"direction", "deduct"}, {"points", 0.5},   {"cap", 5}};
}

std::string problem_with(std::string_view field, Value value) {
  Fields fields = valid();
  fields.set(field, std::move(value));
  return item_problem(fields);
}

}  // namespace

TEST_CASE("point item: what is read is written back") {
  REQUIRE(item_problem(valid()).empty());
  const PointItem item = item_of(valid());
  CHECK(item.points == 50);
  CHECK(item.cap == 500);
  CHECK(item.base == 0);
  CHECK(item.direction == Direction::Deduct);
  CHECK(item_of(*item_json(item).fields()) == item);
  for (const SheetItem& each : example_sheet()) {
    CAPTURE(each.key);
    const Value json = item_json(each.item);
    CHECK(item_problem(json).empty());
    CHECK(item_of(*json.fields()) == each.item);
  }
}

TEST_CASE("point item: without a cap there is no limit, and none is written") {
  Fields fields = valid();
  fields.erase("cap");
  REQUIRE(item_problem(fields).empty());
  CHECK(item_of(fields).cap == -1);
  CHECK(item_json(item_of(fields)).fields()->find("cap") == nullptr);
}

TEST_CASE("point item: what is missing, unknown or out of range is named") {
  Fields nameless = valid();
  nameless.erase("name");
  CHECK(item_problem(nameless) == "缺少“name”");
  CHECK(item_problem(List{}) == "应为对象");
  CHECK(problem_with("weight", 1).find("没有“weight”") != std::string::npos);
  CHECK(problem_with("name", "").find("应为文字") != std::string::npos);
  CHECK(problem_with("direction", "minus").find("“minus”") != std::string::npos);
  CHECK(problem_with("points", -1).find("不在0至1000之间") != std::string::npos);
  CHECK(problem_with("points", 1000).empty());
  CHECK(problem_with("points", 1000.01).find("不在0至1000之间") != std::string::npos);
  CHECK(problem_with("points", 0.125).find("最多两位小数") != std::string::npos);
  CHECK(problem_with("points", 0.29).empty());  // 28.999… hundredths in binary
  CHECK(problem_with("cap", "5").find("应为分数") != std::string::npos);
}

TEST_CASE("formula: every word is read back, and only duties can be late") {
  for (const FormulaSpec& spec : formula_specs()) {
    CAPTURE(std::string(spec.word));
    const bool about_rule = spec.word.back() == ':';
    const auto found = find_formula(std::string(spec.word) + (about_rule ? "answer" : ""));
    REQUIRE(found.has_value());
    CHECK(found->counted == spec.counted);
    CHECK((found->rule == rules::RuleId::Answer) == about_rule);
    CHECK_FALSE(label(*found).empty());
  }
  CHECK_FALSE(find_formula("late:").has_value());
  CHECK_FALSE(find_formula("late:two_reminders").has_value());
  CHECK_FALSE(find_formula("late:petitions").has_value());
  CHECK_FALSE(find_formula("reminded:answer").has_value());
  CHECK_FALSE(find_formula("visits").has_value());
  CHECK_FALSE(find_formula("").has_value());
}

TEST_CASE(
    "point sheet: the county's items stand in the place of the example's, its own come after") {
  rules::Settings settings;
  settings.point_sheet["reminded"] = item_of(valid());
  settings.point_sheet["zz_own"] = item_of(valid());
  const std::vector<SheetItem> sheet = sheet_of(settings);
  REQUIRE(sheet.size() == example_sheet().size() + 1);
  CHECK(sheet.back().key == "zz_own");
  for (std::size_t i = 0; i < example_sheet().size(); ++i) {
    CHECK(sheet[i].key == example_sheet()[i].key);
    const bool replaced = sheet[i].key == "reminded";
    CHECK((sheet[i].item == example_sheet()[i].item) == !replaced);
  }
}
