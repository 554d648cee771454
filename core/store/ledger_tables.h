#pragma once
// What of a ledger is read whole: its own row, the origins.

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/chain.h"
#include "core/store/database.h"
#include "core/store/head_code.h"

namespace core::store {

/// The ledger's own row.
struct LedgerRow {
  bool demo = false;
  std::int64_t origin = 0;  ///< The origin this file adds to.
};

Result<LedgerRow> read_ledger_row(const Database& database);

/// Adds the origins that `heads` does not hold yet, at the start of their chains. The n-th origin
/// of a file has the id n.
Status read_origins(const Database& database, bool demo, std::vector<ChainHead>& heads);

}  // namespace core::store
