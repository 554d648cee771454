#pragma once
// Whether somebody could act on a day.

#include <string>

#include "core/model/state.h"

namespace core {

/// Why the official cannot have acted on the day (Chinese); empty when nothing stands against it,
/// also for nobody. Lists without dates appoint on the day of the import: who is in them may have
/// been in office before, and so may who was appointed more than once.
std::string out_of_office(OfficialIndex index, Date day, const State& state, Date today);

}  // namespace core
