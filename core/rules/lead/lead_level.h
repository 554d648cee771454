#pragma once
// The level of lead follows from the grounds, the highest wins, up by itself (2.2–2.4).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kLeadLevel;

}  // namespace core::rules
