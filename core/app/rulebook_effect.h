#pragma once
// What other settings would mean for the real ledger: who would newly be reminded, listed, talked
// to, and whose duties would change.

#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/rules/derive.h"

namespace core::app {

/// A duty under the settings in force and under the others.
struct DutyChange {
  const rules::DutyRow* before;
  const rules::DutyRow* after;
};

/// Rows point into `before` and `after`.
struct RulebookEffect {
  Date on;
  rules::Findings before;
  rules::Findings after;
  std::vector<const rules::PromptRow*> new_prompts;   ///< Would be open, and are not.
  std::vector<const rules::PromptRow*> gone_prompts;  ///< Are open, and would not be.
  std::vector<const rules::DutyRow*> new_duties;
  std::vector<const rules::DutyRow*> gone_duties;
  std::vector<DutyChange> changed_duties;  ///< Another day or another state.
};

/// As of `today`, the changed values in force on every day: a change that begins tomorrow would
/// otherwise show nothing.
Result<RulebookEffect> effect_of(const State& state, const calendar::Calendar& calendar,
                                 const rules::Rulebook& rulebook, const Fields& changed,
                                 Date today);

/// `{"on","prompts":{"new":[…],"gone":[…]},"duties":{"new":[…],"gone":[…],"changed":[…]},
/// "units":[{"unit","name","remind","list","talk"}]}`; `units` counts the new prompts.
Value effect_json(const State& state, const RulebookEffect& effect);

/// The same in lines for people, every new and vanished prompt in full.
std::vector<std::string> effect_lines(const State& state, const RulebookEffect& effect);

}  // namespace core::app
