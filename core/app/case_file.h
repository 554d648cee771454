#pragma once
// The file of a case: everything recorded about it.

#include <string_view>
#include <vector>

#include "core/store/ledger.h"

namespace core::app {

/// All facts on a case in recording order, amendments and kinds from later versions included. Of an
/// accusation without its content.
std::vector<RecordedFact> case_file(const store::Ledger& ledger, std::string_view number);

/// The same with everything on measures about the case: reminders, listings, talks, inquiries and
/// proposals with their filings.
std::vector<RecordedFact> case_history(const store::Ledger& ledger, std::string_view number);

}  // namespace core::app
