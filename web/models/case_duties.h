#pragma once
// The duties of one case, found without reading those of all others.

#include <algorithm>
#include <cstddef>

#include "core/rules/duty.h"

namespace web {

/// Calls `visit(row)` for every duty about this case: first those of the case itself, then those of
/// measures taken on it.
template <typename Visit>
void each_duty_of(const core::rules::Findings& findings, core::CaseIndex which, Visit visit) {
  using core::rules::DutyRow;
  const auto measures = findings.duties.begin() + static_cast<std::ptrdiff_t>(findings.case_duties);
  // Case by case, in the order of cases.
  auto row = std::lower_bound(
      findings.duties.begin(), measures, which.value,
      [](const DutyRow& duty, std::uint32_t value) { return duty.case_index.value < value; });
  for (; row != measures && row->case_index == which; ++row) visit(*row);
  for (row = measures; row != findings.duties.end(); ++row)
    if (row->case_index == which) visit(*row);
}

}  // namespace web
