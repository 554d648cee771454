#pragma once
// What a statistic may say (3.1): a part of a whole, of a period that is over.

#include <string>
#include <vector>

#include "core/model/amendment.h"
#include "core/model/fact_view.h"

namespace core {

/// Appends what stands against the statistic (Chinese).
void check_statistic(const FactView& fact, std::vector<std::string>& out);

/// The same for a correction of one.
void check_statistic_amendment(const Amendment& change, const State& state,
                               std::vector<std::string>& out);

}  // namespace core
