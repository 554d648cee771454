#include "core/rules/assessment/assess.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/model/memory_history.h"
#include "core/rules/assessment/formula.h"
#include "tests/rules/case_inventor.h"
#include "tests/rules/measure_county.h"
#include "tests/rules/measure_inventor.h"

using namespace core;
using namespace core::rules::assessment;
using rules::Rulebook;
using rules::Settings;

namespace {

constexpr std::string_view kYearEnd = "2027-01-05";
const Period kYear = *parse_period("2026");

/// The example sheet with one item of the county's own over it, in hundredths of a point.
Settings with_item(PointItem item) {
  Settings settings;
  settings.point_sheet["own"] = std::move(item);
  return settings;
}

PointItem item(std::string formula, Direction direction, std::int64_t base, std::int64_t points,
               std::int64_t cap) {
  return {"本县项目", "7.4", std::move(formula), direction, base, points, cap};
}

/// An assessment with the findings it points into.
struct Assessed {
  Assessed(const State& state, const Settings& settings, std::string_view on = kYearEnd)
      : book(settings) {
    rules::derive(state, test::official_calendar(), book, test::day(on), findings);
    assessment = assess(state, findings, book, test::day(on), kYear);
  }
  Assessed(const Assessed&) = delete;

  const UnitScore& unit(const State& state, std::string_view code) const {
    const auto at =
        std::find_if(assessment.units.begin(), assessment.units.end(),
                     [&](const UnitScore& each) { return state.unit(each.unit).code == code; });
    REQUIRE(at != assessment.units.end());
    return *at;
  }

  const ItemScore& own(const State& state, std::string_view code = "T01") const {
    for (const ItemScore& each : unit(state, code).items)
      if (each.key == "own") return each;
    FAIL("the sheet has no item of its own");
    return unit(state, code).items.front();
  }

  Rulebook book;
  rules::Findings findings;
  Assessment assessment;
};

std::vector<std::int64_t> points_of(const ItemScore& score) {
  std::vector<std::int64_t> points;
  for (const Part& part : score.parts) points.push_back(part.points);
  return points;
}

/// Reminders on the given days, none about a case.
void remind(test::MeasureCounty& county, std::initializer_list<std::string_view> days) {
  int number = 0;
  for (const std::string_view on : days)
    county.remind("R" + std::to_string(++number), on, "T3", "T01");
}

void check_part(const Part& part, const State& state, const ItemScore& score) {
  if (part.points != 0) CHECK_FALSE(part.facts.empty());
  for (const FactRef fact : part.facts) {
    CHECK(fact.known());
    CHECK(fact.position <= state.fact_count());
  }
  for (const rules::DutyRow* duty : part.duties)
    CHECK(duty->rule == find_formula(score.item.formula)->rule);
}

void check_item(const ItemScore& score, const State& state) {
  CAPTURE(score.key);
  std::int64_t sum = 0;
  Date day{};
  for (const Part& part : score.parts) {
    check_part(part, state, score);
    sum += part.points;
    CHECK(part.day >= first_day(kYear));
    CHECK(part.day <= last_day(kYear));
    CHECK(day <= part.day);
    day = part.day;
    CHECK((part.points == 0 || (part.points > 0) == (score.item.direction == Direction::Add)));
  }
  CHECK(score.points == score.item.base + sum);
  CHECK(score.uncapped >= std::abs(sum));
  if (score.item.cap < 0) CHECK(score.uncapped == std::abs(sum));
  if (score.item.cap >= 0) CHECK(std::abs(sum) == std::min(score.uncapped, score.item.cap));
}

void check_sums(const MemoryHistory& history, const Settings& settings, std::int64_t& parts) {
  const Assessed assessed(history.state(), settings);
  for (const UnitScore& unit : assessed.assessment.units) {
    std::int64_t sum = 0;
    for (const ItemScore& score : unit.items) {
      check_item(score, history.state());
      sum += score.points;
      parts += static_cast<std::int64_t>(score.parts.size());
    }
    CHECK(unit.score == sum);
  }
}

}  // namespace

TEST_CASE("assessment: what is deducted stops at the cap, and the parts add up to it") {
  test::MeasureCounty county;
  remind(county, {"2026-02-03", "2026-04-08", "2026-06-10", "2026-08-12"});
  const Assessed assessed(county.state(),
                          with_item(item("reminded", Direction::Deduct, 0, 35, 100)));
  const ItemScore& own = assessed.own(county.state());
  CHECK(own.count == 4);
  CHECK(own.uncapped == 140);
  CHECK(own.points == -100);
  CHECK(points_of(own) == std::vector<std::int64_t>{-35, -35, -30, 0});
}

TEST_CASE("assessment: without a cap every thing counts, with a cap of 0 none does") {
  test::MeasureCounty county;
  remind(county, {"2026-02-03", "2026-04-08", "2026-06-10"});
  const Assessed all(county.state(), with_item(item("reminded", Direction::Deduct, 500, 35, -1)));
  CHECK(all.own(county.state()).points == 500 - 105);
  const Assessed none(county.state(), with_item(item("reminded", Direction::Deduct, 500, 35, 0)));
  CHECK(none.own(county.state()).points == 500);
  CHECK(none.own(county.state()).parts.size() == 3);
}

TEST_CASE("assessment: what is added is added, and the base is everybody's") {
  test::MeasureCounty county;
  for (const std::string_view on : {"2026-03-02", "2026-05-06"})
    county.add("experience.submitted", on, {{"unit", "T01"}, {"text", "联调"}});
  const Assessed assessed(county.state(),
                          with_item(item("experience", Direction::Add, 1000, 25, 40)));
  CHECK(assessed.own(county.state()).points == 1040);
  CHECK(points_of(assessed.own(county.state())) == std::vector<std::int64_t>{25, 15});
  CHECK(assessed.own(county.state(), "T02").points == 1000);
}

TEST_CASE("assessment: a year counts what happened from its first day to its last") {
  test::MeasureCounty county;
  remind(county, {"2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"});
  const Assessed assessed(county.state(),
                          with_item(item("reminded", Direction::Deduct, 0, 100, -1)));
  CHECK(assessed.own(county.state()).points == -200);
  CHECK(assessed.assessment.over);
  const Assessed running(county.state(), with_item(item("reminded", Direction::Deduct, 0, 100, -1)),
                         "2026-06-30");
  CHECK(running.own(county.state()).points == -100);
  CHECK_FALSE(running.assessment.over);
}

TEST_CASE("assessment: a rate is rounded half up once, and opens every duty behind it") {
  test::County county;
  const auto take = [&county](std::string_view number, std::string_view accepted) {
    county.add("case.registered", "2026-03-02",
               {{"case", number}, {"unit", "T01"}, {"purpose", "appeal"}});
    county.add("case.forwarded", "2026-03-03", {{"case", number}, {"unit", "T01"}});
    county.add("case.accepted", accepted, {{"case", number}, {"unit", "T01"}});
  };
  take("A", "2026-03-10");
  take("B", "2026-03-18");
  take("C", "2026-03-19");  // one day late
  const auto rate = [&county](std::int64_t points, std::int64_t cap) {
    const Assessed assessed(county.state(), with_item(item("on_time_rate:accept_or_decline",
                                                           Direction::Add, 0, points, cap)));
    const ItemScore& own = assessed.own(county.state());
    CHECK(own.count == 2);
    CHECK(own.of == 3);
    REQUIRE(own.parts.size() == 1);
    CHECK(own.parts.front().duties.size() == 3);
    return own.points;
  };
  CHECK(rate(1000, -1) == 667);  // 6.666… points
  CHECK(rate(100, -1) == 67);
  CHECK(rate(2, -1) == 1);  // 1.33… hundredths
  CHECK(rate(1000, 500) == 500);
  take("D", "2026-03-20");
  const Assessed half(county.state(),
                      with_item(item("on_time_rate:accept_or_decline", Direction::Add, 0, 1, -1)));
  CHECK(half.own(county.state()).points == 1);  // half of a hundredth, rounded up
}

TEST_CASE("assessment: of nothing due no rate is counted") {
  test::County county;
  const Assessed assessed(county.state(),
                          with_item(item("on_time_rate:answer", Direction::Add, 300, 1000, -1)));
  CHECK(assessed.own(county.state()).points == 300);
  CHECK(assessed.own(county.state()).of == 0);
  CHECK(assessed.own(county.state()).parts.empty());
}

TEST_CASE("assessment: a bulletin that was withdrawn costs nobody points") {
  test::MeasureCounty county;
  county.criticise("S1", "2026-03-03", {"T01"});
  county.criticise("S2", "2026-05-06", {"T01"});
  const Settings settings = with_item(item("criticised", Direction::Deduct, 0, 100, -1));
  const std::int64_t before = Assessed(county.state(), settings).own(county.state()).points;
  county.withdraw("S1", "2026-06-01");
  const std::int64_t after = Assessed(county.state(), settings).own(county.state()).points;
  CHECK(before == -200);
  CHECK(after == -100);
}

TEST_CASE("assessment: units retired before the year or registered after it are left out") {
  test::County county;
  county.add("unit.registered", "2022-01-01", {{"unit", "T03"}, {"name", "旧镇"}});
  county.add("unit.retired", "2025-12-31", {{"unit", "T03"}});
  county.add("unit.registered", "2026-12-31", {{"unit", "T04"}, {"name", "新镇"}});
  county.add("unit.registered", "2027-01-01", {{"unit", "T05"}, {"name", "明年镇"}});
  const Assessed assessed(county.state(), {});
  std::vector<std::string> codes;
  for (const UnitScore& each : assessed.assessment.units)
    codes.push_back(county.state().unit(each.unit).code);
  CHECK(codes == std::vector<std::string>{"T01", "T02", "T04"});
}

TEST_CASE("assessment: every score is the exact sum of its items, every item of its parts") {
  Settings odd;
  for (const FormulaSpec& spec : formula_specs()) {
    const bool about_rule = spec.word.back() == ':';
    const std::string formula = std::string(spec.word) + (about_rule ? "weekly_report" : "");
    const Direction direction = formula.size() % 2 == 0 ? Direction::Add : Direction::Deduct;
    odd.point_sheet["odd_" + formula] = item(formula, direction, 33, 7, 19);
    odd.point_sheet["free_" + formula] = item(formula, direction, 0, 13, -1);
  }
  std::int64_t parts = 0;
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    test::Random random(7000 + seed);
    MemoryHistory measures;
    for (const Fact& each : test::measure_history(random)) measures.add_trusted(each);
    MemoryHistory cases;
    for (const Fact& each : test::county_facts()) cases.add_trusted(each);
    for (const Fact& each : test::case_history(random)) cases.add_trusted(each);
    for (const Settings& settings : {odd, Settings{}}) {
      check_sums(measures, settings, parts);
      check_sums(cases, settings, parts);
    }
  }
  CHECK(parts > 1000);
}
