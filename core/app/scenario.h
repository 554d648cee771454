#pragma once
// Runs one scenario: facts, settings, and what must follow from them on given days (contract 4).

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/rules/rulebook.h"

namespace core::app {

/// An expectation that does not hold.
struct ScenarioFailure {
  std::string expect;  ///< The day, the kind of expectation and its JSON.
  std::string got;     ///< What there was instead.
  int fact = 0;        ///< The fact that was (not) refused, from 1; 0 = none.
  int entry = 0;       ///< The entry of `expect`, from 1; 0 = none.
};

struct ScenarioOutcome {
  std::string name;
  int passed = 0;  ///< Expectations that hold.
  std::vector<ScenarioFailure> failed;
};

/// Runs the scenario in a ledger of its own. Facts get the ids `f1, f2, …` in their order; one that
/// may not be recorded is a failure unless `refused` lists it:
/// `"refused": [{"fact": 3, "reason_contains": "…"}]`.
/// An error when the text is no scenario: not JSON, without facts or expectations, or with a name
/// of a part, setting or field that does not exist, since a misspelt expectation would always hold.
Result<ScenarioOutcome> run_scenario(std::string_view json_text);

/// The same of a document that was read, whose settings lie over `base` instead of the defaults.
Result<ScenarioOutcome> run_scenario(const Value& document, const rules::Settings& base);

}  // namespace core::app
