#pragma once
// The office forwards or assigns an item within 15 days of receiving it (条例22).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kForward;

}  // namespace core::rules
