#pragma once
// What stands against putting settings in force: values no rule can use, two values for one day.

#include <vector>

#include "core/model/state.h"
#include "core/store/ledger.h"

namespace core::app {

/// The facts of the batch that would put in force, or correct into force, settings that
/// rules::with_values refuses, tables that rules/setting_tables.h refuses, without an approver, or
/// for a key and day that have a value already. Each refusal names the key and the reason. Other
/// facts are left to the ledger.
std::vector<store::Refusal> refused_activations(const std::vector<Fact>& facts, const State& state);

}  // namespace core::app
