#pragma once
// A unit that was reminded answers (4.8).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kAnswerReminder;

}  // namespace core::rules
