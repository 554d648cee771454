#pragma once
// How a talk went is reported to the heads of the county (6.4).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTalkReport;

}  // namespace core::rules
