#pragma once
// A fact as it holds now, for whoever shows it, quotes it or goes on from it.

#include "core/store/ledger.h"

namespace core::app {

/// The fact with all its corrections; of an accusation without its content. NotFound when there is
/// none at this position, when it was taken back, and for amendments, which hold nothing
/// themselves.
Result<RecordedFact> effective_fact(const store::Ledger& ledger, FactRef ref);

}  // namespace core::app
