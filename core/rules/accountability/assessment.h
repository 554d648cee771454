#pragma once
// The year is assessed (7.4).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kAssessment;

}  // namespace core::rules
