#pragma once
// How far a unit is from the last places: the fewest items done in time instead of late (or late
// instead of in time) that would take it out of them (or into them), all others unchanged.
// Participation in rating counts only where nothing else will do.

#include "core/rules/ranking/score.h"

namespace core::rules::ranking {

struct Change {
  Indicator indicator = Indicator::AcceptOnTime;
  std::int64_t items = 0;
};

struct Margin {
  bool possible = false;  ///< False where no number of items would do.
  bool into = false;      ///< Into the last places; else out of them.
  std::uint8_t count = 0;
  std::array<Change, kIndicators> changes{};  ///< The first `count`; one wherever one will do.

  std::int64_t items() const;
};

/// What the margin of one unit is measured against.
struct Boundary {
  bool has_places = false;   ///< The group has last places at all.
  bool everywhere = false;   ///< Every place of the group is one.
  Key line;                  ///< A unit that is not better than this is in a last place …
  std::int64_t passing = 0;  ///< … unless its score is at least this.

  bool holds(const Key& key) const {
    if (!has_places || key.score >= passing) return false;
    return everywhere || !better(key, line);
  }
};

/// `rates` are those of the counts.
Margin margin_of(const UnitCounts& counts, const Rates& rates, const Weights& weights,
                 const Boundary& boundary);

}  // namespace core::rules::ranking
