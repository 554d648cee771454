#pragma once
// Names for people where the ledger has codes.

#include <string_view>

#include "core/model/state.h"

namespace native {

/// Empty when it is no known unit.
inline std::string_view unit_name(const core::State& state, core::UnitIndex unit) {
  return unit.known() ? std::string_view(state.unit(unit).name) : std::string_view();
}

}  // namespace native
