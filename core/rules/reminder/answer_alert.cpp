#include "core/rules/reminder/answer_alert.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"4.2"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* assigned = facts.first(StepKind::AlertAssigned);
  if (!assigned) return;
  const int days = context.rulebook.on(assigned->on).alert_answer_days;
  add_term_duty(out, facts, context, RuleId::AnswerAlert,
                {facts.moment(assigned), days, assigned->until},
                {facts.at(StepKind::AlertAnswered), {}, {}}, 1, assigned->unit);
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return "应核查处置并反馈预警";
    case DutyState::Overdue:
      return "预警逾期未反馈";
    case DutyState::Done:
      return "预警已按期反馈";
    case DutyState::DoneLate:
      return "预警反馈超期";
    case DutyState::Void:
      return "预警无须反馈";
  }
  return {};
}

}  // namespace

const Rule kAnswerAlert = {
    .id = RuleId::AnswerAlert,
    .word = "answer_alert",
    .clauses = kClauses,
    .title = "反馈预警",
    .source = "《关于建立健全信访工作有关机制的通知》四",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Alert,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
