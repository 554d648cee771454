#include "core/rules/reminder/answer_reminder.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"4.8"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* issued = facts.first(StepKind::ReminderIssued);
  if (!issued) return;
  // What was found put right had been answered for; what was not is owed still.
  const int days = context.rulebook.on(issued->on).reminder_answer_days;
  add_term_duty(out, facts, context, RuleId::AnswerReminder,
                {facts.moment(issued), days, issued->until},
                {facts.at(StepKind::ReminderAnswered), facts.judged_fixed(), {}}, 1, issued->unit);
}

}  // namespace

const Rule kAnswerReminder = {
    .id = RuleId::AnswerReminder,
    .word = "answer_reminder",
    .clauses = kClauses,
    .title = "反馈提醒",
    .source = "《关于建立健全信访工作有关机制的通知》四",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Reminder,
    .check_measure = check,
    .words = {"应反馈提醒事项", "提醒逾期未反馈", "提醒已按期反馈", "提醒反馈超期", "提醒无须反馈"},
};

}  // namespace core::rules
