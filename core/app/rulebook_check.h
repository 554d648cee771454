#pragma once
// Whether a rulebook file may be put in force, what it would change, and what people must correct
// first: every complaint names the cell.

#include <vector>

#include "core/app/rulebook_places.h"
#include "core/model/fact.h"

namespace core::app {

/// One value that would be put in force.
struct RulebookChange {
  RulebookPlace place;
  Date from;
  Value before;
  Value after;
};

struct RulebookCheck {
  Issues issues;  ///< Empty = it may be put in force.
  std::vector<RulebookChange> changes;
  int examples = 0;      ///< How many were run, and
  int expectations = 0;  ///< how many of their expectations hold.
  /// Examples of ours that came with the export and no longer fit the settings, as places in the
  /// file's examples. They are no statement of the county's: they neither block nor are recorded.
  std::vector<std::size_t> set_aside;
};

/// Checks keys, types, ranges, weights, dates (gaps, overlaps, days before `from`) and runs the
/// examples under what the file says for `from`. A row without a day holds from `from` on.
RulebookCheck check_rulebook(const RulebookFile& file, const State& state,
                             const rules::Rulebook& rulebook, Date from);

/// The facts that put the changes in force: one for each day. The last carries the examples.
std::vector<Fact> activation_facts(const RulebookCheck& check, const RulebookFile& file, Date on,
                                   std::string_view approver);

/// All changes as values for rules::with_values, a later day's over an earlier one's.
Fields changed_values(const RulebookCheck& check);

}  // namespace core::app
