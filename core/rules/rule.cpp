#include "core/rules/rule.h"

namespace core::rules {

Context with_official_days(const Context& context) {
  Context filled = context;
  const int year = context.today.known() ? civil(context.today).year : 0;
  int first = year;
  int last = year;
  while (context.calendar.is_official(first - 1)) --first;
  while (context.calendar.is_official(last + 1)) ++last;
  if (!context.calendar.is_official(year)) return filled;
  filled.official_from = make_date(first, 1, 1).value_or(Date{});
  filled.official_to = make_date(last, 12, 31).value_or(Date{});
  return filled;
}

PromptRow prompt_about(const CaseFacts& facts, RuleId rule, Action action, UnitIndex unit,
                       std::int32_t occurrence) {
  PromptRow row;
  row.rule = rule;
  row.action = action;
  row.case_index = facts.index;
  row.unit = unit;
  row.occurrence = occurrence;
  return row;
}

void settle_prompt(PromptRow& row, const Context& context, Findings& out) {
  const Moment declined = context.decisions.declined_at(row);
  row.state = declined.known() ? PromptState::Declined : PromptState::Open;
  if (declined.known()) note_more(out, row.because, declined.fact);
}

}  // namespace core::rules
