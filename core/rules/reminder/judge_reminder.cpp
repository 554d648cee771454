#include "core/rules/reminder/judge_reminder.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"4.8"};

void add_round(const MeasureFacts& facts, const Context& context, const MeasureStep& answer,
               const MeasureStep* judgement, std::int32_t round, Findings& out) {
  add_step_duty(out, facts, context, RuleId::JudgeReminder, facts.moment(&answer),
                context.rulebook.on(answer.on).judge_workdays, {facts.moment(judgement), {}, {}},
                round);
}

// What was found not put right is answered again, and looked at again. Until then further answers
// are looked at together with the first.
void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment fixed = facts.judged_fixed();
  const MeasureStep* answer = nullptr;
  std::int32_t round = 0;
  for (const MeasureStep& step : facts.steps) {
    if (step.kind == StepKind::ReminderAnswered && !answer) {
      answer = &step;
    } else if (step.kind == StepKind::ReminderJudged && answer) {
      add_round(facts, context, *answer, &step, ++round, out);
      answer = nullptr;
    }
    if (fixed.known() && step.fact == fixed.fact) return;
  }
  if (answer) add_round(facts, context, *answer, nullptr, ++round, out);
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
    .words = {"应核查提醒反馈", "提醒反馈逾期未核查", "提醒反馈已核查", "提醒反馈核查超期",
              "提醒反馈无须核查"},
};

}  // namespace core::rules
