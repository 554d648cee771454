#pragma once
// Reads a ledger file from the first fact on and says whether it is what was recorded.

#include <string_view>

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/ledger.h"

namespace core::store {

/// What Ledger::verify promises. The database is read in one transaction, so that other programs
/// may go on writing; there must be none open.
Result<VerifyReport> verify_database(const Database& database, const Progress& progress,
                                     std::string_view head);

}  // namespace core::store
