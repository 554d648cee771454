#pragma once
// The merged ranges of a sheet, which stand behind all of its rows.

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/intake/readers/entry_window.h"
#include "core/intake/readers/table_reader.h"

namespace core::intake {

/// Takes a sheet's content from its beginning, and looks at nothing but its tail. `part` names it.
Result<std::vector<Merge>> read_merges(EntryWindow window, std::string_view part,
                                       const Limits& limits);

}  // namespace core::intake
