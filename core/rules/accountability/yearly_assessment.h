#pragma once
// When a year is over, bulletins, listings, talks and inquiries are put together for its assessment
// (7.4).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kYearlyAssessment;

}  // namespace core::rules
