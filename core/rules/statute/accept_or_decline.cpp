#include "core/rules/statute/accept_or_decline.h"

#include <fmt/format.h>

#include "core/rules/statute/handling_duty.h"

namespace core::rules {
namespace {

void check_turn(const CaseFacts& facts, const Handling& turn, std::int32_t number,
                const Context& context, Findings& out) {
  const Settings& settings = context.rulebook.on(turn.forwarded.on);
  DutyRow& row = add_duty(out, facts, RuleId::AcceptOrDecline, turn.unit, number);
  count_days(row, context, settings, turn.forwarded.on, settings.notify_days);
  const Moment decided = earlier(turn.accepted, turn.declined);
  settle(row, context.today, {decided, turn.past_acceptance, turn.ended});
  const Moment end = earlier(decided, earlier(turn.past_acceptance, turn.ended));
  row.because = note(out, turn.forwarded.fact, end.fact);
}

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  if (!is_claim(facts)) return;
  std::int32_t number = 0;
  for (const Handling& turn : facts.handlings) {
    ++number;
    if (turn.forwarded.known()) check_turn(facts, turn, number, context, out);
  }
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应于{}日内告知是否受理", row.term);
    case DutyState::Overdue:
      return fmt::format("超{}日未告知是否受理", row.term);
    case DutyState::Done:
      return "已按期告知是否受理";
    case DutyState::DoneLate:
      return "告知是否受理超期";
    case DutyState::Void:
      return "无须告知是否受理或告知时间无记录";
  }
  return {};
}

}  // namespace

const Rule kAcceptOrDecline = {
    .id = RuleId::AcceptOrDecline,
    .word = "accept_or_decline",
    .clauses = kReceiptClauses,
    .title = "告知是否受理",
    .source = "《信访工作条例》第二十三条",
    .needs = bit(EventKind::Forwarded),
    .check = check,
    .duty_text = text,
};

}  // namespace core::rules
