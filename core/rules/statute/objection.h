#pragma once
// An organ that is not competent may object within 5 workdays of receipt (条例23).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kObjection;

}  // namespace core::rules
