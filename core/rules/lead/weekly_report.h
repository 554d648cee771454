#pragma once
// A led case is reported on every week until it is closed (2.7).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kWeeklyReport;

}  // namespace core::rules
