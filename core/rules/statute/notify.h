#pragma once
// The organ that an item was forwarded to tells the petitioner in writing within 15 days (条例23).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kNotify;

}  // namespace core::rules
