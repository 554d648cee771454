#pragma once
// The images of the ledger that the page has put aside, as a list to choose from.

#include <cstdint>

#include "core/base/value.h"
#include "web/models/list_table.h"

namespace web {

enum class SnapshotColumn : std::uint8_t { Taken, County, Facts, Bytes };
inline constexpr std::size_t kSnapshotColumns = 4;

/// From the page's JSON, in its order; keys are the page's. What cannot be read is left out.
ListTable snapshots_model(const core::Value& json);

/// Done with one of them.
struct SnapshotUse {
  std::uint64_t key = 0;
  bool restore = false;  ///< Else it is handed over as a file.
};

}  // namespace web
