#pragma once
// A key case gets its county leader within days of the first ground (2.1–2.5).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kAssignLead;

}  // namespace core::rules
