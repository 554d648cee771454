#pragma once
// The time units have to object to a drafted bulletin before it can be issued (3.1).

#include <string>
#include <string_view>

#include "core/calendar/calendar.h"
#include "core/model/state.h"
#include "core/rules/rulebook.h"

namespace core::app {

/// The last day on which units may object to a bulletin drafted that day; unknown when the
/// calendar cannot say.
Date objections_until(const calendar::Calendar& calendar, Date drafted, int workdays);

/// The day the bulletin was drafted; unknown when it was not.
Date drafted_on(const State& state, std::string_view key);

/// Why the fact may not issue its bulletin: units may still object to the draft, or there is none
/// where the rulebook asks for one. Empty when nothing stands against it, and for other facts.
/// Bulletins from before the ledger began are history and recorded as they were.
std::string early_bulletin_problem(const Fact& fact, const State& state,
                                   const calendar::Calendar& calendar,
                                   const rules::Rulebook& rulebook);

}  // namespace core::app
