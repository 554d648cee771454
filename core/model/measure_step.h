#pragma once
// How a fact on a measure becomes one of its dated steps.

#include <functional>
#include <string_view>
#include <vector>

#include "core/model/measure.h"

namespace core {

/// Gives the rows of the units and officials a step names.
struct StepNames {
  std::function<UnitIndex(std::string_view code)> unit;
  std::function<OfficialIndex(std::string_view key)> official;
};

MeasureStep read_step(StepKind kind, const RecordedFact& recorded, const StepNames& names);

/// Puts the steps of a measure in the order of MeasureRow::steps.
void order_steps(std::vector<MeasureStep>& steps);

}  // namespace core
