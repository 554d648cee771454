#pragma once
// What the `calendar` command prints: a deadline with its proof, and a year's special days.

#include "core/base/value.h"
#include "core/calendar/calendar.h"

namespace core::calendar {

/// `from`, `due`, `judged`, `provisional` and `days`, each with `day`, `counted` and `why`.
Value deadline_json(const Calendar& calendar, const Deadline& deadline, bool working);

/// `year`, `official`, `provisional`, `sources`, `totals` and `days`, each with `day`, `kind`
/// (`holiday` or `make_up_workday`), `name` and `source`; only days that are one of the two.
Value year_json(const Calendar& calendar, int year);

}  // namespace core::calendar
