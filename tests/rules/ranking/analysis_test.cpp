#include "core/rules/ranking/analysis.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/rules/measure_county.h"
#include "tests/rules/measure_inventor.h"

using namespace core;
using namespace core::rules;
using namespace core::rules::ranking;
using test::day;
using test::MeasureCounty;

namespace {

const Period kOctober{Period::Kind::Month, 2026, 10};

class Handled : public MeasureCounty {
 public:
  Settings settings;

  /// Registered for the unit, accepted, and never answered.
  FactRef unanswered(std::string_view number, std::string_view unit, std::string_view on,
                     std::string_view purpose = "appeal") {
    Fields fields{{"case", number}, {"unit", unit}, {"purpose", purpose}, {"received_on", on}};
    if (purpose != "accusation") fields.set("category", "城乡建设");  // not kept of those
    const FactRef registered = add("case.registered", on, std::move(fields));
    add("case.forwarded", on, {{"case", number}, {"unit", unit}});
    add("case.accepted", on, {{"case", number}});
    return registered;
  }
  FactRef flag(std::string_view number, std::string_view on, Fields fourfold) {
    return add("case.flagged", on, {{"case", number}, {"fourfold", std::move(fourfold)}});
  }

  Analysis analysed(std::string_view on = "2026-11-23") const {
    return analyse(state(), settings, derive(on), day(on), kOctober);
  }
  const UnitAnalysis& of(const Analysis& analysis, std::string_view code) const {
    for (const UnitAnalysis& each : analysis.units)
      if (state().unit(each.unit).code == code) return each;
    FAIL("nothing about the unit");
    return analysis.units.front();
  }
};

// Unanswered “四重” cases of four units, of some of them many.
void invent_late(Handled& county, test::Random& random) {
  int number = 0;
  for (const std::string_view unit : {"T01", "T02", "T03", "T04"}) {
    if (unit > "T02") county.add("unit.registered", "2026-01-04", {{"unit", unit}, {"name", unit}});
    for (int late = random.below(random.chance(25) ? 16 : 3); late > 0; --late) {
      const std::string key = "C" + std::to_string(++number);
      county.unanswered(key, unit, "2026-08-10");
      county.flag(key, "2026-08-10", {{"issue", true}});
    }
  }
}

std::set<std::uint32_t> standing_out(Handled& county, int Settings::*setting, int value) {
  county.settings = Settings{};
  county.settings.*setting = value;
  std::set<std::uint32_t> found;
  const Analysis analysis = county.analysed();
  for (const UnitAnalysis& each : analysis.units)
    if (each.stands_out) found.insert(each.unit.value);
  return found;
}

// Gives how many stand out under each value over many counties.
std::vector<std::size_t> check_shrinks(int Settings::*setting,
                                       const std::vector<int>& strictest_first) {
  std::vector<std::size_t> totals(strictest_first.size());
  for (std::uint32_t seed = 1; seed <= 24; ++seed) {
    CAPTURE(seed);
    test::Random random(seed);
    Handled county;
    invent_late(county, random);
    std::set<std::uint32_t> before = standing_out(county, setting, strictest_first.front());
    for (std::size_t i = 0; i < totals.size(); ++i) {
      const std::set<std::uint32_t> now = standing_out(county, setting, strictest_first[i]);
      CHECK(std::includes(before.begin(), before.end(), now.begin(), now.end()));
      totals[i] += now.size();
      before = now;
    }
  }
  return totals;
}

constexpr auto kIssue = static_cast<std::size_t>(Fourfold::Issue);

}  // namespace

TEST_CASE("analysis: a flag counts from the period of receipt, with registration and flagging") {
  Handled county;
  const FactRef registered = county.unanswered("A", "T01", "2026-10-12");
  const FactRef flagged = county.flag("A", "2026-10-14", {{"issue", true}});
  county.unanswered("B", "T01", "2026-09-14");
  const Analysis found = county.analysed();
  const UnitAnalysis& unit = county.of(found, "T01");
  CHECK(unit.received.now == 1);
  CHECK(unit.received.before == 1);
  CHECK(unit.received.change() == 0);
  CHECK(unit.received.because == std::vector{registered});
  CHECK(unit.fourfold[kIssue].now == 1);
  CHECK(unit.fourfold[kIssue].because == std::vector{registered, flagged});
  CHECK(unit.fourfold[kIssue].because_before.empty());
  CHECK(unit.categories.at("城乡建设").now == 1);
  CHECK(found.over);
}

TEST_CASE("analysis: a case belongs to the unit that had it when the period was over") {
  Handled county;
  county.add("case.registered", "2026-10-12",
             {{"case", "A"}, {"unit", "T01"}, {"received_on", "2026-10-12"}, {"category", "交通"}});
  county.add("case.forwarded", "2026-10-13", {{"case", "A"}, {"unit", "T01"}});
  county.flag("A", "2026-10-14", {{"issue", true}});
  county.add("case.objected", "2026-10-15", {{"case", "A"}, {"unit", "T01"}});
  county.add("case.forwarded", "2026-10-19", {{"case", "A"}, {"unit", "T02"}});
  CHECK(county.of(county.analysed("2026-10-18"), "T01").received.now == 1);
  const Analysis found = county.analysed("2026-10-19");
  REQUIRE(found.units.size() == 1);
  const UnitAnalysis& unit = county.of(found, "T02");
  CHECK(unit.received.now == 1);
  CHECK(unit.fourfold[kIssue].now == 1);
  CHECK(unit.categories.at("交通").now == 1);
  county.add("case.forwarded", "2026-11-02", {{"case", "A"}, {"unit", "T01"}});
  CHECK(county.of(county.analysed(), "T02").received.now == 1);
}

TEST_CASE("analysis: a flag taken back, or set after the period, is none") {
  Handled county;
  county.unanswered("A", "T01", "2026-10-12");
  county.flag("A", "2026-10-14", {{"issue", true}});
  county.flag("A", "2026-10-20", {{"issue", false}});
  county.unanswered("B", "T01", "2026-10-12");
  county.flag("B", "2026-11-02", {{"issue", true}});
  CHECK(county.of(county.analysed(), "T01").fourfold[kIssue].now == 0);
}

TEST_CASE("analysis: an accusation is received, and nothing else is told of it") {
  Handled county;
  county.unanswered("A", "T01", "2026-10-12", "accusation");
  county.flag("A", "2026-10-12", {{"issue", true}});
  const Analysis found = county.analysed();
  const UnitAnalysis& unit = county.of(found, "T01");
  CHECK(unit.received.now == 1);
  CHECK(unit.fourfold[kIssue].now == 0);
  CHECK(unit.categories.empty());
}

TEST_CASE("analysis: what is owed but not late yet is no cause, what is late is one") {
  Handled county;
  county.unanswered("A", "T01", "2026-08-10");
  const auto causes = [&county](std::string_view on) {
    const Analysis found = county.analysed(on);
    return std::count_if(found.causes.begin(), found.causes.end(),
                         [](const Cause& each) { return each.rule == RuleId::Answer; });
  };
  CHECK(causes("2026-10-08") == 0);
  CHECK(causes("2026-10-20") == 1);
}

TEST_CASE("analysis: the reasons of reminders are causes, by how often") {
  Handled county;
  const FactRef first = county.remind("R1", "2026-10-08", "T3");
  const FactRef second = county.remind("R2", "2026-10-20", "T3");
  county.remind("R3", "2026-10-21", "T6");
  county.remind("R4", "2026-09-21", "T6");
  const Analysis found = county.analysed();
  std::vector<const Cause*> reasons;
  for (const Cause& each : found.causes)
    if (each.reminder) reasons.push_back(&each);
  REQUIRE(reasons.size() == 2);
  CHECK(reasons[0]->word == "T3");
  CHECK(reasons[0]->count.because == std::vector{first, second});
  CHECK(reasons[1]->count.change() == 0);
  CHECK(label(*reasons[1]) == "推诿扯皮、敷衍塞责");
}

TEST_CASE("analysis: a unit stands out above so many times the mean, never at it or by few items") {
  core::rules::Settings settings;
  const auto stands_out = [&](int own, std::initializer_list<int> others) {
    Handled county;
    county.settings = settings;
    int number = 0;
    const auto late = [&](std::string_view unit, int times) {
      for (int i = 0; i < times; ++i) {
        const std::string key = "C" + std::to_string(++number);
        county.unanswered(key, unit, "2026-08-10");
        county.flag(key, "2026-08-10", {{"issue", true}});
      }
    };
    late("T01", own);
    int unit = 2;
    for (const int times : others) {
      const std::string code = "T0" + std::to_string(unit++);
      if (unit > 3) county.add("unit.registered", "2026-01-04", {{"unit", code}, {"name", code}});
      late(code, times);
    }
    return county.of(county.analysed(), "T01").stands_out;
  };
  CHECK(stands_out(4, {1, 1, 1}));
  CHECK_FALSE(stands_out(3, {1, 1, 1}));  // exactly twice the mean
  CHECK_FALSE(stands_out(1, {}));
  CHECK_FALSE(stands_out(2, {2}));
  settings.stand_out_times = 1;
  CHECK(stands_out(3, {1, 1, 1}));
  settings.stand_out_least = 4;
  CHECK_FALSE(stands_out(3, {1, 1, 1}));
}

TEST_CASE("analysis: under a stricter threshold never fewer units stand out") {
  for (const std::vector<std::size_t>& totals :
       {check_shrinks(&Settings::stand_out_least, {1, 10, 100}),
        check_shrinks(&Settings::stand_out_times, {1, 2, 3})}) {
    for (std::size_t i = 1; i < totals.size(); ++i) CHECK(totals[i] < totals[i - 1]);
  }
}

TEST_CASE("analysis: the county is the sum of its units, and what the office owes is no unit's") {
  Handled county;
  county.unanswered("A", "T01", "2026-10-12");
  county.unanswered("B", "T02", "2026-10-12");
  county.issue("B9", "2026-10-10", "monthly", "2026-09", {});
  const Analysis found = county.analysed();
  CHECK(found.county.received.now == 2);
  CHECK(found.county.received.because.size() == 2);
  std::int64_t late = 0;
  for (const UnitAnalysis& each : found.units) late += each.late.now;
  CHECK(found.county.late.now == late);
  for (const Cause& each : found.causes) {
    CHECK(each.rule != RuleId::Filing);
    CHECK(each.rule != RuleId::JudgeRectification);
  }
}
