#pragma once
// What only the rules can tell of a fact that is to be recorded.

#include <vector>

#include "core/calendar/calendar.h"
#include "core/model/state.h"
#include "core/rules/rulebook.h"
#include "core/store/ledger.h"

namespace core::app {

struct RulesGround {
  const State& state;
  const calendar::Calendar& calendar;
  const rules::Rulebook& rulebook;
};

/// The facts of the batch that would extend a listing by more days than the rulebook of its opening
/// allows, or decline a prompt that nobody had been shown by that day. What a refusal in a batch
/// with other facts is about may come from those, so there it is not looked at.
std::vector<store::Refusal> refused_by_rules(const std::vector<Fact>& facts,
                                             const RulesGround& ground);

}  // namespace core::app
