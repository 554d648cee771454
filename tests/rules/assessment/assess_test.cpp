#include "core/rules/assessment/assess.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/rules/measure_county.h"

using namespace core;
using namespace core::rules;
using namespace core::rules::assessment;
using test::day;
using test::MeasureCounty;

namespace {

const Period k2026{Period::Kind::Year, 2026, 0};

Rulebook sheet_with(std::string_view key, PointItem item) {
  Settings settings;
  settings.point_sheet[std::string(key)] = std::move(item);
  return Rulebook(settings);
}

PointItem deducting(std::string_view formula, std::int64_t points, std::int64_t cap) {
  return {"项目", "7.4", std::string(formula), Direction::Deduct, 0, points, cap};
}

/// Keeps the findings its answers point into.
class Assessed {
 public:
  Assessed(const MeasureCounty& county, const Rulebook& rulebook, std::string_view on)
      : state_(county.state()),
        findings_(county.derive(on)),
        assessment_(assess(state_, findings_, rulebook, day(on), k2026)) {}
  Assessed(MeasureCounty&&, const Rulebook&, std::string_view) = delete;

  const Assessment& all() const { return assessment_; }
  const UnitScore& unit(std::string_view code) const {
    for (const UnitScore& each : assessment_.units)
      if (state_.unit(each.unit).code == code) return each;
    FAIL("no such unit");
    return assessment_.units.front();
  }
  const ItemScore& item(std::string_view code, std::string_view key) const {
    for (const ItemScore& each : unit(code).items)
      if (each.key == key) return each;
    FAIL("no such item");
    return unit(code).items.front();
  }

 private:
  const State& state_;
  Findings findings_;
  Assessment assessment_;
};

MeasureCounty reminded(int times) {
  MeasureCounty county;
  for (int i = 1; i <= times; ++i)
    county.remind("R" + std::to_string(i), to_string(day("2026-03-01") + i), "T3");
  return county;
}

}  // namespace

TEST_CASE("assessment: a unit nothing happened to has the base and nothing else") {
  const MeasureCounty county;
  const Assessed found(county, Rulebook(), "2026-11-23");
  CHECK(found.unit("T02").score == 10000);
  CHECK_FALSE(found.all().over);
  for (const ItemScore& each : found.unit("T02").items) CHECK(each.parts.empty());
}

TEST_CASE("assessment: points are exact, and the cap ends with the part that reaches it") {
  const MeasureCounty county = reminded(4);
  const Assessed found(county, sheet_with("reminded", deducting("reminded", 33, 100)),
                       "2026-11-23");
  const ItemScore& item = found.item("T01", "reminded");
  CHECK(item.count == 4);
  CHECK(item.uncapped == 132);
  CHECK(item.points == -100);
  REQUIRE(item.parts.size() == 4);
  // 0.33 + 0.33 + 0.33 + 0.01
  CHECK(item.parts[0].points == -33);
  CHECK(item.parts[3].points == -1);
  // Nobody answered them either.
  CHECK(found.item("T01", "reminder_answer_late").points == -200);
  CHECK(found.unit("T01").score == 10000 - 100 - 200);
  CHECK(found.unit("T02").score == 10000);
}

TEST_CASE("assessment: without a cap all counts, with a cap of nothing none does") {
  const MeasureCounty county = reminded(7);
  CHECK(Assessed(county, sheet_with("reminded", deducting("reminded", 33, -1)), "2026-11-23")
            .item("T01", "reminded")
            .points == -231);
  CHECK(Assessed(county, sheet_with("reminded", deducting("reminded", 33, 0)), "2026-11-23")
            .item("T01", "reminded")
            .points == 0);
}

TEST_CASE("assessment: every point opens the facts that made it, and all of them add up") {
  MeasureCounty county;
  const FactRef first = county.remind("R1", "2026-03-02", "T3");
  const FactRef second = county.remind("R2", "2026-04-01", "T5");
  county.criticise("Z1", "2026-05-06", {"T01"});
  county.open_talk("Y1", "2026-06-01", "screening_poor", {"T01"});
  county.register_case("2026-01-05");
  county.about("case.forwarded", "2026-01-06", {{"unit", "T01"}});
  county.about("case.accepted", "2026-01-08");
  const Assessed found(county, Rulebook(), "2026-11-23");
  const ItemScore& item = found.item("T01", "reminded");
  REQUIRE(item.parts.size() == 2);
  CHECK(item.parts[0].facts == std::vector{first});
  CHECK(item.parts[1].facts == std::vector{second});
  CHECK(found.item("T01", "answer_late").count == 1);
  std::int64_t sum = 0;
  for (const ItemScore& each : found.unit("T01").items) {
    std::int64_t points = each.item.base;
    for (const Part& part : each.parts) {
      CHECK_FALSE(part.facts.empty());
      points += part.points;
    }
    CHECK(points == each.points);
    sum += each.points;
  }
  CHECK(sum == found.unit("T01").score);
  CHECK(sum < 10000);
}

TEST_CASE("assessment: what happened in another year counts in that year") {
  MeasureCounty county;
  county.remind("R1", "2025-12-31", "T3");
  county.remind("R2", "2026-01-01", "T3");
  county.remind("R3", "2026-12-31", "T3");
  county.remind("R4", "2027-01-01", "T3");
  CHECK(Assessed(county, Rulebook(), "2027-02-01").item("T01", "reminded").count == 2);
  CHECK(Assessed(county, Rulebook(), "2027-02-01").all().over);
  // What is still to come on the day of asking does not count yet.
  CHECK(Assessed(county, Rulebook(), "2026-12-30").item("T01", "reminded").count == 1);
}

TEST_CASE("assessment: a withdrawn bulletin criticises nobody") {
  MeasureCounty county;
  county.criticise("Z1", "2026-05-06", {"T01"});
  CHECK(Assessed(county, Rulebook(), "2026-11-23").item("T01", "criticised").count == 1);
  county.withdraw("Z1", "2026-05-20");
  CHECK(Assessed(county, Rulebook(), "2026-11-23").item("T01", "criticised").count == 0);
}

TEST_CASE("assessment: a unit retired before the year is not assessed") {
  MeasureCounty county;
  county.add("unit.retired", "2025-12-31", {{"unit", "T02"}});
  CHECK(Assessed(county, Rulebook(), "2026-11-23").all().units.size() == 1);
}
