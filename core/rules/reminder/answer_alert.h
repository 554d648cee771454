#pragma once
// An alert is checked, handled and answered (4.2).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kAnswerAlert;

}  // namespace core::rules
