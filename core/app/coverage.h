#pragma once
// What each clause of the notice has become: rules, kinds of facts, papers and screens.

#include <string_view>
#include <vector>

#include "core/base/value.h"

namespace core::app {

/// A paper, a screen or a calculation that is no rule with duties.
struct CoveringPart {
  std::string_view name;  ///< Chinese.
  bool exists = true;     ///< False = still to come; README lists those.
};

struct ClauseCoverage {
  std::string_view clause;
  std::string_view targets;  ///< What it must become: rule record document screen judgement frame.
  std::vector<std::string_view> rules;  ///< Words of rules, names of calculations.
  std::vector<std::string_view> kinds;  ///< Kinds of facts.
  std::vector<CoveringPart> papers;
  std::vector<CoveringPart> screens;

  /// Targets nothing is registered for; what is still to come counts as registered.
  std::vector<std::string_view> missing() const;
};

/// Every clause of the notice in its order.
std::vector<ClauseCoverage> clause_coverage();

/// `{"clauses":[{"id","text","targets","rules","kinds","papers","screens","to_come","missing"}]}`
Value coverage_json();

}  // namespace core::app
