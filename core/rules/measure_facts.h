#pragma once
// One measure as far as it had come by the end of a day.

#include <cstddef>
#include <span>

#include "core/model/state.h"
#include "core/rules/moment.h"

namespace core::rules {

struct MeasureFacts {
  MeasureIndex index;
  const MeasureRow* row = nullptr;
  std::span<const MeasureStep> steps;  ///< Those up to today, by day.

  /// The first step of the kind; null when it has not happened.
  const MeasureStep* first(StepKind kind) const;
  const MeasureStep* last(StepKind kind) const;
  Moment at(StepKind kind) const { return moment(first(kind)); }
  /// When a reminder was judged 整改到位, the first time; unknown when it was not.
  Moment judged_fixed() const;

  static Moment moment(const MeasureStep* step) {
    return step ? Moment{step->on, step->fact} : Moment{};
  }
};

/// False when nothing had happened to it yet.
bool read_measure(const State& state, MeasureIndex index, Date today, MeasureFacts& facts);

}  // namespace core::rules
