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
  return context.calendar.add_workdays(week + 7, -1);
}

class Scheduler {
 public:
  Scheduler(CaseFacts& facts, WeekTable& weeks, std::uint32_t episode)
      : facts_(facts),
        weeks_(weeks),
        episode_index_(episode),
        episode_(facts.episodes[episode]),
        start_(facts.leads[episode_.first_lead].at.on) {}

  void run() {
    const Date today = weeks_.context().today;
    for (Date monday = monday_of(start_); monday <= today; monday = monday + 7) {
      if (episode_.closed.known() && episode_.closed.on < monday) return;
      if (std::max(monday, start_) <= today) take_week(monday, weeks_.of(monday));
    }
  }

 private:
  void take_week(Date monday, const Week& week) {
    if (week.workdays == 0) return;
    if (week.workdays < week.settings->weekly_min_workdays) {
      if (!short_since_.known()) short_since_ = monday;
      return;
    }
    if (active_workdays(monday, week) < week.settings->weekly_min_workdays ||
        paused_on(week.due_on))
      return;
    add_week(monday, week);
    short_since_ = Date{};
  }

  bool paused_on(Date day) const {
    return std::any_of(facts_.pauses.begin(), facts_.pauses.end(), [day](const Pause& pause) {
      return pause.first <= day && day <= pause.last;
    });
  }

  int active_workdays(Date monday, const Week& week) const {
    const calendar::Calendar& calendar = weeks_.context().calendar;
    const Date first = std::max(monday, start_);
    if (facts_.pauses.empty())
      return first == monday ? week.workdays : workdays_from_to(calendar, first, monday + 6);
    int count = 0;
    for (Date day = first; day <= monday + 6; day = day + 1) {
      if (calendar.is_workday(day) && !paused_on(day)) ++count;
    }
    return count;
  }

  void add_week(Date monday, const Week& week) {
    OwedWeek owed;
    owed.monday = monday;
    owed.opened_on = std::max(monday, start_);
    owed.due_on = week.due_on;
    owed.judged_on = week.judged_on;
    owed.provisional = week.provisional;
    owed.episode = episode_index_;
    owed.lead = lead_on(week.due_on);
    owed.filed = report_for(monday, week.settings->weekly_min_workdays);
    // Closed and reopened within one week: the week belongs to the later episode.
    std::vector<OwedWeek>& weeks = facts_.owed_weeks;
    if (!weeks.empty() && weeks.back().monday == monday) weeks.pop_back();
    weeks.push_back(owed);
  }

  std::uint32_t lead_on(Date day) {
    const std::uint32_t end = episode_.first_lead + episode_.lead_count;
    lead_ = std::max(lead_, episode_.first_lead);
    while (lead_ + 1 < end && facts_.leads[lead_ + 1].at.on <= day) ++lead_;
    return lead_;
  }

  // Reports are ordered by week, and weeks come in order, so each report is passed once.
  Moment report_for(Date monday, int min_workdays) {
    const Date first = short_since_.known() ? short_since_ : monday;
    const std::vector<Report>& reports = facts_.reports;
    while (report_ < reports.size() && reports[report_].monday < first) ++report_;
    Moment filed;
    for (; report_ < reports.size() && reports[report_].monday <= monday; ++report_) {
      const Report& report = reports[report_];
      if (report.monday == monday || is_short(report.monday, min_workdays))
        filed = earlier(filed, report.filed);
    }
    return filed;
  }

  bool is_short(Date monday, int min_workdays) const {
    const int workdays = workdays_from_to(weeks_.context().calendar, monday, monday + 6);
    return workdays > 0 && workdays < min_workdays;
  }

  CaseFacts& facts_;
  WeekTable& weeks_;
  std::uint32_t episode_index_;
  const Episode& episode_;
  Date start_;
  Date short_since_;
  std::uint32_t lead_ = 0;
  std::size_t report_ = 0;
};

Week week_from(Date monday, const Context& context) {
  const Settings& settings = context.rulebook.on(monday);
  const calendar::Calendar& calendar = context.calendar;
  Week week;
  week.worked_out = true;
  week.workdays = workdays_from_to(calendar, monday, monday + 6);
  week.settings = &settings;
  week.due_on = due_day(monday, context, settings);
  const Date graced = week.due_on + settings.report_grace_days;
  week.judged_on = settings.roll_to_workday ? calendar.roll_to_workday(graced) : graced;
  // A make-up weekend not yet announced could move the last workday of the week.
  week.provisional = calendar.is_provisional(monday, std::max(monday + 6, week.judged_on));
  return week;
}

}  // namespace

const Week& WeekTable::work_out(Date monday) {
  if (weeks_.empty()) first_ = monday;
  if (monday < first_) {
    weeks_.insert(weeks_.begin(), static_cast<std::size_t>((first_ - monday) / 7), Week{});
    first_ = monday;
  }
  const auto place = static_cast<std::size_t>((monday - first_) / 7);
  if (place >= weeks_.size()) weeks_.resize(place + 1);
  return weeks_[place] = week_from(monday, context_);
}

void schedule_weeks(CaseFacts& facts, WeekTable& weeks) {
  facts.owed_weeks.clear();
  for (std::uint32_t i = 0; i < facts.episodes.size(); ++i) {
    if (facts.episodes[i].lead_count > 0) Scheduler(facts, weeks, i).run();
  }
}

}  // namespace core::rules
