#pragma once
// A final review is decided within 30 days of the request, hearings aside (条例36).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kFinalReview;

}  // namespace core::rules
