#include "core/rules/statute/objection.h"

#include <fmt/format.h>

#include "core/rules/statute/handling_duty.h"

namespace core::rules {
namespace {

// A right, not a debt: while it lasts the office sees its last day; used, it is done; when the
// organ takes the item up or lets the term pass it is void. It is never overdue.
void check_turn(const CaseFacts& facts, const Handling& turn, std::int32_t number,
                const Context& context, Findings& out) {
  const Settings& settings = context.rulebook.on(turn.forwarded.on);
  DutyRow& row = add_duty(out, facts, RuleId::Objection, turn.unit, number);
  count_workdays(row, context, turn.forwarded.on, settings.objection_workdays);
  const Moment taken_up =
      earlier(earlier(turn.accepted, turn.declined), earlier(turn.past_acceptance, turn.ended));
  Moment end = taken_up;
  if (turn.objected.known()) {
    end = turn.objected;
    settle(row, context.today, {turn.objected, {}, {}});
  } else if (taken_up.known() || context.today > row.judged_on) {
    row.state = DutyState::Void;
  }
  row.because = note(out, turn.forwarded.fact, end.fact);
}

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  if (is_accusation(facts)) return;
  each_forwarded(facts, [&](const Handling& turn, std::int32_t number) {
    check_turn(facts, turn, number, context, out);
  });
}

std::string text(const State&, const DutyRow& row, Date today) {
  switch (row.state) {
    case DutyState::Done:
      return "已按期提出异议";
    case DutyState::DoneLate:
      return "提出异议超期";
    case DutyState::Void:
      return today > row.judged_on ? "异议期已过" : "未提异议";  // it was taken up before
    default:
      return fmt::format("异议期{}个工作日", row.term);
  }
}

}  // namespace

const Rule kObjection = {
    .id = RuleId::Objection,
    .word = "objection",
    .clauses = kReceiptClauses,
    .title = "提出异议",
    .source = "《信访工作条例》第二十三条",
    .needs = bit(EventKind::Forwarded),
    .check = check,
    .duty_text = text,
};

}  // namespace core::rules
