#pragma once
// A request for acceptance is answered: passed or returned (5.2).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kSupervisionAcceptance;

}  // namespace core::rules
