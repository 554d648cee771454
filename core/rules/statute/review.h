#pragma once
// A review is decided within 30 days of the request (条例35).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kReview;

}  // namespace core::rules
