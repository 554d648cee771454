#pragma once
// The talk is held (6.3).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTalkHold;

}  // namespace core::rules
