#include "core/rules/accountability/rectification.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"7.2"};

// The report that answers an order: the first of that unit (or of no unit named) since.
Moment reported(const MeasureFacts& facts, const MeasureStep& order) {
  for (const MeasureStep& step : facts.steps) {
    if (step.kind != StepKind::RectificationReported || step.on < order.on) continue;
    if (!step.unit.known() || step.unit == order.unit) return {step.on, step.fact};
  }
  return {};
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  std::int32_t number = 0;
  for (const MeasureStep& step : facts.steps) {
    if (step.kind != StepKind::RectificationOrdered) continue;
    add_term_duty(out, facts, context, RuleId::Rectification, {facts.moment(&step), 0, step.until},
                  {reported(facts, step), {}, {}}, ++number, step.unit);
  }
}

}  // namespace

const Rule kRectification = {
    .id = RuleId::Rectification,
    .word = "rectification",
    .clauses = kClauses,
    .title = "限期整改",
    .source = "《关于建立健全信访工作有关机制的通知》七",
    .about = SubjectKind::MeasureUnit,
    .measure = Subject::Kind::Rectification,
    .check_measure = check,
    .words = {"应限期整改并报告", "限期整改逾期未报告", "限期整改已按期报告", "限期整改报告超期",
              "无须整改"},
};

}  // namespace core::rules
