#pragma once
// What calls for a talk: an irregular visit, or that what was ordered has not been put right (6.1).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTalkGround;

}  // namespace core::rules
