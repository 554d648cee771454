#pragma once
// The file of a case: everything recorded about it.

#include <string_view>
#include <vector>

#include "core/store/ledger.h"

namespace core::app {

/// All facts on a case in recording order, amendments and kinds from later versions included. Of an
/// accusation without its content.
std::vector<RecordedFact> case_file(const store::Ledger& ledger, std::string_view number);

}  // namespace core::app
