#pragma once
// What `--settings` holds, as the values of a question: plain values by key, or a rulebook file.
// Whatever a file may not put in force is refused here, too; its examples are not run, and the past
// may be asked about as well.

#include <vector>

#include "core/app/rulebook_file.h"

namespace core::app {

/// Values that hold on every day.
Result<std::vector<rules::PlannedValues>> asked_settings(const Fields& values, const State& state);

/// Rows without a day hold on every day, others from their day on; before it what is in force does.
/// The error names every cell that is wrong, one in a line.
Result<std::vector<rules::PlannedValues>> asked_settings(const RulebookFile& file,
                                                         const State& state,
                                                         const rules::Rulebook& rulebook,
                                                         Date today);

}  // namespace core::app
