#pragma once
// Who was talked to, and since when their record counts as signed (6.3, 6.5; domain 7.2).

#include <vector>

#include "core/rules/measure_facts.h"

namespace core::rules {

/// One unit of a talk, or one of its officials where each answers for himself.
struct TalkParty {
  UnitIndex unit;
  OfficialIndex official;  ///< Known only where officials answer one by one.
  /// Both sides have signed, of the unit every official talked to: the last of them. Who refused
  /// counts from the day of the talk. Nothing known until then.
  Moment signed_on;
};

std::vector<TalkParty> parties_of(const MeasureFacts& facts, const State& state, bool per_official);

/// The day on which the last of all parties had signed or refused; nothing known before.
Moment signed_by_all(const MeasureFacts& facts, const State& state);

}  // namespace core::rules
