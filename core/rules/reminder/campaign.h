#pragma once
// A unit of a campaign does its part by the day set (4.4).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kCampaign;

}  // namespace core::rules
