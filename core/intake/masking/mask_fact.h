#pragma once
// Masks at the door what people type or send in as facts, as an import masks its cells.

#include "core/intake/import_log.h"
#include "core/model/fact.h"
#include "core/model/state.h"

namespace core::intake {

/// Of a fact on a case or a measure about one, and of a correction of it: the petitioner's name
/// becomes `张某`, and personal data goes out of every free text. What went is counted. Masking
/// twice changes nothing.
void mask_fact(Fact& fact, const State& state, Scrubbed& counts);

}  // namespace core::intake
