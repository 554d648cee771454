#pragma once
// A report on what was put right is judged (6.5).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kJudgeRectification;

}  // namespace core::rules
