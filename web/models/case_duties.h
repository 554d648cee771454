#pragma once
// What duties say about cases; those of one case are found without reading those of all others.

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/model/state.h"
#include "core/rules/duty.h"

namespace web {

/// Still owed, in time or overdue.
bool is_open(const core::rules::DutyRow& duty);

/// What a unit may do by its day and nobody owes: an objection.
bool is_right(const core::rules::DutyRow& duty);

/// Says that its case has no county leader, or none of the level it asks for.
bool lacks_lead(const core::rules::DutyRow& duty);

/// By case: whether any duty says so.
std::vector<bool> cases_lacking_lead(const core::State& state,
                                     const core::rules::Findings& findings);

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
