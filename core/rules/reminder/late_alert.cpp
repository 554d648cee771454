#include "core/rules/reminder/late_alert.h"

#include "core/rules/measure_duty.h"
#include "core/rules/reminder/answering_reminder.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"4.2"};

void check_late(const DutyRow& late, const Context& context, Findings& out) {
  MeasureFacts facts;
  if (!read_measure(context.state, late.measure, context.today, facts)) return;
  PromptRow row = prompt_about(facts, RuleId::LateAlert, Action::Remind, late.unit, 1);
  row.opened_on = late.judged_on + 1;
  row.because =
      note(out, facts.at(StepKind::AlertAssigned).fact, facts.at(StepKind::AlertAnswered).fact);
  settle_prompt(row, context, out,
                answering_reminder(context, late, row.opened_on, ReminderReason::T2));
  out.prompts.push_back(row);
}

void check(const Context& context, Findings& out) {
  for (std::size_t i = out.case_duties; i < out.duties.size(); ++i) {
    const DutyRow row = out.duties[i];
    const bool late = row.state == DutyState::Overdue || row.state == DutyState::DoneLate;
    if (row.rule == RuleId::AnswerAlert && late) check_late(row, context, out);
  }
}

std::string text(const State&, const Findings&, const PromptRow&) {
  return "建议提醒：预警信息核查反馈处置不及时";
}

}  // namespace

const Rule kLateAlert = {
    .id = RuleId::LateAlert,
    .word = "late_alert",
    .clauses = kClauses,
    .title = "预警反馈不及时",
    .source = "《关于建立健全信访工作有关机制的通知》四",
    .about = SubjectKind::Measure,
    .check_county = check,
    .prompt_text = text,
};

}  // namespace core::rules
