#pragma once
// What was done about a unit is filed with three departments (3.5, 6.4), the assessment with one
// (7.4).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kFiling;

}  // namespace core::rules
