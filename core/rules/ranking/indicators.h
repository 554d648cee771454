#pragma once
// Numerators and denominators of every indicator by unit and period, from item facts and from
// imported statistics, and the items behind each figure.

#include <vector>

#include "core/base/period.h"
#include "core/rules/duty.h"
#include "core/rules/ranking/indicator.h"

namespace core::rules::ranking {

struct Tally {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;

  constexpr bool operator==(const Tally&) const = default;
};

enum class Source : std::uint8_t { None, Items, Statistics };
std::string_view word(Source source);  ///< none items statistics

/// One indicator of one unit and period. Both sources are kept; they are never added up.
struct Count {
  Tally items;
  Tally statistics;
  std::uint8_t months = 0;  ///< How many months of a longer period have statistics.
  bool complete = false;    ///< The statistics cover the whole period.

  bool has_statistics() const { return complete || months > 0; }
  /// Statistics that cover the period and count something go before item facts.
  Source source() const {
    if (complete && statistics.denominator > 0) return Source::Statistics;
    return items.denominator > 0 ? Source::Items : Source::None;
  }
  Tally used() const { return source() == Source::Statistics ? statistics : items; }
};
using UnitCounts = std::array<Count, kIndicators>;

/// The counts of every unit in a list of periods.
class Counts {
 public:
  Counts(std::vector<Period> periods, std::size_t units)
      : periods_(std::move(periods)), units_(units), rows_(periods_.size() * units) {}

  const std::vector<Period>& periods() const { return periods_; }
  const UnitCounts& at(std::size_t period, UnitIndex unit) const {
    return rows_[period * units_ + unit.value];
  }
  UnitCounts& at(std::size_t period, UnitIndex unit) { return rows_[period * units_ + unit.value]; }

 private:
  std::vector<Period> periods_;
  std::size_t units_;
  std::vector<UnitCounts> rows_;
};

/// One thing that was counted: a duty that came to be judged, a rating, an end of a first petition.
struct Item {
  Indicator indicator = Indicator::AcceptOnTime;
  UnitIndex unit;
  Date day;  ///< What decides the period: the day of judgement, rating, end or delisting.
  bool good = false;
  CaseIndex case_index;
  const DutyRow* duty = nullptr;  ///< Into the findings; null for ratings and ends.
  FactRef fact;                   ///< Of a rating, an end or a delisting.
};

/// What both functions below count, as of `today`. `findings` are those of the same day.
/// A duty counts in the period in which it is judged, once that day has come: in time or not. What
/// became void counts nowhere. A listing resolved in time counts once it is delisted, in the period
/// of that day or of its term's end, whichever is later. Of several ratings of one case for one
/// unit the last one counts; a first petition counts when it first comes to an end, and is resolved
/// at once when that end is full and nobody asked for more.
Counts count_indicators(const State& state, const Findings& findings, Date today,
                        std::vector<Period> periods);

/// The items behind the item facts of one figure: as many as its denominator says.
std::vector<Item> items_of(const State& state, const Findings& findings, Date today,
                           const Period& period, UnitIndex unit, Indicator indicator);

}  // namespace core::rules::ranking
