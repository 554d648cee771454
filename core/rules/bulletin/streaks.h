#pragma once
// Units that stand out in bulletins in a row (3.5; domain 7.4, 7.5).

#include <vector>

#include "core/rules/rule.h"

namespace core::rules {

/// The bulletin that made a streak full, or made it longer still.
struct StreakHit {
  UnitIndex unit;
  MeasureIndex bulletin;
  Date on;                      ///< The day it was issued.
  Date since;                   ///< What was done from this day on answers it: `on`, or earlier
                                ///< when it takes the place of a streak that was withdrawn.
  std::vector<FactRef> issued;  ///< The bulletins of the streak, oldest first.
  FactRef withdrawn;            ///< One of them was withdrawn after a measure had been taken.
  int earlier = 0;              ///< Hits of this unit in the months before that count.
  bool ahead = false;           ///< One more bulletin would make it; `on` is the day after today.
};

/// In the last places of periodic bulletins of one series, by period. A period without a bulletin
/// neither counts nor breaks; of two bulletins on one period the later holds.
std::vector<StreakHit> bottom_hits(const Context& context);

/// Criticised in special bulletins, by day; of those whose scope holds the unit.
std::vector<StreakHit> special_hits(const Context& context);

/// The streaks that still run and would be full with one more bulletin; `bulletin` is their last.
std::vector<StreakHit> bottom_hits_ahead(const Context& context);
std::vector<StreakHit> special_hits_ahead(const Context& context);

/// First hit: remind; another within the months that count: talk (domain 7.4).
PromptRow prompt_of(const StreakHit& hit, RuleId rule, const Context& context, Findings& out);

/// What a prompt of prompt_of says: the measure, the matter in words, and the time it is of
/// several.
std::string streak_text(std::string_view matter, const PromptRow& row);

}  // namespace core::rules
