#pragma once
// Both sides sign the record of a talk (6.3).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTalkSign;

}  // namespace core::rules
