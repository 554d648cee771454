#pragma once
// A led case is reported on every week until it is closed (2.7).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kWeeklyReport;

/// Of a weekly report that is DoneLate: nobody ever reported on the week, closing the case ended
/// it.
bool is_never_filed(const State& state, const DutyRow& row);

}  // namespace core::rules
