#pragma once
// A case that reopens goes back to the leader it had before closure (2.5).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kReopenedToSameLeader;

}  // namespace core::rules
