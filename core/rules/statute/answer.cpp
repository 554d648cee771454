#include "core/rules/statute/answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/rules/statute/handling_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"条例34"};

bool extended_in_time(const DutyRow& row, const Handling& turn) {
  return turn.extended.known() && turn.extended.on <= row.judged_on;
}

// The deadline of the official system already contains an extension when it reaches as far as the
// plain term with it; an earlier one, rolled over days off perhaps, is moved by what is recorded
// here.
void use_imported_deadline(DutyRow& row, const CaseFacts& facts, const Handling& turn,
                           const Context& context, const Settings& settings) {
  const Date from = row.opened_on;
  const bool plain_term_known = turn.accepted.known();
  const Date plain_due = row.due_on;
  set_stated_day(row, context, settings, from, facts.row->imported_deadline);
  if (!extended_in_time(row, turn)) return;
  const int days = std::min(turn.extension_days, settings.extension_days_max);
  if (plain_term_known && facts.row->imported_deadline >= plain_due + days) return;
  if (turn.extension_days > days) row.remark = Remark::ExtensionCut;
  set_stated_day(row, context, settings, from, facts.row->imported_deadline + days);
}

void set_days(DutyRow& row, const CaseFacts& facts, const Handling& turn, Date from, bool imported,
              const Context& context) {
  const Settings& settings = context.rulebook.on(from);
  count_days(row, context, settings, from, settings.answer_days);
  if (imported) return use_imported_deadline(row, facts, turn, context, settings);
  if (!extended_in_time(row, turn)) return;
  const int days = std::min(turn.extension_days, settings.extension_days_max);
  if (turn.extension_days > days) row.remark = Remark::ExtensionCut;
  count_days(row, context, settings, from, settings.answer_days + days);
}

void check_turn(const CaseFacts& facts, const Handling& turn, std::int32_t number, bool imported,
                const Context& context, Findings& out) {
  const Moment begun = turn.accepted.known()    ? turn.accepted
                       : turn.forwarded.known() ? turn.forwarded
                                                : facts.registered;
  const Date from =
      turn.accepted.known() || turn.forwarded.known() ? begun.on : facts.row->received_on;
  DutyRow& row = add_duty(out, facts, RuleId::Answer, turn.accepting_unit, number);
  set_days(row, facts, turn, from, imported, context);
  settle(row, context.today, {turn.answered, turn.past_answer, turn.ended});
  const Moment end = earlier(turn.answered, earlier(turn.past_answer, turn.ended));
  row.because = note(out, begun.fact, turn.extended.fact, end.fact);
  if (imported && begun.fact != facts.row->fact) note_more(out, row.because, facts.row->fact);
}

// The deadline of the official system belongs to the case as it came in, not to what is reopened.
void check(const CaseFacts& facts, const Context& context, Findings& out) {
  if (!is_claim(facts)) return;
  const bool imported = facts.row->imported_deadline.known() &&
                        context.rulebook.on(facts.row->received_on).imported_deadline_wins;
  if (facts.handlings.empty()) {
    if (!imported) return;
    Handling unhandled;
    unhandled.unit = unhandled.accepting_unit = facts.row->unit;
    return check_turn(facts, unhandled, 1, imported, context, out);
  }
  std::int32_t number = 0;
  for (const Handling& turn : facts.handlings) {
    ++number;
    const bool wins = imported && turn.episode == 0;
    if (turn.accepted.known() || (wins && !turn.declined.known()))
      check_turn(facts, turn, number, wins, context, out);
  }
}

std::string overdue_text(const DutyRow& row) {
  if (row.stated) return "答复意见超限办时间未出";
  return fmt::format("答复意见超{}日未出", row.term);
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      if (row.stated) return "应于限办时间前作出处理意见";
      return fmt::format("应于{}日内作出处理意见", row.term);
    case DutyState::Overdue:
      return overdue_text(row);
    case DutyState::Done:
      return "已按期作出处理意见";
    case DutyState::DoneLate:
      return "作出处理意见超期";
    case DutyState::Void:
      return "无须作出处理意见或时间无记录";
  }
  return {};
}

}  // namespace

const Rule kAnswer = {
    .id = RuleId::Answer,
    .word = "answer",
    .clauses = kClauses,
    .title = "作出处理意见",
    .source = "《信访工作条例》第三十四条",
    .needs = 0,
    .check = check,
    .duty_text = text,
};

}  // namespace core::rules
