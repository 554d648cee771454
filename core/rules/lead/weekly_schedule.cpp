#include "core/rules/lead/weekly_schedule.h"

#include <algorithm>

namespace core::rules {
namespace {

Date monday_of(Date day) { return day - (weekday(day) - 1); }

int workdays_from_to(const calendar::Calendar& calendar, Date first, Date last) {
  return calendar.workdays_between(first - 1, last);
}

class Scheduler {
 public:
  Scheduler(CaseFacts& facts, const Context& context, std::uint32_t episode)
      : facts_(facts),
        context_(context),
        episode_index_(episode),
        episode_(facts.episodes[episode]),
        start_(facts.leads[episode_.first_lead].at.on) {}

  void run() {
    for (Date week = monday_of(start_); week <= context_.today; week = week + 7) {
      if (episode_.closed.known() && episode_.closed.on < week) return;
      if (std::max(week, start_) <= context_.today) take_week(week);
    }
  }

 private:
  void take_week(Date week) {
    const Settings& settings = context_.rulebook.on(week);
    const int workdays = workdays_from_to(context_.calendar, week, week + 6);
    if (workdays == 0) return;
    if (workdays < settings.weekly_min_workdays) {
      if (!short_since_.known()) short_since_ = week;
      return;
    }
    const Date due = due_day(week, settings);
    if (active_workdays(week) < settings.weekly_min_workdays || paused_on(due)) return;
    add_week(week, due, settings);
    short_since_ = Date{};
  }

  Date due_day(Date week, const Settings& settings) const {
    if (settings.report_weekday > 0) return week + 6 + settings.report_weekday;
    return context_.calendar.add_workdays(week + 7, -1);
  }

  bool paused_on(Date day) const {
    return std::any_of(facts_.pauses.begin(), facts_.pauses.end(), [day](const Pause& pause) {
      return pause.first <= day && day <= pause.last;
    });
  }

  int active_workdays(Date week) const {
    if (facts_.pauses.empty())
      return workdays_from_to(context_.calendar, std::max(week, start_), week + 6);
    int count = 0;
    for (Date day = std::max(week, start_); day <= week + 6; day = day + 1) {
      if (context_.calendar.is_workday(day) && !paused_on(day)) ++count;
    }
    return count;
  }

  void add_week(Date week, Date due, const Settings& settings) {
    OwedWeek owed;
    owed.monday = week;
    owed.opened_on = std::max(week, start_);
    owed.due_on = due;
    const Date graced = due + settings.report_grace_days;
    owed.judged_on = settings.roll_to_workday ? context_.calendar.roll_to_workday(graced) : graced;
    // A make-up weekend not yet announced could move the last workday of the week.
    owed.provisional = context_.calendar.is_provisional(week, std::max(week + 6, owed.judged_on));
    owed.episode = episode_index_;
    owed.lead = lead_on(due);
    owed.filed = report_for(week, settings);
    // Closed and reopened within one week: the week belongs to the later episode.
    std::vector<OwedWeek>& weeks = facts_.owed_weeks;
    if (!weeks.empty() && weeks.back().monday == week) weeks.pop_back();
    weeks.push_back(owed);
  }

  std::uint32_t lead_on(Date day) {
    const std::uint32_t end = episode_.first_lead + episode_.lead_count;
    lead_ = std::max(lead_, episode_.first_lead);
    while (lead_ + 1 < end && facts_.leads[lead_ + 1].at.on <= day) ++lead_;
    return lead_;
  }

  // Reports are ordered by week, and weeks come in order, so each report is passed once.
  Moment report_for(Date week, const Settings& settings) {
    const Date first = short_since_.known() ? short_since_ : week;
    const std::vector<Report>& reports = facts_.reports;
    while (report_ < reports.size() && reports[report_].monday < first) ++report_;
    Moment filed;
    for (; report_ < reports.size() && reports[report_].monday <= week; ++report_) {
      const Report& report = reports[report_];
      if (report.monday == week || is_short(report.monday, settings))
        filed = earlier(filed, report.filed);
    }
    return filed;
  }

  bool is_short(Date week, const Settings& settings) const {
    const int workdays = workdays_from_to(context_.calendar, week, week + 6);
    return workdays > 0 && workdays < settings.weekly_min_workdays;
  }

  CaseFacts& facts_;
  const Context& context_;
  std::uint32_t episode_index_;
  const Episode& episode_;
  Date start_;
  Date short_since_;
  std::uint32_t lead_ = 0;
  std::size_t report_ = 0;
};

}  // namespace

void schedule_weeks(CaseFacts& facts, const Context& context) {
  facts.owed_weeks.clear();
  for (std::uint32_t i = 0; i < facts.episodes.size(); ++i) {
    if (facts.episodes[i].lead_count > 0) Scheduler(facts, context, i).run();
  }
}

}  // namespace core::rules
