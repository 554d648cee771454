#pragma once
// The organ says whether it takes a claim up, within the same 15 days (条例23).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kAcceptOrDecline;

}  // namespace core::rules
