#pragma once
// The ranking of one period by group: scores, shared ranks, last places, who is not ranked and why
// (通知 3.1, 3.5).

#include <string>
#include <vector>

#include "core/rules/ranking/groups.h"
#include "core/rules/ranking/margin.h"

namespace core::rules::ranking {

enum class Unranked : std::uint8_t {
  Ranked,
  NotThroughout,  ///< Registered or retired within the period.
  TooFewItems,
  NothingRated,
  NoGroup,
};
std::string_view word(Unranked reason);   ///< not_throughout too_few_items …
std::string_view label(Unranked reason);  ///< Chinese.

struct RankedUnit {
  UnitIndex unit;
  Unranked reason = Unranked::Ranked;
  bool bottom = false;             ///< In the last places.
  std::int32_t rank = 0;           ///< 0 = not ranked.
  std::int32_t shared = 0;         ///< How many hold the rank.
  std::int64_t score = kNotRated;  ///< Hundredths.
  Rates rates{};
  Margin margin;
};

struct GroupRanking {
  std::string name;         ///< Groups merged under small_group_policy: their names joined by `+`.
  std::int32_t of = 0;      ///< How many are ranked.
  std::int32_t bottom = 0;  ///< How many last places it has.
  std::vector<RankedUnit> units;  ///< By rank, then by code; those not ranked at the end.
};

struct Ranking {
  Period period;
  bool over = false;  ///< The period had ended; before that figures still change.
  Weights weights{};
  std::vector<GroupRanking> groups;
};

/// `slot` is the place of the period in the counts. The settings are those in force on the last
/// day of the period.
Ranking rank_units(const State& state, const Counts& counts, std::size_t slot,
                   const Rulebook& rulebook, Date today);

}  // namespace core::rules::ranking
