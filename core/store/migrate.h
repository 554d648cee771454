#pragma once
// Brings a database file to the schema this program was built with, and tells whether a schema is
// what the migrations make.

#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/store/database.h"
#include "generated/embedded_file.h"

namespace core::store {

/// What the file header says of our files: "ZELN".
inline constexpr std::int64_t kApplicationId = 0x5A454C4E;

/// All migrations, oldest first, from core/store/migrations/*.sql; the n-th brings a file to
/// `user_version` n.
std::span<const EmbeddedFile> migrations();

/// Runs what is missing, each migration in its own transaction, or nested in the one that is open.
/// Returns `StorageTooNew`, and touches nothing, if the file is newer than we are.
Status migrate(const Database& database, std::span<const EmbeddedFile> steps = migrations());

/// Refuses (StorageCorrupt) a schema in which a table or trigger of the first `version` migrations
/// is missing or changed, or to which a trigger was added. Other additions are let be.
Status check_schema(const Database& database, std::size_t version);

/// BLAKE2b-256 over all schema objects and their SQL, 64 hexadecimal digits.
Result<std::string> schema_fingerprint(const Database& database);

/// The fingerprints that need no closer look: one for each migration, oldest first. A missing or
/// wrong one makes opening slower, never less strict.
std::span<const std::string_view> known_schemas();

}  // namespace core::store
