#pragma once
// Who was talked to reports in writing what was put right (6.5).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kRectifyReport;

}  // namespace core::rules
