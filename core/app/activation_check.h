#pragma once
// What stands against putting settings in force: values no rule can use, two values for one day.

#include <string>

#include "core/model/fact.h"
#include "core/model/state.h"

namespace core::app {

/// Why the fact may not put settings in force, or correct them into force: values that
/// rules::with_values refuses, tables that rules/setting_tables.h refuses, no approver, a key and
/// day that have a value already. Names the key and the reason; empty when nothing stands against
/// it, and for other facts.
std::string activation_problem(const Fact& fact, const State& state);

}  // namespace core::app
