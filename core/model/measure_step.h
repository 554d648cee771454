#pragma once
// How a fact on a measure becomes one of its dated steps.

#include <functional>
#include <string_view>
#include <vector>

#include "core/model/state.h"

namespace core {

/// Gives the rows of the units and officials a step names.
struct StepNames {
  std::function<UnitIndex(std::string_view code)> unit;
  std::function<OfficialIndex(std::string_view key)> official;
};

/// What `measure_kind` of a filing calls a kind of measure; empty for kinds that are not filed. The
/// step of a filing carries the Subject::Kind as `second`, 0 where it is not said.
std::string_view filed_word(Subject::Kind measure);
/// Whether the filing is about a measure of the kind, as far as it says.
bool is_filing_of(const MeasureStep& filing, Subject::Kind measure);

/// Looks them up; what nobody has told of is unknown.
StepNames names_in(const State& state);

MeasureStep read_step(StepKind kind, const RecordedFact& recorded, const StepNames& names);

/// Puts the steps of a measure in the order of MeasureRow::steps.
void order_steps(std::vector<MeasureStep>& steps);

}  // namespace core
