#pragma once
// Which weeks owe a report and by when (clause 2.7; domain 7.3).

#include <span>
#include <vector>

#include "core/rules/rule.h"

namespace core::rules {

/// What is the same for every case that owes a report on the week.
struct Week {
  Date monday;
  Date due_on;
  Date judged_on;
  int workdays = 0;
  int min_workdays = 0;  ///< With fewer it is reported on with the next.
  bool provisional = false;
};

/// The weeks of one pass, worked out as far back as a case has asked for.
class WeekTable {
 public:
  explicit WeekTable(const Context& context) : context_(context) {}

  const Context& context() const { return context_; }

  /// Every week from that Monday on, which is not after today, through the week of today. Valid
  /// until the next question.
  std::span<const Week> since(Date monday) {
    if (weeks_.empty() || monday < weeks_.front().monday) reach_back_to(monday);
    const int before = (monday - weeks_.front().monday) / 7;
    return std::span<const Week>(weeks_).subspan(static_cast<std::size_t>(before));
  }

 private:
  void reach_back_to(Date monday);

  const Context& context_;
  std::vector<Week> weeks_;  // oldest first, without a gap
};

/// Late is after its own day and before the next; missing is none by the next day (domain 7.3). The
/// last week of a run has no next.
bool is_missing(std::span<const OwedWeek> weeks, std::size_t at, Date today);

/// Fills facts.owed_weeks, oldest first, with every week begun by today, the week of closure
/// included. A week owes a report when the case has been led, open and not paused on enough of its
/// workdays. A week with no workday owes none; one with too few is reported on with the next, under
/// either week. In the week of assignment the day of assignment counts as one that remains.
void schedule_weeks(CaseFacts& facts, WeekTable& weeks);

}  // namespace core::rules
