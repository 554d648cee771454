#pragma once
// Reports that are sent back and sent again on one day: the order in which that can have happened.

#include <vector>

#include "core/model/measure.h"

namespace core {

/// Puts the reports and answers of a talk or a listed supervision on `day` into turns: a report
/// that waits is sent back before the same unit reports again. `steps` are in the order of
/// MeasureRow but for that day's turns; the result does not depend on the order of recording.
void arrange_rounds(std::vector<MeasureStep>& steps, Date day);

}  // namespace core
