#include "core/rules/talk/judge_rectification.h"

#include <fmt/format.h>

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.5"};

bool answers(const MeasureStep& judged, const MeasureStep& report) {
  return judged.kind == StepKind::TalkRectificationJudged && &report < &judged &&
         judged.unit == report.unit &&
         (!judged.official.known() || judged.official == report.official);
}

Moment judged(const MeasureFacts& facts, const MeasureStep& report) {
  for (const MeasureStep& step : facts.steps)
    if (answers(step, report)) return {step.on, step.fact};
  return {};
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  std::int32_t number = 0;
  for (const MeasureStep& step : facts.steps) {
    if (step.kind != StepKind::TalkRectified) continue;
    const int workdays = context.rulebook.on(step.on).judge_workdays;
    add_step_duty(out, facts, context, RuleId::JudgeRectification, facts.moment(&step), workdays,
                  {judged(facts, step), {}, {}}, ++number);
  }
}

// The office owes it; the unit whose report it is stands in the text.
std::string_view unit_of(const State& state, const DutyRow& row, Date today) {
  MeasureFacts facts;
  if (!row.measure.known() || !read_measure(state, row.measure, today, facts)) return {};
  std::int32_t number = 0;
  for (const MeasureStep& step : facts.steps)
    if (step.kind == StepKind::TalkRectified && ++number == row.occurrence && step.unit.known())
      return state.unit(step.unit).name;
  return {};
}

std::string text(const State& state, const DutyRow& row, Date today) {
  const std::string_view unit = unit_of(state, row, today);
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应核查{}整改落实情况", unit);
    case DutyState::Overdue:
      return fmt::format("{}整改落实情况逾期未核查", unit);
    case DutyState::Done:
      return fmt::format("{}整改落实情况已核查", unit);
    case DutyState::DoneLate:
      return fmt::format("{}整改落实情况核查超期", unit);
    default:
      return fmt::format("{}整改落实情况无须核查", unit);
  }
}

}  // namespace

const Rule kJudgeRectification = {
    .id = RuleId::JudgeRectification,
    .word = "judge_rectification",
    .clauses = kClauses,
    .title = "核查整改落实情况",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
