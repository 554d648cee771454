#pragma once
// When the ledger was last handed over as a file: kept by the page beside it, not part of it.

#include <cstdint>
#include <string>

#include "core/base/date.h"
#include "core/base/value.h"

namespace web {

/// What befalls what the browser keeps for this page; decides how soon a copy is asked for.
enum class Keeping : std::uint8_t {
  Site,       ///< Stays until a person or a full disk removes it.
  SafariTab,  ///< Deleted by the system after seven days without a visit.
  File,  ///< Opened by double click: gone with the browser's data, bound to where the file lies.
};

/// After so many days without a copy elsewhere a person is reminded, once facts were added. Of a
/// page opened as a file they count from the first of those facts.
constexpr int backup_days(Keeping keeping) {
  return keeping == Keeping::File ? 1 : keeping == Keeping::SafariTab ? 3 : 7;
}

struct BackupRecord {
  core::Date on;            ///< Unknown = nothing is known of this ledger yet.
  std::uint32_t facts = 0;  ///< That were in the copy.
  bool made = false;        ///< False: no copy; `on` is the day this browser first had the ledger.
  core::Date changed;       ///< The day of the first facts after it; unknown = none seen.
};

core::Value backup_json(const BackupRecord& record);
/// What cannot be read is as if it had not been said.
BackupRecord backup_of(const core::Value& json);

struct BackupWords {
  std::string last;  ///< The day of the last copy.
  std::string due;   ///< A sentence when it is time for one; else empty.
};

BackupWords backup_words(const BackupRecord& record, std::uint32_t facts, core::Date today,
                         Keeping keeping = Keeping::Site);

}  // namespace web
