#pragma once
// What a unit answers to a reminder is judged (4.8).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kJudgeReminder;

}  // namespace core::rules
