#pragma once
// The rules about cases, asked case by case.

#include "core/rules/rule.h"

namespace core::rules {

/// How many cores looking at the cases is worth.
unsigned cores_for(const State& state);

/// Appends what follows from every case, in their order: the same rows however many cores share the
/// cases. At least one core.
void derive_cases(const Context& context, unsigned cores, Findings& out);

}  // namespace core::rules
