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
    .words = {"应核查处置并反馈预警", "预警逾期未反馈", "预警已按期反馈", "预警反馈超期",
              "预警无须反馈"},
};

}  // namespace core::rules
