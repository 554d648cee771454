#pragma once
// Compares the duties and prompts of one day with one `expect` entry of a scenario.

#include <vector>

#include "core/app/scenario.h"
#include "core/base/value.h"

namespace core::app {

/// Everything derived on one day, as the JSON objects of contract section 2.
struct DerivedDay {
  List duties;
  List prompts;
  Value assessment;  ///< Of the year the entry asks for; null when it asks for none.
  Value ranking;     ///< Of the period the entry asks for; null when it asks for none.
};

/// What is misspelt in the entry; nothing when it can be compared.
Status check_expectation(const Value& entry);

/// Checks `duties`, `prompts`, `none`, `counts` and `rank` of an entry that check_expectation let
/// pass; adds to the outcome.
void match_expectation(const Fields& entry, const DerivedDay& day, ScenarioOutcome& outcome);

}  // namespace core::app
