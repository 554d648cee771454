#pragma once
// The order in which things can happen to a case: no effect before its cause.

#include <string>
#include <vector>

#include "core/model/amendment.h"
#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core {

/// Appends what stands against this fact on a case (Chinese): the case is not registered, or twice;
/// the day lies before receipt; an effect lies before its cause or has none (objection, review
/// decision, final decision, resumption, reopening, handover); a second extension, or one the
/// petitioner was not told of; a report on a week still to come; a closed case closed again; a
/// leader who is not in office; a unit that is no longer there, or has not got the case.
void check_case_order(const FactView& fact, const State& state, Date today,
                      std::vector<std::string>& out);

/// Appends what stands against amending a fact on a case: what is in order now would not be any
/// more.
void check_case_amendment(const Amendment& change, const State& state, Date today,
                          std::vector<std::string>& out);

}  // namespace core
