#pragma once
// When the ledger was last handed over as a file: kept by the page beside it, not part of it.

#include <cstdint>
#include <string>

#include "core/base/date.h"
#include "core/base/value.h"

namespace web {

/// After so many days without a copy elsewhere a person is reminded, once facts were added.
inline constexpr int kBackupDays = 7;

struct BackupRecord {
  core::Date on;            ///< Unknown = nothing is known of this ledger yet.
  std::uint32_t facts = 0;  ///< That were in the copy.
  bool made = false;        ///< False: no copy; `on` is the day this browser first had the ledger.
};

core::Value backup_json(const BackupRecord& record);
/// What cannot be read is as if it had not been said.
BackupRecord backup_of(const core::Value& json);

struct BackupWords {
  std::string last;  ///< The day of the last copy.
  std::string due;   ///< A sentence when it is time for one; else empty.
};

BackupWords backup_words(const BackupRecord& record, std::uint32_t facts, core::Date today);

}  // namespace web
