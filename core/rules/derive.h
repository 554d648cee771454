#pragma once
// The one pass from facts to duties: pure, no clock, no database, no locale.

#include "core/calendar/calendar.h"
#include "core/model/state.h"
#include "core/rules/duty.h"
#include "core/rules/rulebook.h"

namespace core::rules {

/// Every duty and prompt that follows from the state as of `today`; facts dated later are not seen.
/// Same arguments, same rows in the same order on every machine. `out` is cleared first.
/// Many cases are shared out among the machine's cores.
void derive(const State& state, const calendar::Calendar& calendar, const Rulebook& rulebook,
            Date today, Findings& out);
/// The same on so many cores.
void derive(const State& state, const calendar::Calendar& calendar, const Rulebook& rulebook,
            Date today, unsigned cores, Findings& out);

}  // namespace core::rules
