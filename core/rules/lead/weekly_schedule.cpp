#include "core/rules/lead/weekly_schedule.h"

#include <algorithm>

namespace core::rules {
namespace {

Date monday_of(Date day) { return day - (weekday(day) - 1); }

int workdays_from_to(const calendar::Calendar& calendar, Date first, Date last) {
  return calendar.workdays_between(first - 1, last);
}

Date due_day(Date week, const Context& context, const Settings& settings) {
  if (settings.report_weekday > 0) return week + 6 + settings.report_weekday;
  return context.calendar.last_workday_of_week(iso_week(week)).value_or(week + 6);
}

class Scheduler {
 public:
  Scheduler(CaseFacts& facts, WeekTable& weeks, std::uint32_t episode)
      : facts_(facts),
        weeks_(weeks),
        episode_index_(episode),
        episode_(facts.episodes[episode]),
        start_(facts.leads[episode_.first_lead].at.on),
        lead_(episode_.first_lead),
        last_lead_(episode_.first_lead + episode_.lead_count - 1),
        reports_(facts.reports) {}

  void run() {
    const Date last = episode_.closed.known() ? episode_.closed.on : weeks_.context().today;
    for (const Week& week : weeks_.since(monday_of(start_))) {
      if (week.monday > last) return;
      take_week(week);
    }
  }

 private:
  void take_week(const Week& week) {
    if (week.workdays == 0) return;
    if (week.workdays < week.min_workdays) {
      if (!short_since_.known()) short_since_ = week.monday;
    } else {
      if (is_led_enough(week)) add_week(week);
      short_since_ = Date{};
    }
  }

  bool is_led_enough(const Week& week) const {
    if (start_ <= week.monday && facts_.pauses.empty()) return true;
    return active_workdays(week) >= week.min_workdays && !paused_on(week.due_on);
  }

  bool paused_on(Date day) const {
    return std::any_of(facts_.pauses.begin(), facts_.pauses.end(), [day](const Pause& pause) {
      return pause.first <= day && day <= pause.last;
    });
  }

  int active_workdays(const Week& week) const {
    const calendar::Calendar& calendar = weeks_.context().calendar;
    const Date first = std::max(week.monday, start_);
    const Date last = week.monday + 6;
    if (facts_.pauses.empty()) return workdays_from_to(calendar, first, last);
    int count = 0;
    for (Date day = first; day <= last; day = day + 1) {
      if (calendar.is_workday(day) && !paused_on(day)) ++count;
    }
    return count;
  }

  void add_week(const Week& week) {
    // Closed and reopened within one week: the week belongs to the later episode.
    std::vector<OwedWeek>& weeks = facts_.owed_weeks;
    if (!weeks.empty() && weeks.back().monday == week.monday) weeks.pop_back();
    // Filled in place: a row put together elsewhere is read back before it is written.
    OwedWeek& owed = weeks.emplace_back();
    owed.monday = week.monday;
    owed.opened_on = start_ > week.monday ? start_ : week.monday;
    owed.due_on = week.due_on;
    owed.judged_on = week.judged_on;
    owed.provisional = week.provisional;
    owed.episode = episode_index_;
    owed.lead = lead_on(week.due_on);
    owed.filed = report_for(week);
  }

  std::uint32_t lead_on(Date day) {
    while (lead_ < last_lead_ && facts_.leads[lead_ + 1].at.on <= day) ++lead_;
    return lead_;
  }

  // Reports are ordered by week, and weeks come in order, so each report is passed once.
  Moment report_for(const Week& week) {
    Moment filed;
    while (!reports_.empty() && reports_.front().monday <= week.monday) {
      if (covers(reports_.front(), week)) filed = earlier(filed, reports_.front().filed);
      reports_ = reports_.subspan(1);
    }
    return filed;
  }

  // Whatever was too short since the last report is reported on under either week, but not before
  // the week that owes the report has begun.
  bool covers(const Report& report, const Week& week) const {
    if (report.monday == week.monday) return true;
    if (!short_since_.known() || report.monday < short_since_) return false;
    if (report.filed.on < week.monday) return false;
    const int workdays = weeks_.context().calendar.workdays_in_week(iso_week(report.monday));
    return workdays > 0 && workdays < week.min_workdays;
  }

  CaseFacts& facts_;
  WeekTable& weeks_;
  std::uint32_t episode_index_;
  const Episode& episode_;
  Date start_;
  Date short_since_;
  std::uint32_t lead_;
  std::uint32_t last_lead_;
  std::span<const Report> reports_;  // those not passed yet
};

Week week_from(Date monday, const Context& context) {
  const Settings& settings = context.rulebook.on(monday);
  const calendar::Calendar& calendar = context.calendar;
  Week week;
  week.monday = monday;
  week.workdays = calendar.workdays_in_week(iso_week(monday));
  week.min_workdays = settings.weekly_min_workdays;
  week.due_on = due_day(monday, context, settings);
  const Date graced = week.due_on + settings.report_grace_days;
  week.judged_on = settings.roll_to_workday ? calendar.roll_to_workday(graced) : graced;
  // A make-up weekend not yet announced could move the last workday of the week.
  week.provisional = calendar.is_provisional(monday, std::max(monday + 6, week.judged_on));
  return week;
}

}  // namespace

void WeekTable::reach_back_to(Date monday) {
  const Date end = weeks_.empty() ? context_.today + 1 : weeks_.front().monday;
  std::vector<Week> earlier_weeks;
  for (; monday < end; monday = monday + 7) earlier_weeks.push_back(week_from(monday, context_));
  weeks_.insert(weeks_.begin(), earlier_weeks.begin(), earlier_weeks.end());
}

bool is_missing(std::span<const OwedWeek> weeks, std::size_t at, Date today) {
  if (at + 1 >= weeks.size() || weeks[at].episode != weeks[at + 1].episode) return false;
  const Date next = weeks[at + 1].due_on;
  return today > next && !(weeks[at].filed.known() && weeks[at].filed.on <= next);
}

void schedule_weeks(CaseFacts& facts, WeekTable& weeks) {
  facts.owed_weeks.clear();
  for (std::uint32_t i = 0; i < facts.episodes.size(); ++i) {
    if (facts.episodes[i].lead_count > 0) Scheduler(facts, weeks, i).run();
  }
}

}  // namespace core::rules
