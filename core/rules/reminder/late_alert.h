#pragma once
// A unit that answers an alert late, or not at all, is reminded (4.2).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kLateAlert;

}  // namespace core::rules
