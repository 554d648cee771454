#pragma once
// Whether a step of a measure may be corrected or taken back.

#include <string>
#include <vector>

#include "core/model/amendment.h"

namespace core {

/// Appends what stands against amending a step of a measure (Chinese): all its steps are judged
/// again in the order of recording, and what is in order now would not be any more.
void check_measure_amendment(const Amendment& change, const State& state, Date today,
                             std::vector<std::string>& out);

}  // namespace core
