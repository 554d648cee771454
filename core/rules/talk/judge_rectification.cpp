#include "core/rules/talk/judge_rectification.h"

#include <algorithm>

#include "core/model/in_office.h"
#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.5"};

bool answers(const MeasureStep& judged, const MeasureStep& report, const State& state) {
  return judged.kind == StepKind::TalkRectificationJudged && &report < &judged &&
         judged.unit == report.unit &&
         (!judged.official.known() || is_same(state, judged.official, report.official));
}

Moment judged(const MeasureFacts& facts, const MeasureStep& report, const State& state) {
  for (const MeasureStep& step : facts.steps)
    if (answers(step, report, state)) return {step.on, step.fact};
  return {};
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const auto number_of = [&facts](const MeasureStep& report) {
    return std::count_if(facts.steps.data(), &report + 1, [&report](const MeasureStep& step) {
      return step.kind == StepKind::TalkRectified && step.unit == report.unit;
    });
  };
  for (const MeasureStep& step : facts.steps) {
    if (step.kind != StepKind::TalkRectified) continue;
    const int workdays = context.rulebook.on(step.on).judge_workdays;
    // The office owes it; the unit says whose report it is.
    add_step_duty(out, facts, context, RuleId::JudgeRectification, facts.moment(&step), workdays,
                  {judged(facts, step, context.state), {}, {}},
                  static_cast<std::int32_t>(number_of(step)), step.unit);
  }
}

}  // namespace

const Rule kJudgeRectification = {
    .id = RuleId::JudgeRectification,
    .word = "judge_rectification",
    .clauses = kClauses,
    .title = "核查整改落实情况",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::MeasureUnit,
    .owed_by_office = true,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .words = {"应核查整改落实情况", "整改落实情况逾期未核查", "整改落实情况已核查",
              "整改落实情况核查超期", "整改落实情况无须核查"},
};

}  // namespace core::rules
