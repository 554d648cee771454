#pragma once
// Masks at the door what people type or send in as facts, as an import masks its cells.

#include "core/intake/import_log.h"
#include "core/model/fact.h"
#include "core/model/state.h"

namespace core::intake {

/// Of every fact, also of kinds and fields we do not know, and of a correction: the petitioner's
/// name becomes `张某`, and personal data goes out of every free text. Names of officials and of
/// units stay, and so do keys and numbers of documents. What went is counted. Masking twice changes
/// nothing.
void mask_fact(Fact& fact, const State& state, Scrubbed& counts);

}  // namespace core::intake
