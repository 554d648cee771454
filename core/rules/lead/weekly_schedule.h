#pragma once
// Which weeks owe a report and by when (clause 2.7; domain 7.3).

#include "core/rules/rule.h"

namespace core::rules {

/// Fills facts.owed_weeks, oldest first, with every week begun by today, the week of closure
/// included. A week owes a report when the case has been led, open and not paused on enough of its
/// workdays. A week with no workday owes none; one with too few is reported on with the next, under
/// either week. In the week of assignment the day of assignment counts as one that remains.
void schedule_weeks(CaseFacts& facts, const Context& context);

}  // namespace core::rules
