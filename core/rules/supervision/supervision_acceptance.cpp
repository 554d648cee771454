#include "core/rules/supervision/supervision_acceptance.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"5.2"};

Moment answered(const MeasureFacts& facts, const MeasureStep& request) {
  for (const MeasureStep& step : facts.steps) {
    const bool answer =
        step.kind == StepKind::SupervisionAccepted || step.kind == StepKind::SupervisionReturned;
    if (answer && &step > &request) return {step.on, step.fact};
  }
  return {};
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  std::int32_t number = 0;
  for (const MeasureStep& step : facts.steps) {
    if (step.kind != StepKind::SupervisionAcceptanceRequested) continue;
    const int workdays = context.rulebook.on(step.on).supervision_acceptance_workdays;
    add_step_duty(out, facts, context, RuleId::SupervisionAcceptance, facts.moment(&step), workdays,
                  {answered(facts, step), {}, {}}, ++number);
  }
}

}  // namespace

const Rule kSupervisionAcceptance = {
    .id = RuleId::SupervisionAcceptance,
    .word = "supervision_acceptance",
    .clauses = kClauses,
    .title = "组织验收",
    .source = "《关于建立健全信访工作有关机制的通知》五",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Supervision,
    .check_measure = check,
    .words = {"应组织验收", "逾期未组织验收", "已组织验收", "组织验收超期", "无须组织验收"},
};

}  // namespace core::rules
