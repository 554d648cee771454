#include "core/rules/decisions.h"

#include <doctest/doctest.h>

#include "tests/rules/measure_county.h"

using namespace core;
using namespace core::rules;
using test::day;
using test::MeasureCounty;

namespace {

std::vector<std::string> keys(const State& state, std::span<const MeasureTaken> taken) {
  std::vector<std::string> found;
  for (const MeasureTaken& each : taken) found.push_back(state.measure(each.measure).key);
  return found;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("decisions: measures stand by unit and by case, each by its day") {
  MeasureCounty county;
  county.register_case("2026-03-02");
  county.remind("R2", "2026-11-12", "T3", "T01", "A");
  county.remind("R1", "2026-11-10", "T3", "T01", "A");
  county.remind("R3", "2026-11-11", "T6", "T02");
  county.open_talk("Y1", "2026-11-11", "late_report", {"T01", "T02"});
  const State& state = county.state();
  const Decisions found = decisions_of(state, day("2026-11-30"));
  CHECK(keys(state, found.of_case(state.find_case("A"))) == Keys{"R1", "R2"});
  CHECK(keys(state, found.of_unit(state.find_unit("T01"))) == Keys{"R1", "Y1", "R2"});
  CHECK(keys(state, found.of_unit(state.find_unit("T02"))) == Keys{"R3", "Y1"});
  CHECK(found.of_case(CaseIndex{99}).empty());
}

TEST_CASE("decisions: later days are not seen") {
  MeasureCounty county;
  county.remind("R1", "2026-11-10", "T3");
  county.remind("R2", "2026-11-12", "T3");
  const Decisions found = decisions_of(county.state(), day("2026-11-11"));
  CHECK(keys(county.state(), found.of_unit(county.state().find_unit("T01"))) == Keys{"R1"});
}

TEST_CASE("decisions: on one day the order of recording says nothing") {
  const auto taken = [](bool turned) {
    MeasureCounty county;
    county.register_case("2026-03-02");
    const auto list = [&] {
      county.about("supervision.opened", "2026-11-10",
                   {{"supervision", "G1"},
                    {"unit", "T01"},
                    {"ground", "grave"},
                    {"reason", "聚集"},
                    {"approver", "赵国华"}});
    };
    if (turned) list();
    county.remind(turned ? "R2" : "R1", "2026-11-10", "T3", "T01", "A");
    county.remind(turned ? "R1" : "R2", "2026-11-10", "T3", "T01", "A");
    if (!turned) list();
    const Decisions found = decisions_of(county.state(), day("2026-11-30"));
    return keys(county.state(), found.of_case(county.index()));
  };
  CHECK(taken(false) == Keys{"R1", "R2", "G1"});
  CHECK(taken(true) == taken(false));
}

TEST_CASE("decisions: a reminder answers from its day on") {
  MeasureCounty county;
  county.register_case("2026-03-02");
  const FactRef first = county.remind("R1", "2026-11-10", "T3", "T01", "A");
  const FactRef second = county.remind("R2", "2026-11-16", "T3", "T01", "A");
  const Decisions found = decisions_of(county.state(), day("2026-11-30"));
  CHECK(found.reminded(county.index(), day("2026-11-10")).fact == first);
  CHECK(found.reminded(county.index(), day("2026-11-11")).fact == second);
  CHECK_FALSE(found.reminded(county.index(), day("2026-11-17")).known());
}

TEST_CASE("decisions: a refusal is found by its prompt, the earlier of two") {
  MeasureCounty county;
  const auto decline = [&](std::string_view prompt, std::string_view on) {
    return county.add("prompt.declined", on, {{"prompt", prompt}, {"reason", "正在诉讼"}});
  };
  decline("overdue_item/B/1", "2026-11-10");
  decline("overdue_item/A/1", "2026-11-12");
  const FactRef earlier = decline("overdue_item/A/1", "2026-11-11");
  const Decisions found = decisions_of(county.state(), day("2026-11-30"));
  CHECK(found.declined_at("overdue_item/A/1").fact == earlier);
  CHECK_FALSE(found.declined_at("overdue_item/A").known());
  CHECK_FALSE(found.declined_at("overdue_item/C/1").known());
  CHECK_FALSE(
      decisions_of(county.state(), day("2026-11-10")).declined_at("overdue_item/A/1").known());
}
