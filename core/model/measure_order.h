#pragma once
// The order in which things can happen to a measure: no step skipped, none before its cause.

#include <string>
#include <vector>

#include "core/model/fact.h"
#include "core/model/state.h"

namespace core {

/// Appends what stands against this step of a measure (Chinese): begun twice or never begun; a step
/// before the one it needs, or on an earlier day; something after the end; a second extension; a
/// unit or official the measure is not about; what a ground or an addressee requires (5.1, 7.3).
/// What was recorded before and comes after it must still stand beside it.
void check_measure_order(const Fact& fact, const State& state, Date today,
                         std::vector<std::string>& out);

/// One of the steps of a measure, beside all the others.
struct StepAmong {
  const RecordedFact& recorded;
  const MeasureRow& row;
};

/// What stands against a step as it comes to be and did not stand against it before.
std::vector<std::string> new_problems(const StepAmong& before, const StepAmong& after,
                                      const State& state, Date today);

}  // namespace core
