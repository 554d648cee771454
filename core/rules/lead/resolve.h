#pragma once
// A led case is resolved by the day the lead was given (2.5, 2.7).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kResolve;

}  // namespace core::rules
