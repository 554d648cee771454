#pragma once
// The order in which things can happen to a case: no effect before its cause.

#include <string>
#include <vector>

#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core {

/// Appends what stands against this fact on a case (Chinese): the case is not registered, or twice;
/// the day lies before receipt; an effect lies before its cause or has none (review decision, final
/// decision, resumption, reopening, handover); a second extension; a closed case closed again.
void check_case_order(const FactView& fact, const State& state, std::vector<std::string>& out);

}  // namespace core
