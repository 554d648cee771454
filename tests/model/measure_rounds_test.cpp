#include "core/model/measure_rounds.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/model/memory_history.h"
#include "tests/support/facts.h"

using namespace core;
using test::fact;

namespace {

using Facts = std::vector<Fact>;

std::vector<StepKind> kinds_of(const Facts& facts, Subject::Kind kind, std::string_view key) {
  MemoryHistory history;
  for (const Fact& each : facts) history.add_trusted(each);
  std::vector<StepKind> kinds;
  for (const MeasureStep& step :
       history.state().measure(history.state().find_measure(kind, key)).steps)
    kinds.push_back(step.kind);
  return kinds;
}

Fact supervision(std::string_view what, std::string_view on) {
  return fact("supervision." + std::string(what), on, {{"supervision", "G1"}});
}

/// However the facts are recorded, the steps read as `wanted`.
void check_every_order(Facts facts, Subject::Kind kind, std::string_view key,
                       const std::vector<StepKind>& wanted) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < facts.size(); ++i) order.push_back(i);
  do {
    Facts permuted;
    for (const std::size_t at : order) permuted.push_back(facts[at]);
    CHECK(kinds_of(permuted, kind, key) == wanted);
  } while (std::next_permutation(order.begin(), order.end()));
}

using enum StepKind;

}  // namespace

TEST_CASE("rounds: what was pending is answered first, then handed in again") {
  check_every_order(
      {supervision("acceptance_requested", "2026-11-02"), supervision("returned", "2026-11-09"),
       supervision("acceptance_requested", "2026-11-09")},
      Subject::Kind::Supervision, "G1",
      {SupervisionAcceptanceRequested, SupervisionReturned, SupervisionAcceptanceRequested});
}

TEST_CASE("rounds: two whole rounds of one day stay two") {
  check_every_order(
      {supervision("acceptance_requested", "2026-11-09"), supervision("returned", "2026-11-09"),
       supervision("acceptance_requested", "2026-11-09"), supervision("returned", "2026-11-09"),
       supervision("acceptance_requested", "2026-11-09")},
      Subject::Kind::Supervision, "G1",
      {SupervisionAcceptanceRequested, SupervisionReturned, SupervisionAcceptanceRequested,
       SupervisionReturned, SupervisionAcceptanceRequested});
}

TEST_CASE("rounds: what settles the matter stands last of its day, delisting after it") {
  check_every_order(
      {supervision("acceptance_requested", "2026-11-02"), supervision("returned", "2026-11-09"),
       supervision("acceptance_requested", "2026-11-09"), supervision("accepted", "2026-11-09"),
       supervision("delisted", "2026-11-09")},
      Subject::Kind::Supervision, "G1",
      {SupervisionAcceptanceRequested, SupervisionReturned, SupervisionAcceptanceRequested,
       SupervisionAccepted, SupervisionDelisted});
}

TEST_CASE("rounds: each unit has its own") {
  const auto objected = [](std::string_view unit) {
    return fact("bulletin.objected", "2026-11-05",
                {{"bulletin", "B1"}, {"unit", unit}, {"reason", "r"}});
  };
  const auto decided = [](std::string_view unit) {
    return fact("bulletin.objection_decided", "2026-11-05",
                {{"bulletin", "B1"}, {"unit", unit}, {"result", "rejected"}});
  };
  MemoryHistory history;
  for (const Fact& each :
       {decided("T01"), objected("T02"), objected("T01"), objected("T01"), decided("T02")})
    history.add_trusted(each);
  const State& state = history.state();
  std::vector<StepKind> first;
  for (const MeasureStep& step :
       state.measure(state.find_measure(Subject::Kind::Bulletin, "B1")).steps)
    if (state.unit(step.unit).code == "T01") first.push_back(step.kind);
  CHECK(first == std::vector{BulletinObjected, BulletinDecided, BulletinObjected});
}

TEST_CASE("rounds: of officials who answer one by one each has his own") {
  const auto told = [](std::string_view what, std::string_view on, std::string_view official) {
    return fact("talk." + std::string(what), on,
                {{"talk", "Y1"}, {"unit", "T01"}, {"official", official}, {"result", "not_fixed"}});
  };
  const Facts facts{told("rectified", "2026-11-02", "a"), told("rectified", "2026-11-02", "b"),
                    told("rectification_judged", "2026-11-09", "b"),
                    told("rectification_judged", "2026-11-09", "a"),
                    told("rectified", "2026-11-09", "a")};
  MemoryHistory history;
  for (const Fact& each : facts) history.add_trusted(each);
  const State& state = history.state();
  std::vector<StepKind> first;
  for (const MeasureStep& step : state.measure(state.find_measure(Subject::Kind::Talk, "Y1")).steps)
    if (state.official(step.official).key == "a") first.push_back(step.kind);
  CHECK(first == std::vector{TalkRectified, TalkRectificationJudged, TalkRectified});
}
