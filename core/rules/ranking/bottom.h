#pragma once
// Who is in the last places of a ranking (通知 3.5): the one definition that rankings, margins and
// streaks share.

#include <cstdint>
#include <span>

#include "core/model/state.h"
#include "core/rules/rulebook.h"

namespace core::rules::ranking {

/// One unit's place among those ranked with it.
struct Place {
  std::int32_t rank = 0;    ///< 1 = best; 0 = not ranked.
  std::int32_t of = 0;      ///< How many were ranked in the group.
  std::int32_t shared = 1;  ///< How many hold this rank, this unit included.
  std::int64_t score = -1;  ///< Hundredths; -1 = not stated.
};

/// How many last places a group of that size has.
std::int32_t bottom_size(std::int32_t of, const Settings& settings);

/// True for a score that is never among the last, whatever its rank.
bool passes(std::int64_t score, const Settings& settings);

/// Whether the place is among the last: everybody who shares a rank that reaches into the last
/// places is, unless its score passes. False for a unit that is not ranked.
bool in_bottom(const Place& place, const Settings& settings);

/// The place of one standing among the standings of its bulletin. Those of one group are compared;
/// where the bulletin names no group, those of the units' own group.
Place place_of(const State& state, std::span<const Standing> standings, const Standing& standing);

inline bool in_bottom(const State& state, std::span<const Standing> standings,
                      const Standing& standing, const Settings& settings) {
  return in_bottom(place_of(state, standings, standing), settings);
}

}  // namespace core::rules::ranking
