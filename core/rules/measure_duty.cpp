#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

void finish(DutyRow& row, const Context& context, Findings& out, Moment from,
            const Ending& ending) {
  settle(row, context.today, ending);
  const Moment end = earlier(ending.done, earlier(ending.implied, ending.ended));
  row.because = note(out, from.fact, end.fact);
}

}  // namespace

DutyRow& add_step_duty(Findings& out, const MeasureFacts& facts, const Context& context,
                       RuleId rule, Moment from, int workdays, const Ending& ending,
                       std::int32_t occurrence, UnitIndex unit) {
  DutyRow& row = add_duty(out, facts, rule, unit, occurrence);
  count_workdays(row, context, from.on, workdays);
  finish(row, context, out, from, ending);
  return row;
}

DutyRow& add_term_duty(Findings& out, const MeasureFacts& facts, const Context& context,
                       RuleId rule, const Term& term, const Ending& ending, std::int32_t occurrence,
                       UnitIndex unit) {
  DutyRow& row = add_duty(out, facts, rule, unit, occurrence);
  const Settings& settings = context.rulebook.on(term.from.on);
  if (term.stated.known()) {
    set_stated_day(row, context, settings, term.from.on, term.stated);
  } else {
    count_days(row, context, settings, term.from.on, term.days);
  }
  finish(row, context, out, term.from, ending);
  return row;
}

}  // namespace core::rules
