#pragma once
// The working calendar a ledger goes by: the built-in years and what the county published itself.

#include "core/calendar/calendar.h"
#include "core/model/state.h"

namespace core::app {

/// The calendar after every `calendar.published` fact of the ledger, in recording order.
calendar::Calendar calendar_of(const State& state);

}  // namespace core::app
