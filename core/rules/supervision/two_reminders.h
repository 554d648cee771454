#pragma once
// A key case about which its unit was reminded twice in a row is listed (5.1).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTwoReminders;

}  // namespace core::rules
