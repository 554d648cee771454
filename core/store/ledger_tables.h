#pragma once
// What of a ledger is read whole: its own row, the origins, the subjects.

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/chain.h"
#include "core/store/database.h"
#include "core/store/head_code.h"
#include "core/store/subject_index.h"

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

/// Adds the subjects that `subjects` does not hold yet.
Status read_subjects(const Database& database, SubjectIndex& subjects);

}  // namespace core::store
