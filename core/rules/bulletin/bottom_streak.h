#pragma once
// A unit in the last three of two periodic bulletins of a series in a row is reminded or talked to
// (3.5).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kBottomStreak;

}  // namespace core::rules
