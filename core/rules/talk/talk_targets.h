#pragma once
// The officials to be talked to are named (6.3).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTalkTargets;

}  // namespace core::rules
