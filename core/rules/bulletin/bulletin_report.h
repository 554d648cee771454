#pragma once
// A periodic bulletin goes to all convenors, a grave matter to the heads of the county (3.3).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kBulletinReport;

}  // namespace core::rules
