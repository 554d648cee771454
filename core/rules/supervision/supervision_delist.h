#pragma once
// A listed case that passed acceptance is delisted (5.2).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kSupervisionDelist;

}  // namespace core::rules
