#pragma once
// One setting whose values can be ordered by how much they let pass, tried on invented counties:
// whatever happened, a stricter value never finds less.

#include <string_view>
#include <vector>

#include "core/base/value.h"
#include "core/rules/duty.h"

namespace test {

/// What is counted of the findings of one rule.
enum class Counted {
  Owed,      ///< Duties.
  Late,      ///< Duties that are or were late.
  Prompts,   ///< Prompts, also those decided on.
  Talks,     ///< Of them those that propose a talk.
  Prompted,  ///< Cases, or units of a measure, with any prompt: where several decide at once.
};

struct What {
  Counted counted;
  core::rules::RuleId rule;
};

/// One setting, and what must not shrink when it is set to a value further to the left.
struct Ordered {
  std::string_view key;
  std::vector<core::Value> strictest_first;
  std::vector<What> never_fewer;
  core::Fields beside = {};   ///< Other settings that hold at the same time.
  bool on_last_days = false;  ///< Looked at also right after the days of such duties are over.
};

enum class Told { Cases, CasesWithoutPause, Measures };

/// Fails where a value finds anything that the one to its left does not, and where two neighbours
/// make no difference in any county: then those had not tried them.
void check_order(const Ordered& setting, Told told);

}  // namespace test
