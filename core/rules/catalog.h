#pragma once
// All rules, in the order of RuleId.

#include <span>
#include <string_view>

#include "core/rules/rule.h"

namespace core::rules {

std::span<const Rule* const> catalog();

const Rule& rule(RuleId id);

/// By the contract's word; null for a rule we do not have.
const Rule* find_rule(std::string_view word);

}  // namespace core::rules
