#include "core/rules/measure_facts.h"

#include <algorithm>

namespace core::rules {

const MeasureStep* MeasureFacts::first(StepKind kind) const {
  for (const MeasureStep& step : steps)
    if (step.kind == kind) return &step;
  return nullptr;
}

const MeasureStep* MeasureFacts::last(StepKind kind) const {
  for (std::size_t at = steps.size(); at-- > 0;)
    if (steps[at].kind == kind) return &steps[at];
  return nullptr;
}

Moment MeasureFacts::judged_fixed() const {
  for (const MeasureStep& step : steps)
    if (step.kind == StepKind::ReminderJudged &&
        step.code == static_cast<std::uint8_t>(Judged::Fixed))
      return moment(&step);
  return {};
}

bool read_measure(const State& state, MeasureIndex index, Date today, MeasureFacts& facts) {
  const MeasureRow& row = state.measure(index);
  const auto after = [](Date day, const MeasureStep& step) { return day < step.on; };
  const auto end = std::upper_bound(row.steps.begin(), row.steps.end(), today, after);
  facts.index = index;
  facts.row = &row;
  facts.steps = {row.steps.data(), static_cast<std::size_t>(end - row.steps.begin())};
  return !facts.steps.empty();
}

}  // namespace core::rules
