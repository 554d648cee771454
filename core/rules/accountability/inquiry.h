#pragma once
// An inquiry into who was responsible before, during and after is concluded (7.1).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kInquiry;

}  // namespace core::rules
