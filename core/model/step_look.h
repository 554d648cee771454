#pragma once
// A step of a measure that is to be recorded, beside what is known of the measure so far.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/model/state.h"

namespace core {

struct StepLook {
  const Fact& fact;
  StepKind kind;
  const State& state;
  Date today;
  const MeasureRow* row;  ///< Null when nothing is known of the measure.
  std::vector<std::string>& out;

  std::string_view text(std::string_view name) const { return fact.fields.text(name); }
  /// Nothing that could be read was said.
  bool is_blank(std::string_view name) const { return trim(text(name)).empty(); }
  void refuse(std::string reason) const { out.push_back(std::move(reason)); }

  const MeasureStep* first(StepKind wanted) const { return row ? row->first(wanted) : nullptr; }
  /// A step is judged by what stood on its own day, since it may be recorded late: the last of the
  /// kind up to that day.
  const MeasureStep* last(StepKind wanted) const {
    const MeasureStep* found = nullptr;
    if (!row) return found;
    for (const MeasureStep& step : row->steps)
      if (step.kind == wanted && step.on <= fact.on) found = &step;
    return found;
  }
  /// The first of the kind, where it was on an earlier day: on one day cause goes before effect.
  const MeasureStep* over(StepKind wanted) const {
    const MeasureStep* step = first(wanted);
    return step && step->on < fact.on ? step : nullptr;
  }
};

/// The checks of one mechanism each; they append what stands against the step (Chinese).
void check_bulletin_step(const StepLook& look);
void check_reminder_step(const StepLook& look);
void check_supervision_step(const StepLook& look);
void check_talk_step(const StepLook& look);
void check_proposal(const StepLook& look);
void check_proposal_answer(const StepLook& look);
void check_assessment(const StepLook& look);

/// A bulletin had been issued by that day: what follows from being last, or from being criticised,
/// several times (3.5) rests on one.
void check_rests_on_bulletin(const StepLook& look);
/// The unit is one of those the measure began with.
void check_is_meant(const StepLook& look, StepKind begun);
/// What a step is called.
std::string_view label(StepKind kind);

}  // namespace core
