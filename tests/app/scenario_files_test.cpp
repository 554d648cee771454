#include <doctest/doctest.h>

#include "core/app/scenario.h"
#include "tests/support/data.h"
#include "tests/support/scenario_files.h"

using core::app::run_scenario;

TEST_CASE("scenario files: everything they expect holds") {
  const std::vector<std::string> names = test::scenario_names();
  REQUIRE(names.size() >= 150);
  int passed = 0;
  for (const std::string& name : names) {
    CAPTURE(name);
    const auto outcome = run_scenario(test::read_bytes(test::tests_path("scenarios/" + name)));
    if (!outcome.ok()) {
      FAIL_CHECK(outcome.error().message);
      continue;
    }
    passed += outcome.value().passed;
    CHECK(outcome.value().passed > 0);
    for (const core::app::ScenarioFailure& failure : outcome.value().failed)
      FAIL_CHECK(failure.expect << "\n  got: " << failure.got);
  }
  MESSAGE(names.size() << " scenarios, " << passed << " expectations");
}
