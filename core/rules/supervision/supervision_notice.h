#pragma once
// A listed case is notified to its unit (5.2).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kSupervisionNotice;

}  // namespace core::rules
