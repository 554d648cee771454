#pragma once
// Accusations (检举控告): their content is not ours to keep or to show (条例30, 46).

#include <string>
#include <vector>

#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core {

/// Appends a problem (Chinese) for every text a fact tells about an accusation: number, dates,
/// organ and document numbers are all that is kept.
void check_accusation(const FactView& fact, const State& state, std::vector<std::string>& out);

/// Takes such texts out of a fact on an accusation, which may have been recorded before anybody
/// said that it is one.
void remove_content(Fact& fact);

}  // namespace core
