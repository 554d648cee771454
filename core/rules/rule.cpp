#include "core/rules/rule.h"

#include "core/rules/finding_id.h"

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
  while (context.calendar.is_provisional(filled.official_to, filled.official_to))
    filled.official_to = filled.official_to - 1;
  return filled;
}

std::string_view DutyWords::of(DutyState state) const {
  switch (state) {
    case DutyState::Open:
      return open;
    case DutyState::Overdue:
      return overdue;
    case DutyState::Done:
      return done;
    case DutyState::DoneLate:
      return done_late;
    case DutyState::Void:
      return not_owed;
  }
  return {};
}

DutyRow& add_duty(Findings& out, const MeasureFacts& facts, RuleId rule, UnitIndex unit,
                  std::int32_t occurrence) {
  DutyRow& row = out.duties.emplace_back();
  row.rule = rule;
  row.case_index = facts.row->case_index;
  row.measure = facts.index;
  row.unit = unit;
  row.occurrence = occurrence;
  return row;
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

PromptRow prompt_about(const MeasureFacts& facts, RuleId rule, Action action, UnitIndex unit,
                       std::int32_t occurrence) {
  PromptRow row;
  row.rule = rule;
  row.action = action;
  row.case_index = facts.row->case_index;
  row.measure = facts.index;
  row.unit = unit;
  row.occurrence = occurrence;
  return row;
}

Moment declined_since(const Decisions& decisions, std::string_view prompt, Date since) {
  const Moment first = decisions.declined_at(prompt);
  if (!first.known() || first.on >= since) return first;
  for (const DeclinedPrompt& each : decisions.declined)
    if (each.prompt == prompt && each.at.on >= since) return each.at;
  return {};
}

Moment settle_prompt(PromptRow& row, const Context& context, Findings& out, Moment taken) {
  Moment decided = taken;
  row.state = PromptState::Taken;
  if (!taken.known()) {
    if (!context.decisions.declined.empty())
      decided = declined_since(context.decisions, finding_id(context.state, row), row.opened_on);
    row.state = decided.known() ? PromptState::Declined : PromptState::Open;
  }
  note_more(out, row.because, decided.fact);
  return decided;
}

}  // namespace core::rules
