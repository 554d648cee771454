#include "core/app/asked_settings.h"

#include <doctest/doctest.h>

#include "core/app/rulebook_workbook.h"
#include "core/model/memory_history.h"
#include "tests/support/facts.h"

using namespace core;
using namespace core::app;
using test::day;

namespace {

constexpr std::string_view kToday = "2026-11-23";

struct County {
  MemoryHistory history;
  rules::Rulebook book;

  County() {
    for (const char* unit : {"T01", "T02"})
      history.add_trusted(
          test::fact("unit.registered", "2022-01-01", {{"unit", unit}, {"name", unit}}));
    activate("2026-03-01", {{"answer_days", 50}, {"rank_groups", Fields{{"一组", List{"T01"}}}}});
    activate("2027-06-01", {{"answer_days", 45}});
  }

  void activate(std::string_view from, Fields settings) {
    history.add_trusted(
        test::fact("rulebook.activated", "2026-01-05",
                   {{"settings", std::move(settings)}, {"from", from}, {"approver", "赵国华"}}));
    book = rules::Rulebook::of(history.state());
  }

  RulebookFile file() const { return export_rulebook(history.state(), book, day(kToday)); }

  rules::Rulebook asked(const RulebookFile& file) const {
    const auto values = asked_settings(file, history.state(), book, day(kToday));
    if (!values.ok()) FAIL(values.error().message);
    rules::Rulebook other = book;
    for (const rules::PlannedValues& each : values.value())
      other = other.overridden(each.values, each.from).value();
    return other;
  }

  std::string refusal(const RulebookFile& file) const {
    const auto values = asked_settings(file, history.state(), book, day(kToday));
    return values.ok() ? std::string() : values.error().message;
  }

  std::string plain_refusal(const Fields& values) const {
    const auto asked = asked_settings(values, history.state());
    return asked.ok() ? std::string() : asked.error().message;
  }
};

RulebookRow& row_of(RulebookFile& file, std::string_view key) {
  for (RulebookRow& row : file.settings)
    if (row.cells.text("key") == key) return row;
  FAIL("no such row");
  return file.settings.front();
}

void add_group(RulebookFile& file, std::string_view name, List units) {
  file.settings.push_back(
      {900, {{"key", "rank_groups"}, {"entry", name}, {"value", std::move(units)}}});
}

}  // namespace

TEST_CASE("asked settings: the file as it was exported changes no day") {
  const County county;
  const RulebookFile file = county.file();
  const auto json = read_rulebook_json(rulebook_json(file), "a.json");
  const auto workbook = read_rulebook_workbook(rulebook_workbook(file), "a.xlsx");
  for (const auto* read : {&json, &workbook}) {
    REQUIRE(read->ok());
    const rules::Rulebook same = county.asked(read->value());
    for (const char* on : {"2025-01-01", "2026-02-28", "2026-03-01", "2027-05-31", "2027-06-01"}) {
      CAPTURE(std::string(on));
      CHECK(same.on(day(on)).answer_days == county.book.on(day(on)).answer_days);
      CHECK(same.on(day(on)).rank_groups == county.book.on(day(on)).rank_groups);
      CHECK(same.on(day(on)).forward_days == 15);
    }
  }
}

TEST_CASE("asked settings: a row without a day holds on every day, another from its day on") {
  const County county;
  RulebookFile file = county.file();
  row_of(file, "forward_days").cells.set("value", 20);
  row_of(file, "plan_workdays").cells.set("value", 9);
  row_of(file, "plan_workdays").cells.set("from", "2026-02-01");
  const rules::Rulebook other = county.asked(file);
  CHECK(other.on(day("2020-01-01")).forward_days == 20);
  CHECK(other.on(day("2027-07-01")).forward_days == 20);
  CHECK(other.on(day("2026-01-31")).plan_workdays == 5);
  CHECK(other.on(day("2026-02-01")).plan_workdays == 9);
}

TEST_CASE("asked settings: what may not be put in force is refused, cell by cell") {
  const County county;
  RulebookFile file = county.file();
  row_of(file, "forward_days").cells.set("value", 0);
  row_of(file, "plan_workdays").cells.set("value", "五");
  CHECK(county.refusal(file).find("设置“forward_days”0不在1至365之间\nsettings") !=
        std::string::npos);
  file = county.file();
  file.weights.front().cells.set("weight", 16);
  CHECK(county.refusal(file).find("权重合计应为100") != std::string::npos);
  file = county.file();
  add_group(file, "二组", {"T01", "T99"});
  CHECK(county.refusal(file).find("没有单位“T99”") != std::string::npos);
  CHECK(county.refusal(file).find("“T01”同时列入") != std::string::npos);
  file = county.file();
  file.points[1].cells.set("clause", "99.9");
  CHECK(county.refusal(file).find("clause “99.9”：没有“99.9”这一条") != std::string::npos);
  file = county.file();
  file.examples.front().scenario = Fields{{"name", "不成立的示例"}};
  CHECK(county.refusal(file).empty());
}

TEST_CASE("asked settings: plain values are held to the same") {
  const County county;
  CHECK(county.plain_refusal({{"answer_days", 30}}).empty());
  CHECK(county.plain_refusal({{"rank_groups", Fields{{"一组", List{"T02"}}}}}).empty());
  CHECK(county.plain_refusal({{"answer_day", 30}}) == "没有“answer_day”这项设置");
  CHECK(county.plain_refusal({{"rank_groups", Fields{{"一组", List{"T99"}}}}}) ==
        "设置“rank_groups”：没有单位“T99”");
  CHECK_FALSE(county.plain_refusal({{"issuer", Fields{{"nonsense", "县信访局"}}}}).empty());
}

TEST_CASE("asked settings: what a ledger holds already is not held against its own file") {
  County county;
  county.activate("2026-04-01", {{"issuer", Fields{{"nonsense", "县信访局"}}},
                                 {"rank_groups", Fields{{"二组", List{"T01", "T99"}}}}});
  CHECK(county.refusal(county.file()).empty());
}
