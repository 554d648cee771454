#pragma once
// What the duties about measures have in common: one step is owed within so many days of another.

#include "core/rules/rule.h"

namespace core::rules {

/// A duty of `workdays` working days from `from`, settled; `because` names what began and ended it.
DutyRow& add_step_duty(Findings& out, const MeasureFacts& facts, const Context& context,
                       RuleId rule, Moment from, int workdays, const Ending& ending,
                       std::int32_t occurrence = 1, UnitIndex unit = {});

/// The check of a rule that asks for `ends` within so many working days of `begins`.
template <RuleId rule, StepKind begins, int Settings::*workdays, StepKind ends>
void check_step(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = facts.at(begins);
  if (!from.known()) return;
  add_step_duty(out, facts, context, rule, from, context.rulebook.on(from.on).*workdays,
                {facts.at(ends), {}, {}});
}

/// A duty in calendar days, or by the day that was stated.
struct Term {
  Moment from;
  int days = 0;
  Date stated;  ///< Wins when known.
};
DutyRow& add_term_duty(Findings& out, const MeasureFacts& facts, const Context& context,
                       RuleId rule, const Term& term, const Ending& ending,
                       std::int32_t occurrence = 1, UnitIndex unit = {});

}  // namespace core::rules
