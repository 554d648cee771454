#pragma once
// A unit ordered to put things right by a day does so (7.2).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kRectification;

}  // namespace core::rules
