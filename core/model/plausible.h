#pragma once
// What cannot be, though every field of it is in order: a day both worked and free, a unit that
// takes its own place.

#include <string>
#include <vector>

#include "core/model/amendment.h"
#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core {

/// Appends what is plainly wrong with a fact that is to be recorded (Chinese). What is silent is
/// not held against it.
void check_plausible(const FactView& fact, const State& state, std::vector<std::string>& out);

/// The same of a recorded fact as it would be after a correction, and of taking back what is taken
/// back already.
void check_plausible(const Amendment& change, const State& state, std::vector<std::string>& out);

}  // namespace core
