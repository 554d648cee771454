#include "core/app/demo_county.h"

#include <doctest/doctest.h>

#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;

namespace {

std::string whole_county(const app::DemoPlan& plan) {
  std::string out;
  app::invent_county(plan, [&out](const Fact& fact) { append_json(out, fact_to_json(fact)); });
  return out;
}

}  // namespace

TEST_CASE("demo county: every invented fact passes validation") {
  const app::DemoPlan plan{200, 7, 2, test::day("2026-11-23")};
  MemoryHistory history;
  app::invent_county(plan, [&](const Fact& fact) {
    const Status added = history.add(fact, plan.today);
    CHECK_MESSAGE(added.ok(), to_json(fact_to_json(fact)));
  });
  CHECK(history.state().cases().size() == 200);
  CHECK(history.state().units().size() == 30);
}

TEST_CASE("demo county: the same plan gives the same facts, another seed does not") {
  const Date today = test::day("2026-11-23");
  CHECK(whole_county({50, 7, 1, today}) == whole_county({50, 7, 1, today}));
  CHECK(whole_county({50, 7, 1, today}) != whole_county({50, 8, 1, today}));
}
