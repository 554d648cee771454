#pragma once
// Whether a measure is complete: only with all of its three filings (3.5, 6.4).

#include <string>
#include <vector>

#include "core/model/state.h"
#include "core/rules/duty.h"

namespace core::rules {

/// Bulletins, talks, and reminders about a streak (T7).
bool calls_for_filings(const State& state, MeasureIndex measure);

struct Completeness {
  int owed = 0;                         ///< Filings owed by now, of all units.
  std::vector<const DutyRow*> missing;  ///< Those not sent yet; rows of the findings.

  bool complete() const { return owed > 0 && missing.empty(); }
};

/// Of a bulletin: the filings of the reminders that follow from it. Of a reminder: its own,
/// wherever they stand.
Completeness completeness_of(const State& state, const Findings& findings, MeasureIndex measure);

/// The same in words (Chinese).
std::string completeness_text(const State& state, const Completeness& filings);

}  // namespace core::rules
