#pragma once
// 总览: the county in numbers, each of which opens what it counts.

#include <string>
#include <vector>

#include "core/model/state.h"
#include "core/rules/derive.h"
#include "web/models/reports_model.h"

namespace web {

struct OverviewModel {
  /// Open and overdue duties of one unit or official.
  struct Load {
    core::UnitIndex unit;
    core::OfficialIndex official;
    std::string name;
    std::size_t open = 0;  ///< Overdue ones included.
    std::size_t late = 0;
  };
  /// Open cases by the level of their lead; None = a lead is owed and lacking.
  struct Level {
    core::LeadLevel level = core::LeadLevel::None;
    std::string name;
    std::size_t cases = 0;
    std::size_t late = 0;  ///< Of these, with something overdue.
  };

  std::size_t open = 0;        ///< Cases.
  std::size_t late = 0;        ///< Duties.
  std::size_t late_units = 0;  ///< Units that owe them.
  std::size_t late_cases = 0;
  std::size_t today = 0;    ///< Duties due today.
  std::size_t pending = 0;  ///< Prompts to be decided.
  std::size_t led = 0, unled = 0;
  ReportsModel::Rate reports;
  std::vector<Load> units;      ///< Most overdue first.
  std::vector<Load> officials;  ///< The same.
  std::vector<Level> levels;    ///< Highest first, then those lacking one.
};

OverviewModel overview_model(const core::State& state, const core::rules::Findings& findings,
                             core::Date today);

/// Open cases and overdue duties at the end of each of the last months, worked out a day at a
/// time: each takes a pass over all cases.
class Trend {
 public:
  struct Point {
    core::Date day;
    std::size_t open = 0;
    std::size_t late = 0;
  };

  /// Begins anew for another day or other facts.
  void begin(core::Date today);
  bool finished() const { return points_.size() >= days_.size(); }
  /// Works out one more day.
  void step(const core::State& state, const core::calendar::Calendar& calendar,
            const core::rules::Rulebook& rulebook);
  /// Oldest first; those worked out so far, beginning with the newest.
  std::vector<Point> points() const { return {points_.rbegin(), points_.rend()}; }
  const std::vector<core::Date>& days() const { return days_; }

 private:
  std::vector<core::Date> days_;  // newest first
  std::vector<Point> points_;     // newest first
  core::rules::Findings findings_;
};

}  // namespace web
