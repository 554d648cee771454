#pragma once
// How a unit stands in an issued bulletin (3.5; domain 7.4, 7.5).

#include "core/model/state.h"
#include "core/rules/rulebook.h"

namespace core::rules {

enum class Footing : std::uint8_t { Absent, Unranked, Ranked, Bottom };

/// In a periodic bulletin; `settings` are those of the day it was issued.
Footing footing_of(const State& state, const MeasureRow& bulletin, UnitIndex unit,
                   const Settings& settings);

/// Named with criticism; praise or mere mention is none.
bool is_criticised(const MeasureRow& bulletin, UnitIndex unit);

/// At the bottom or criticised.
bool stands_out(const State& state, const MeasureRow& bulletin, UnitIndex unit,
                const Settings& settings);

}  // namespace core::rules
