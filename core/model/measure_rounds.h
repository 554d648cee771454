#pragma once
// Several rounds of one day on one measure: handed in, sent back, handed in again.

#include <vector>

#include "core/model/measure.h"

namespace core {

/// Puts steps that are sorted by day and kind into the order in which rounds of one day must have
/// gone: request and answer by turns, an answer first where a request was pending from before, and
/// what settles the matter last. The result depends on what happened up to each day only, never on
/// the order of recording.
void order_rounds(std::vector<MeasureStep>& steps);

}  // namespace core
