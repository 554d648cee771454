#pragma once
// A unit criticised twice in a row in special bulletins is reminded or talked to (3.5).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kSpecialStreak;

}  // namespace core::rules
