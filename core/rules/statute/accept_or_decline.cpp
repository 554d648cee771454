#include "core/rules/statute/accept_or_decline.h"

#include <fmt/format.h>

#include "core/rules/statute/handling_duty.h"

namespace core::rules {
namespace {

constexpr auto kTold = [](const Handling& turn) { return earlier(turn.accepted, turn.declined); };

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  if (!is_claim(facts)) return;
  add_receipt_duties(facts, context, RuleId::AcceptOrDecline, kTold, out);
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
