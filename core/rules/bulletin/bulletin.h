#pragma once
// Every month, half-year and year is reported on in a bulletin (3.3).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kBulletin;

}  // namespace core::rules
