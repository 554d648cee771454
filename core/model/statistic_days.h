#pragma once
// Which of several figures for one unit, period and indicator holds: a figure stated anew does so
// from its own day on, in whatever order they were recorded.

#include <vector>

#include "core/model/state.h"

namespace core {

/// All figures by day, of one day by recording: each takes the place of those on the same before
/// it.
std::vector<const StatisticRow*> figures_by_day(const State& state);

/// One for each unit, period and indicator: the last by day. In the order of recording.
std::vector<const StatisticRow*> latest_figures(const State& state);

}  // namespace core
