#pragma once
// A group is formed for a talk (6.3).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTalkGroup;

}  // namespace core::rules
