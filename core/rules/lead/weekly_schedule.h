#pragma once
// Which weeks owe a report and by when (clause 2.7; domain 7.3).

#include <vector>

#include "core/rules/rule.h"

namespace core::rules {

/// What is the same for every case that owes a report on the week.
struct Week {
  bool worked_out = false;
  bool provisional = false;
  int workdays = 0;
  const Settings* settings = nullptr;  ///< In force on its Monday.
  Date due_on;
  Date judged_on;
};

/// The weeks of one pass, each worked out when the first case asks for it.
class WeekTable {
 public:
  explicit WeekTable(const Context& context) : context_(context) {}

  const Context& context() const { return context_; }

  /// Valid until the next question.
  const Week& of(Date monday) {
    const auto place = static_cast<std::size_t>((monday - first_) / 7);
    if (place < weeks_.size() && weeks_[place].worked_out) return weeks_[place];
    return work_out(monday);
  }

 private:
  const Week& work_out(Date monday);

  const Context& context_;
  Date first_{0};  // a Monday as soon as there are weeks
  std::vector<Week> weeks_;
};

/// Fills facts.owed_weeks, oldest first, with every week begun by today, the week of closure
/// included. A week owes a report when the case has been led, open and not paused on enough of its
/// workdays. A week with no workday owes none; one with too few is reported on with the next, under
/// either week. In the week of assignment the day of assignment counts as one that remains.
void schedule_weeks(CaseFacts& facts, WeekTable& weeks);

}  // namespace core::rules
