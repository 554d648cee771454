#pragma once
// Which rows of the state anything still stands in: once whatever was said of a case, a unit or an
// official is retracted, its row is left behind empty, and is to be shown and counted nowhere.

#include <vector>

#include "core/model/state.h"

namespace core {

/// Whether a fact that holds is about the case.
bool is_in_use(const State& state, CaseIndex which);

struct RowsInUse {
  std::vector<bool> units;
  std::vector<bool> officials;
};

/// Units and officials that a fact that holds is about or names. Looks through all facts only where
/// somebody is not registered.
RowsInUse rows_in_use(const State& state);

}  // namespace core
