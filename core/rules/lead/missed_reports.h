#pragma once
// Weekly reports missing in a row prompt a reminder (2.7, 4.1).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kMissedReports;

}  // namespace core::rules
