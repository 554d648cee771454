#pragma once
// A unit with an overdue item, a late report on what was put right, or behind in a campaign for
// which a superior named it, is reminded (4.1, 4.4).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kOverdueItem;

}  // namespace core::rules
