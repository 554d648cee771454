#pragma once
// A listed case is resolved within the term set (5.1).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kSupervisionResolve;

}  // namespace core::rules
