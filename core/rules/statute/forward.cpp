#include "core/rules/statute/forward.h"

#include <fmt/format.h>

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"条例22"};

// Whatever shows that the case left the office settles the duty; only the forwarding itself can
// show that it left late.
Ending ending_of(const CaseFacts& facts) {
  Ending ending;
  if (facts.has(EventKind::Forwarded)) {
    for (const Handling& each : facts.handlings)
      if (!ending.done.known()) ending.done = each.forwarded;
  }
  ending.implied = facts.first_step;
  ending.ended = facts.first_closed;
  return ending;
}

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  const Date received = facts.row->received_on;
  const Settings& settings = context.rulebook.on(received);
  DutyRow& row = add_duty(out, facts, RuleId::Forward, {}, 1);
  count_days(row, context, settings, received, settings.forward_days);
  const Ending ending = ending_of(facts);
  settle(row, context.today, ending);
  const Moment end = earlier(ending.done, earlier(ending.implied, ending.ended));
  row.because = note(out, facts.row->fact, end.fact);
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应于{}日内转送、交办", row.term);
    case DutyState::Overdue:
      return fmt::format("超{}日未转送、交办", row.term);
    case DutyState::Done:
      return "已按期转送、交办";
    case DutyState::DoneLate:
      return "转送、交办超期";
    case DutyState::Void:
      return "无须转送、交办或时间无记录";
  }
  return {};
}

}  // namespace

const Rule kForward = {
    .id = RuleId::Forward,
    .word = "forward",
    .clauses = kClauses,
    .title = "转送、交办",
    .source = "《信访工作条例》第二十二条",
    .needs = 0,
    .check = check,
    .duty_text = text,
};

}  // namespace core::rules
