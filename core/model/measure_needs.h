#pragma once
// Which step of a measure comes before which, and which happens once.

#include <optional>

#include "core/model/measure_codes.h"

namespace core {

/// What must have happened before the step (5.2, 6.3: no step of the five is ever skipped); nothing
/// for a step that begins a measure.
std::optional<StepKind> needed_before(StepKind step);

/// Whether the step happens once to a measure.
bool happens_once(StepKind step);

}  // namespace core
