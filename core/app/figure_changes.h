#pragma once
// Which units would rank or score otherwise under another rulebook.

#include <string>
#include <vector>

#include "core/app/question.h"
#include "core/base/period.h"

namespace core::app {

/// Where a unit stands in the ranking of a period.
struct RankPlace {
  std::int32_t rank = 0;  ///< 0 = not ranked.
  std::int32_t of = 0;
  std::int64_t score = -1;  ///< Hundredths; -1 = not rated.
  bool bottom = false;      ///< In the last places.

  bool operator==(const RankPlace&) const = default;
};

struct RankChange {
  UnitIndex unit;
  RankPlace before;
  RankPlace after;
};

/// The annual score of a unit in hundredths of points.
struct ScoreChange {
  UnitIndex unit;
  std::int64_t before = 0;
  std::int64_t after = 0;
};

struct FigureChanges {
  Period month;  ///< The last one that is over.
  std::vector<RankChange> ranks;
  Period year;  ///< That of the month; while it runs its score is what has come together so far.
  std::vector<ScoreChange> scores;
};

/// Two views of one state on one day. By unit; only those that differ.
FigureChanges figure_changes(const View& before, const View& after);

/// `{"ranks":{"period","units":[{"unit","before":{"rank","of","score","bottom"},"after"}]},
/// "scores":{"year","units":[{"unit","before","after"}]}}`
void set_figures(Fields& json, const State& state, const FigureChanges& changes);

/// In lines for people: who comes into the last places or out of them, how many others move, every
/// annual score that differs.
void append_figure_lines(const State& state, const FigureChanges& changes,
                         std::vector<std::string>& lines);

}  // namespace core::app
