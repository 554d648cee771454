#pragma once
// The settings people have put in force, fact by fact.

#include <vector>

#include "core/base/date.h"
#include "core/base/value.h"
#include "core/model/state.h"

namespace core::rules {

/// One `rulebook.activated` that holds.
struct Activation {
  Date from;
  const Fields* values;  ///< Lives as long as the state stays unchanged.
  FactRef fact;
};

/// By the day from which they hold; of one day, in the order of recording.
std::vector<Activation> activations_of(const State& state);

}  // namespace core::rules
