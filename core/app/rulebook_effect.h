#pragma once
// What other settings would mean for the real ledger: who would newly be reminded, listed, talked
// to, whose duties would change, who would rank or score otherwise.

#include <span>
#include <string>
#include <vector>

#include "core/app/figure_changes.h"
#include "core/calendar/calendar.h"
#include "core/model/fact.h"
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
  std::string compared;  ///< What with what, and on which day (Chinese).
  rules::Findings before;
  rules::Findings after;
  std::vector<const rules::PromptRow*> new_prompts;   ///< Would be open, and are not.
  std::vector<const rules::PromptRow*> gone_prompts;  ///< Are open, and would not be.
  std::vector<const rules::DutyRow*> new_duties;
  std::vector<const rules::DutyRow*> gone_duties;
  std::vector<DutyChange> changed_duties;  ///< Another day or another state.
  FigureChanges figures;
};

/// What the activations (facts of kind rulebook.activated, not recorded yet) would change on their
/// own terms: each from its day on, as of the last of these days or `today`, whichever is later, if
/// nothing else happens until then.
RulebookEffect effect_of(const State& state, const calendar::Calendar& calendar,
                         const rules::Rulebook& rulebook, std::span<const Fact> activations,
                         Date today);

/// What would be different today had the values been in force on every day. Duties go by the day
/// they were opened, so a change that only begins shows little of what it will mean; this shows it.
Result<RulebookEffect> effect_if_always(const State& state, const calendar::Calendar& calendar,
                                        const rules::Rulebook& rulebook, const Fields& changed,
                                        Date today);

/// `{"on","compared","prompts":{"new":[…],"gone":[…]},"duties":{"new":[…],"gone":[…],"changed":[…]},
/// "units":[{"unit","name","remind","list","talk"}],"ranks","scores"}`; `units` counts the new
/// prompts, the last two are those of set_figures.
Value effect_json(const State& state, const RulebookEffect& effect);

/// The same in lines for people: what is compared, every new and vanished prompt in full, duties
/// by rule, what was done already and would be judged another way, ranks and annual scores.
std::vector<std::string> effect_lines(const State& state, const RulebookEffect& effect);

}  // namespace core::app
