// Here and not beside the rules: the invented county is the level above.
#include "core/rules/case_pass.h"

#include <doctest/doctest.h>

#include <vector>

#include "core/app/county_calendar.h"
#include "core/app/demo_county.h"
#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;
using namespace core::rules;

namespace {

/// Every row with what it rests on, in order.
std::vector<std::int64_t> flat(const Findings& found) {
  std::vector<std::int64_t> out;
  const auto take_evidence = [&](Evidence because) {
    for (std::uint32_t i = 0; i < because.count; ++i)
      out.push_back(found.evidence[because.first + i].position);
  };
  for (const DutyRow& row : found.duties) {
    out.insert(out.end(),
               {static_cast<int>(row.rule), static_cast<int>(row.state),
                static_cast<int>(row.remark), row.provisional, row.in_working_days, row.stated,
                row.term, row.case_index.value, row.unit.value, row.official.value, row.occurrence,
                row.opened_on.days, row.due_on.days, row.judged_on.days, row.done_on.days});
    take_evidence(row.because);
  }
  for (const PromptRow& row : found.prompts) {
    out.insert(out.end(), {static_cast<int>(row.rule), static_cast<int>(row.state), row.code,
                           row.case_index.value, row.unit.value, row.official.value, row.occurrence,
                           row.opened_on.days});
    take_evidence(row.because);
  }
  return out;
}

}  // namespace

TEST_CASE("case pass: the same rows however many cores share the cases") {
  const app::DemoPlan plan{1500, 5, 2, test::day("2026-11-23"), 40};
  MemoryHistory history;
  app::invent_county(plan, [&](const Fact& fact) { REQUIRE(history.add(fact, plan.today).ok()); });
  const State& state = history.state();
  const calendar::Calendar calendar = app::calendar_of(state);
  const Rulebook rulebook = Rulebook::of(state);
  const Decisions decisions = decisions_of(state, plan.today);
  const Context context =
      with_official_days({state, calendar, rulebook, decisions, plan.today, {}, {}});
  Findings alone;
  derive_cases(context, 1, alone);
  REQUIRE(alone.duties.size() > 5000);
  REQUIRE(alone.prompts.size() > 100);
  for (const unsigned cores : {2U, 3U}) {
    Findings shared;
    derive_cases(context, cores, shared);
    CHECK(flat(shared) == flat(alone));
  }
}
