#pragma once
// A led case gets its plan within days of the assignment (2.5).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kPlan;

}  // namespace core::rules
