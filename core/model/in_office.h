#pragma once
// Who somebody is, and whether he could act on a day.

#include <string>
#include <string_view>

#include "core/model/state.h"

namespace core {

/// Whether both are one person: who signs or hands in may be told by key or by name.
bool is_same(const State& state, OfficialIndex a, OfficialIndex b);

/// Why the official cannot have acted on the day (Chinese); empty when nothing stands against it,
/// also for nobody. Lists without dates appoint on the day of the import: who is in them may have
/// been in office before, and so may who was appointed more than once.
std::string out_of_office(OfficialIndex index, Date day, const State& state, Date today);

/// Why nothing new can be given to the unit on the day: it was merged into another before. Empty
/// when nothing stands against it, also for a unit nobody has told of.
std::string retired_before(std::string_view unit, Date day, const State& state);

/// Why a unit that is or comes to be there on the day cannot have the name: another one has it, and
/// no list or paper could tell them apart. Empty when none has.
std::string name_in_use(std::string_view name, std::string_view unit, Date day, const State& state);

}  // namespace core
