#pragma once
// What notify, accept_or_decline and objection have in common: they begin when an item is
// forwarded.

#include "core/rules/rule.h"

namespace core::rules {

/// Claims, and items whose purpose nobody stated: acceptance is a step of claims only (条例31), so
/// what has been accepted is taken for one.
inline bool is_claim(const CaseFacts& facts) {
  return facts.row->purpose == Purpose::Appeal || facts.row->purpose == Purpose::Unknown;
}

/// Of an accusation only number, dates and organ are kept (条例30); its handling is not clocked.
inline bool is_accusation(const CaseFacts& facts) {
  return facts.row->purpose == Purpose::Accusation;
}

/// Calls for every turn that began with a forwarding, with its number among all turns.
template <typename Check>
void each_forwarded(const CaseFacts& facts, Check check) {
  std::int32_t number = 0;
  for (const Handling& turn : facts.handlings) {
    ++number;
    if (turn.forwarded.known()) check(turn, number);
  }
}

/// What the unit of every such turn owes the petitioner within the days of 条例23; `done` says when
/// a turn had done it.
template <typename Done>
void add_receipt_duties(const CaseFacts& facts, const Context& context, RuleId rule, Done done,
                        Findings& out) {
  each_forwarded(facts, [&](const Handling& turn, std::int32_t number) {
    const Settings& settings = context.rulebook.on(turn.forwarded.on);
    DutyRow& row = add_duty(out, facts, rule, turn.unit, number);
    count_days(row, context, settings, turn.forwarded.on, settings.notify_days);
    const Moment told = done(turn);
    settle(row, context.today, {told, turn.past_acceptance, turn.ended});
    const Moment end = earlier(told, earlier(turn.past_acceptance, turn.ended));
    row.because = note(out, turn.forwarded.fact, end.fact);
  });
}

/// Clause of the three duties.
inline constexpr std::string_view kReceiptClauses[] = {"条例23"};

}  // namespace core::rules
