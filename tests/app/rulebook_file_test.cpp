#include "core/app/rulebook_file.h"

#include <doctest/doctest.h>

#include "core/app/rulebook_check.h"
#include "core/app/rulebook_examples.h"
#include "core/app/rulebook_tables.h"
#include "core/app/rulebook_workbook.h"
#include "core/model/fact_kind.h"
#include "core/model/memory_history.h"
#include "core/rules/setting_access.h"
#include "core/rules/setting_labels.h"
#include "tests/support/facts.h"

using namespace core;
using namespace core::app;
using test::day;

namespace {

constexpr std::string_view kToday = "2026-11-23";

RulebookFile exported(const MemoryHistory& history) {
  return export_rulebook(history.state(), rules::Rulebook::of(history.state()), day(kToday));
}

RulebookCheck check(const RulebookFile& file, const MemoryHistory& history,
                    std::string_view from = "2027-01-01") {
  return check_rulebook(file, history.state(), rules::Rulebook::of(history.state()), day(from));
}

RulebookRow& row_of(RulebookFile& file, std::string_view key) {
  for (RulebookRow& row : file.settings)
    if (row.cells.text("key") == key) return row;
  FAIL("no such row");
  return file.settings.front();
}

RulebookFile through_json(const RulebookFile& file) {
  auto read = read_rulebook_json(rulebook_json(file), "规则.json");
  REQUIRE(read.ok());
  return std::move(read).value();
}

RulebookFile through_workbook(const RulebookFile& file) {
  auto read = read_rulebook_workbook(rulebook_workbook(file), "规则.xlsx");
  if (!read.ok()) FAIL(read.error().message);
  return std::move(read).value();
}

std::string first_issue(const RulebookCheck& check) {
  if (check.issues.empty()) return {};
  const Issue& issue = check.issues.front();
  return issue.sheet + " " + std::to_string(issue.row) + " " + issue.column + " " + issue.text +
         " " + issue.reason;
}

MemoryHistory& add_activation(MemoryHistory& history, std::string_view from, Fields settings) {
  history.add_trusted(
      test::fact("rulebook.activated", "2026-01-05",
                 {{"settings", std::move(settings)}, {"from", from}, {"approver", "赵国华"}}));
  return history;
}

}  // namespace

TEST_CASE("rulebook file: what a cell holds is said as it stands") {
  CHECK(shown(core::Value(0.5)) == "0.50");
  CHECK(shown(core::Value(0.333)) == "0.333");
  CHECK(shown(core::Value(-1.5)) == "-1.5");
}

TEST_CASE("rulebook file: groups are said by names where a name leads back to its code") {
  MemoryHistory history;
  const auto add_unit = [&history](std::string_view code, std::string_view name) {
    history.add_trusted(test::fact("unit.registered", "2022-01-01",
                                   {{"unit", code}, {"name", name}, {"type", "township"}}));
  };
  add_unit("T01", "西山镇");
  add_unit("T02", "东河镇");  // the name of two
  add_unit("T03", "东河镇");
  add_unit("T04", "南河、北河镇");  // would be read as two
  const List units{"T01", "T02", "T04", "T99", "department"};
  add_activation(history, "2026-03-01", {{"rank_groups", Fields{{"甲组", units}}}});
  RulebookFile file = exported(history);
  RulebookFile named = with_unit_names(file, history.state());
  CHECK(shown(*row_of(file, "rank_groups").cells.find("value")) ==
        "T01、T02、T04、T99、department");
  CHECK(shown(*row_of(named, "rank_groups").cells.find("value")) ==
        "西山镇、T02、T04、T99、" + std::string(code_label("department")));
  const RulebookCheck same = check(through_workbook(named), history);
  CHECK(same.changes.empty());
}

TEST_CASE("rulebook file: what is exported changes nothing, as JSON and as a workbook") {
  MemoryHistory history;
  add_activation(history, "2026-03-01",
                 {{"answer_days", 50}, {"rank_groups", Fields{{"乡镇", List{"T01", "T02"}}}}});
  add_activation(history, "2027-06-01",
                 {{"answer_days", 45}, {"issuer", Fields{{"talk", "县联席办"}}}});
  const RulebookFile file = exported(history);
  for (const RulebookFile& read : {through_json(file), through_workbook(file)}) {
    CAPTURE(read.name);
    // The example of 60 days no longer fits 50: the only thing people are told.
    const RulebookCheck checked = check(read, history);
    CHECK(checked.changes.empty());
    for (const Issue& issue : checked.issues)
      CHECK(issue.sheet == (read.workbook ? "示例" : "examples"));
  }
}

TEST_CASE("rulebook file: every setting is listed with a name, and the defaults pass") {
  const MemoryHistory history;
  RulebookFile file = exported(history);
  for (const rules::SettingSpec& spec : rules::setting_specs()) {
    CAPTURE(std::string(spec.key));
    CHECK_FALSE(rules::setting_label(spec.key).empty());
    if (spec.key != "rank_weights" && spec.key != "point_sheet") row_of(file, spec.key);
  }
  const RulebookCheck checked = check(file, history);
  CHECK(first_issue(checked) == "");
  CHECK(checked.examples == 3);
  CHECK(checked.expectations == 6);
}

TEST_CASE("rulebook file: a changed value is found, from the day of activation or its own") {
  MemoryHistory history;
  RulebookFile file = exported(history);
  row_of(file, "plan_workdays").cells.set("value", 7);
  RulebookRow& later = row_of(file, "forward_days");
  later.cells.set("value", 10);
  later.cells.set("from", "2027-03-01");
  const RulebookCheck checked = check(file, history);
  REQUIRE(first_issue(checked) == "");
  REQUIRE(checked.changes.size() == 2);
  CHECK(checked.changes[0].place.key == "plan_workdays");
  CHECK(checked.changes[0].from == day("2027-01-01"));
  CHECK(checked.changes[1].from == day("2027-03-01"));
  const std::vector<Fact> facts = activation_facts(checked, file, day(kToday), "赵国华");
  REQUIRE(facts.size() == 2);
  for (const Fact& fact : facts) history.add_trusted(fact);
  const rules::Rulebook book = rules::Rulebook::of(history.state());
  CHECK(book.on(day("2026-12-31")).plan_workdays == 5);
  CHECK(book.on(day("2027-01-01")).plan_workdays == 7);
  CHECK(book.on(day("2027-02-28")).forward_days == 15);
  CHECK(book.on(day("2027-03-01")).forward_days == 10);
  CHECK(check(exported(history), history).changes.empty());
}

TEST_CASE("rulebook file: what is wrong is named by sheet, row and column") {
  const MemoryHistory history;
  const auto issue_after = [&history](std::string_view key, std::string_view column, Value value) {
    RulebookFile file = exported(history);
    RulebookRow& row = row_of(file, key);
    row.cells.set(column, std::move(value));
    const std::string number = std::to_string(row.number);
    std::string issue = first_issue(check(file, history));
    const std::size_t at = issue.find(" " + number + " ");
    REQUIRE(at != std::string::npos);
    return issue.replace(at, number.size() + 2, " # ");
  };
  CHECK(issue_after("answer_days", "value", 0) ==
        "settings # value 0 设置“answer_days”0不在1至365之间");
  CHECK(issue_after("answer_days", "value", "六十") ==
        "settings # value 六十 设置“answer_days”应为整数");
  CHECK(issue_after("answer_days", "key", "answer_day") ==
        "settings # key answer_day 没有“answer_day”这项设置");
  CHECK(issue_after("answer_days", "entry", "甲") ==
        "settings # entry 甲 这项设置没有分项，此格应为空");
  CHECK(issue_after("answer_days", "from", "2027-02-30") ==
        "settings # from 2027-02-30 不是有效日期（YYYY-MM-DD）");
  CHECK(issue_after("answer_days", "until", "2027-12-31") ==
        "settings # until 2027-12-31 其后没有值；最后一行的止于应为空");
}

TEST_CASE("rulebook file: dates that overlap or leave a gap are refused") {
  const MemoryHistory history;
  const auto second_row = [&history](std::string_view until, std::string_view from) {
    RulebookFile file = exported(history);
    RulebookRow& first = row_of(file, "plan_workdays");
    if (!until.empty()) first.cells.set("until", until);
    RulebookRow second{1000, {{"key", "plan_workdays"}, {"value", 9}, {"from", from}}};
    file.settings.push_back(std::move(second));
    return first_issue(check(file, history));
  };
  CHECK(second_row("", "2027-06-01") == "");
  CHECK(second_row("2027-05-31", "2027-06-01") == "");
  CHECK(second_row("2027-06-30", "2027-06-01").find("日期重叠") != std::string::npos);
  CHECK(second_row("2027-04-30", "2027-06-01").find("其间没有值") != std::string::npos);
  // Before the day of activation the past would change.
  CHECK(second_row("", "2026-06-01").find("生效日期早于启用日期") != std::string::npos);
}

TEST_CASE("rulebook file: weights are of known indicators and make 100") {
  const MemoryHistory history;
  RulebookFile file = exported(history);
  file.weights.front().cells.set("weight", 16);
  CHECK(first_issue(check(file, history)) == "weights 0 weight 101 自2027-01-01起权重合计应为100");
  file.weights.front().cells.set("indicator", "petitions");
  CHECK(first_issue(check(file, history)).find("没有“petitions”这个指标") != std::string::npos);
}

TEST_CASE("rulebook file: what the tables name must exist, and a unit has one group") {
  MemoryHistory history;
  for (const char* unit : {"T01", "T02"})
    history.add_trusted(
        test::fact("unit.registered", "2022-01-01", {{"unit", unit}, {"name", unit}}));
  add_activation(history, "2026-03-01", {{"rank_groups", Fields{{"甲", List{"T01"}}}}});
  const auto issue_of = [&history](std::string_view key, std::string_view entry, Value value) {
    RulebookFile file = exported(history);
    file.settings.push_back({900, {{"key", key}, {"entry", entry}, {"value", std::move(value)}}});
    return first_issue(check(file, history));
  };
  CHECK(issue_of("rank_groups", "乙", List{"T02"}) == "");
  CHECK(issue_of("rank_groups", "乙", List{"department"}) == "");
  CHECK(issue_of("rank_groups", "乙", List{"T99"}) == "settings 900 value T99 没有单位“T99”");
  CHECK(issue_of("rank_groups", "乙", List{"T02", "T01"}) ==
        "settings 900 value T02、T01 “T01”同时列入“乙”和“甲”，只能列入一组");
  CHECK(issue_of("issuer", "reminder", "县信访局") == "");
  CHECK(issue_of("issuer", "nonsense", "县信访局").find("settings 900 entry nonsense 没有") == 0);
  RulebookFile file = exported(history);
  file.points[1].cells.set("clause", "99.9");
  CHECK(first_issue(check(file, history)) == "points 2 clause 99.9 没有“99.9”这一条");
}

TEST_CASE("rulebook file: a point item is checked field by field") {
  const MemoryHistory history;
  RulebookFile file = exported(history);
  RulebookRow& row = file.points[1];
  row.cells.set("formula", "late:petitioner");
  row.cells.set("points", 0.125);
  const RulebookCheck checked = check(file, history);
  REQUIRE(checked.issues.size() == 2);
  CHECK(checked.issues[0].column == "formula");
  CHECK(checked.issues[1].reason == "最多两位小数");
}

TEST_CASE("rulebook file: an example that no longer holds names its row") {
  const MemoryHistory history;
  RulebookFile file = exported(history);
  row_of(file, "answer_days").cells.set("value", 45);
  // The county makes the example its own by changing a word of it.
  Fields scenario = *file.examples.front().scenario.fields();
  scenario.set("name", "本县：满60日未答复即为逾期");
  file.examples.front().scenario = scenario;
  for (const RulebookFile& read : {through_json(file), through_workbook(file)}) {
    const RulebookCheck checked = check(read, history);
    REQUIRE_FALSE(checked.issues.empty());
    CHECK(checked.issues.front().text == "本县：满60日未答复即为逾期");
    CHECK(checked.issues.front().row == (read.workbook ? 6 : 1));
    CHECK(checked.set_aside.empty());
  }
}

TEST_CASE("rulebook file: an example of ours that a changed setting outdates is set aside") {
  const MemoryHistory history;
  RulebookFile file = exported(history);
  const std::size_t all = file.examples.size();
  row_of(file, "answer_days").cells.set("value", 45);
  for (const RulebookFile& read : {through_json(file), through_workbook(file)}) {
    const RulebookCheck checked = check(read, history);
    CHECK(checked.issues.empty());
    REQUIRE(checked.set_aside.size() == 1);
    const std::vector<Fact> facts =
        activation_facts(checked, read, test::day("2026-11-23"), "县长");
    REQUIRE(facts.size() == 1);
    CHECK(facts.front().fields.find("examples")->list()->size() == all - 1);
  }
}

TEST_CASE("rulebook file: examples say the same as rows and as JSON") {
  RulebookFile file;
  for (const Value& scenario : example_scenarios()) file.examples.push_back({1, scenario, {}, {}});
  RulebookFile read;
  read.workbook = true;
  read_examples(example_rows(file.examples), read);
  CHECK(read.issues.empty());
  REQUIRE(read.examples.size() == file.examples.size());
  for (std::size_t i = 0; i < read.examples.size(); ++i)
    CHECK(to_json(*read.examples[i].scenario.fields()->find("facts")) ==
          to_json(*file.examples[i].scenario.fields()->find("facts")));
}

TEST_CASE("rulebook file: the same rulebook gives the same bytes") {
  const MemoryHistory history;
  CHECK(rulebook_workbook(exported(history)) == rulebook_workbook(exported(history)));
  CHECK_FALSE(read_rulebook_workbook("PK", "规则.xlsx").ok());
  CHECK_FALSE(read_rulebook_json("{}", "规则.json").ok());
}

TEST_CASE("rulebook file: all settings can be read back as values") {
  const rules::Settings defaults;
  const auto same = rules::with_values({}, rules::values_of(defaults));
  REQUIRE(same.ok());
  CHECK(same.value() == defaults);
}
