#pragma once
// A claim is answered within 60 days of acceptance, once extended by up to 30 (条例34).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kAnswer;

}  // namespace core::rules
