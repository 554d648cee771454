#include "core/rules/lead/weekly_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/rules/lead/succession.h"
#include "core/rules/lead/weekly_schedule.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.7"};

// In the week of closure the closing report takes the place of the weekly one (domain 7.3): one
// filed in time is done, one filed late is worth no less than none. What was missing before stays
// late.
Moment settle_week(DutyRow& row, const OwedWeek& week, Moment closed, Date today) {
  const bool in_time = week.filed.known() && week.filed.on <= week.judged_on;
  if (!in_time && closed.known() && closed.on <= week.monday + 6) {
    row.state = DutyState::Void;
    return closed;
  }
  settle(row, today, {week.filed, {}, closed});
  return week.filed.known() ? week.filed : closed;
}

// By the day the next report was due there was none, or the case was closed without one.
bool is_missed(const CaseFacts& facts, std::size_t at, DutyState state, Date today) {
  if (state != DutyState::Overdue && state != DutyState::DoneLate) return false;
  const bool never = !facts.owed_weeks[at].filed.known() && state == DutyState::DoneLate;
  return never || is_missing(facts.owed_weeks, at, today);
}

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  std::optional<Answering> answering;
  for (std::size_t at = 0; at < facts.owed_weeks.size(); ++at) {
    const OwedWeek& week = facts.owed_weeks[at];
    const LeadTurn& lead = facts.leads[week.lead];
    if (!answering || !answering->is_of(lead)) answering.emplace(facts, context, lead);
    const Moment closed = facts.episodes[week.episode].closed;
    DutyRow& row = add_duty(out, facts, RuleId::WeeklyReport,
                            facts.unit_on(std::min(week.due_on, context.today)), week.monday.days);
    row.opened_on = week.opened_on;
    row.due_on = week.due_on;
    row.judged_on = week.judged_on;
    row.provisional = week.provisional;
    row.in_working_days = true;
    row.official = answering->on(week.due_on);
    const Moment end = settle_week(row, week, closed, context.today);
    if (is_missed(facts, at, row.state, context.today)) row.remark = Remark::Missed;
    row.because = note(out, lead.at.fact, end.fact);
  }
}

std::string text(const State& state, const DutyRow& row, Date) {
  const int week = iso_week(Date{row.occurrence}).week;
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("第{}周进度报告", week);
    case DutyState::Overdue:
      return fmt::format("第{}周进度报告未报", week);
    case DutyState::Done:
      return fmt::format("第{}周进度报告已报", week);
    case DutyState::DoneLate:
      if (row.remark != Remark::Missed) return fmt::format("第{}周进度报告迟报", week);
      return fmt::format("第{}周进度报告漏报，{}", week,
                         is_never_filed(state, row) ? "事项已结案" : "后补报");
    case DutyState::Void:
      return fmt::format("第{}周进度报告由结案报告代替", week);
  }
  return {};
}

}  // namespace

bool is_never_filed(const State& state, const DutyRow& row) {
  bool closed = false;
  for (std::uint32_t at = state.case_row(row.case_index).first_event; at != kNoIndex;
       at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.on != row.done_on) continue;
    if (event.kind == EventKind::ReportFiled && event.until.days == row.occurrence) return false;
    closed = closed || event.kind == EventKind::Closed;
  }
  return closed;
}

const Rule kWeeklyReport = {
    .id = RuleId::WeeklyReport,
    .word = "weekly_report",
    .clauses = kClauses,
    .title = "每周报告",
    .source = "《关于建立健全信访工作有关机制的通知》二",
    .occurrence = OccurrenceKind::Week,
    .needs = bit(EventKind::LeadAssigned) | bit(EventKind::LeadHandedOver),
    .check = check,
    .duty_text = text,
};

}  // namespace core::rules
