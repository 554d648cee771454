#include "core/rules/reminder/overdue_item.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/rules/catalog.h"
#include "core/rules/finding_id.h"
#include "core/rules/measure_duty.h"
#include "core/rules/reminder/answering_reminder.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"4.1", "4.4"};

// Only campaigns are named by a superior (4.4).
Clauses clauses_of_prompt(const PromptRow& row) {
  const Clauses all(kClauses);
  return static_cast<RuleId>(row.code) == RuleId::Campaign ? all : all.first(1);
}

// What units owe on a case. Weekly reports have a prompt of their own; the rest is the office's.
bool is_item(RuleId rule) {
  return rule == RuleId::Notify || rule == RuleId::AcceptOrDecline || rule == RuleId::Answer ||
         rule == RuleId::Plan || rule == RuleId::Resolve;
}

// The overdue duty of the case that has been late for longest, of those that came to be late after
// that day where one is given; null when none is.
const DutyRow* longest_overdue(const Findings& found, Date after) {
  const DutyRow* worst = nullptr;
  for (const DutyRow& row : std::span(found.duties).subspan(found.this_case)) {
    if (row.state != DutyState::Overdue || !is_item(row.rule)) continue;
    if (after.known() && row.judged_on < after) continue;
    if (!worst || row.judged_on < worst->judged_on) worst = &row;
  }
  return worst;
}

// The refusal of this very prompt; earlier programs named it by the day the duty was due. One from
// before the duty was late at all, as when a leader has named another day since, says nothing.
Moment declined_at(const PromptRow& row, const DutyRow& late, const Context& context) {
  if (context.decisions.declined.empty()) return {};
  PromptRow by_day = row;
  by_day.code = static_cast<std::uint8_t>(RuleId::Campaign);
  by_day.occurrence = late.judged_on.days;
  const std::string ids[] = {finding_id(context.state, row), finding_id(context.state, by_day)};
  Moment found;
  for (const DeclinedPrompt& each : context.decisions.declined)
    if ((each.prompt == ids[0] || each.prompt == ids[1]) && each.at.on >= row.opened_on)
      found = earlier(found, each.at);
  return found;
}

// When it was decided; unknown while it is open.
Moment settle_late(PromptRow& row, const DutyRow& late, Moment reminded, const Context& context,
                   Findings& out) {
  const Moment decided = reminded.known() ? reminded : declined_at(row, late, context);
  if (decided.known()) row.state = reminded.known() ? PromptState::Taken : PromptState::Declined;
  note_more(out, row.because, decided.fact);
  return decided;
}

Moment add_prompt(PromptRow row, const DutyRow& late, Moment reminded, const Context& context,
                  Findings& out) {
  row.code = static_cast<std::uint8_t>(late.rule);
  row.official = late.official;
  row.opened_on = late.judged_on + 1;
  row.because = {static_cast<std::uint32_t>(out.evidence.size()), 0};
  for (std::uint32_t i = 0; i < late.because.count; ++i)
    note_more(out, row.because, FactRef{out.evidence[late.because.first + i]});
  const Moment decided = settle_late(row, late, reminded, context, out);
  out.prompts.push_back(row);
  return decided;
}

// What was late already when the case was decided on is decided with it; what came to be late since
// calls for another decision.
void check(const CaseFacts& facts, const Context& context, Findings& out) {
  Moment decided;
  while (const DutyRow* worst = longest_overdue(out, decided.on)) {
    const DutyRow late = *worst;
    decided = add_prompt(
        prompt_about(facts, RuleId::OverdueItem, Action::Remind, late.unit, late.occurrence), late,
        context.decisions.reminded(facts.index, late.judged_on + 1), context, out);
    if (!decided.known()) return;
  }
}

// Officials of one unit may be late each with his own report: it is the unit that is reminded.
bool is_prompted(const DutyRow& late, const Findings& out) {
  return std::any_of(out.prompts.rbegin(), out.prompts.rend(), [&late](const PromptRow& row) {
    return row.rule == RuleId::OverdueItem && row.measure == late.measure &&
           row.unit == late.unit && row.opened_on == late.judged_on + 1;
  });
}

void check_late_measure(const DutyRow& late, const Context& context, Findings& out) {
  MeasureFacts facts;
  if (is_prompted(late, out)) return;
  if (!read_measure(context.state, late.measure, context.today, facts)) return;
  PromptRow row =
      prompt_about(facts, RuleId::OverdueItem, Action::Remind, late.unit, late.occurrence);
  const Moment reminded = answering_reminder(context, late, late.judged_on + 1, ReminderReason::T6);
  add_prompt(row, late, reminded, context, out);
}

PromptRow prompt_of_naming(const MeasureFacts& facts, const MeasureStep& named, Findings& out) {
  PromptRow row =
      prompt_about(facts, RuleId::OverdueItem, Action::Remind, named.unit, named.on.days);
  row.code = static_cast<std::uint8_t>(RuleId::Campaign);
  row.opened_on = named.on;
  row.because = note(out, facts.at(StepKind::CampaignStarted).fact, named.fact);
  return row;
}

// A superior names who is behind, also before the day is over; when the work is done it is past.
// Being named again after what was decided calls for another decision.
void check_campaign(const DutyRow& late, const Context& context, Findings& out) {
  MeasureFacts facts;
  if (late.done_on.known() || !read_measure(context.state, late.measure, context.today, facts))
    return;
  Date decided;
  for (const MeasureStep& step : facts.steps) {
    if (step.kind != StepKind::CampaignNamed || step.unit != late.unit) continue;
    if (decided.known() && step.on <= decided) continue;
    PromptRow row = prompt_of_naming(facts, step, out);
    const Moment taken = answering_reminder(context, late, step.on, ReminderReason::T4);
    settle_prompt(row, context, out, taken);
    out.prompts.push_back(row);
    if (row.state == PromptState::Open) return;
    decided = taken.known() ? taken.on : step.on;
  }
}

void check_measures(const Context& context, Findings& out) {
  for (std::size_t i = out.case_duties; i < out.duties.size(); ++i) {
    const DutyRow row = out.duties[i];
    if (row.rule == RuleId::Campaign) check_campaign(row, context, out);
    // A rectification report that came late keeps its prompt: the lateness still calls for a
    // decision (6.5), which coming a day late does not make for the office.
    const bool late = row.state == DutyState::Overdue || row.state == DutyState::DoneLate;
    if (row.rule == RuleId::RectifyReport && late) check_late_measure(row, context, out);
  }
}

std::string text(const State&, const Findings&, const PromptRow& row) {
  const RuleId overdue = static_cast<RuleId>(row.code);
  if (overdue == RuleId::Campaign) return "建议提醒：专项工作推进滞后被上级点名";
  return fmt::format("建议提醒：{}逾期", rule(overdue).title);
}

}  // namespace

const Rule kOverdueItem = {
    .id = RuleId::OverdueItem,
    .word = "overdue_item",
    .clauses = kClauses,
    .title = "逾期事项",
    .source = "《关于建立健全信访工作有关机制的通知》四",
    .about = SubjectKind::Case,
    .occurrence = OccurrenceKind::Day,
    .check = check,
    .check_county = check_measures,
    .prompt_text = text,
    .prompt_clauses = clauses_of_prompt,
};

}  // namespace core::rules
