#pragma once
// The officials are told of the talk and what it is about (6.3).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kTalkNotice;

}  // namespace core::rules
