#pragma once
// The addressee of a proposal answers in writing whether it is adopted (7.3).

#include "core/rules/rule.h"

namespace core::rules {

extern const Rule kProposalAnswer;

}  // namespace core::rules
