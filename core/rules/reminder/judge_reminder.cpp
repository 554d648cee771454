#include "core/rules/reminder/judge_reminder.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"4.8"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = facts.at(StepKind::ReminderAnswered);
  if (!from.known()) return;
  const int workdays = context.rulebook.on(from.on).judge_workdays;
  add_step_duty(out, facts, context, RuleId::JudgeReminder, from, workdays,
                {facts.at(StepKind::ReminderJudged), {}, {}});
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return "应核查提醒反馈";
    case DutyState::Overdue:
      return "提醒反馈逾期未核查";
    case DutyState::Done:
      return "提醒反馈已核查";
    case DutyState::DoneLate:
      return "提醒反馈核查超期";
    case DutyState::Void:
      return "提醒反馈无须核查";
  }
  return {};
}

}  // namespace

const Rule kJudgeReminder = {
    .id = RuleId::JudgeReminder,
    .word = "judge_reminder",
    .clauses = kClauses,
    .title = "核查提醒反馈",
    .source = "《关于建立健全信访工作有关机制的通知》四",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Reminder,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
