#pragma once
// Looks at a file before SQLite may touch it.

#include "core/base/result.h"
#include "core/store/database.h"

namespace core::store {

/// True when there is something at the place, whatever it is.
Result<bool> file_exists(const Place& place);

/// True when what is at the place was begun and never finished: nothing in it, or a journal that
/// leads back to nothing. Creating the ledger there once more loses nothing.
Result<bool> is_unmade(const Place& place);

/// Reads the first bytes and the size, and changes nothing. Refuses what is missing (NotFound), not
/// ours (StorageForeign), of a later version (StorageTooNew) or shorter than it says
/// (StorageCorrupt). A file with a journal from a crash may be any length until it is recovered.
Status check_file(const Place& place);

/// Removes a file that could not be made, with its journal.
void remove_file(const Place& place);

}  // namespace core::store
