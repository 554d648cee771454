#include "core/rules/statute/notify.h"

#include <fmt/format.h>

#include "core/rules/statute/handling_duty.h"

namespace core::rules {
namespace {

// The notice of acceptance, or of refusal, tells the petitioner what 条例23 asks for.
constexpr auto kTold = [](const Handling& turn) {
  return earlier(turn.notified, earlier(turn.accepted, turn.declined));
};

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  if (is_accusation(facts)) return;
  add_receipt_duties(facts, context, RuleId::Notify, kTold, out);
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应于{}日内书面告知信访人", row.term);
    case DutyState::Overdue:
      return fmt::format("超{}日未书面告知信访人", row.term);
    case DutyState::Done:
      return "已按期书面告知信访人";
    case DutyState::DoneLate:
      return "书面告知信访人超期";
    case DutyState::Void:
      return "无须书面告知或告知时间无记录";
  }
  return {};
}

}  // namespace

const Rule kNotify = {
    .id = RuleId::Notify,
    .word = "notify",
    .clauses = kReceiptClauses,
    .title = "书面告知",
    .source = "《信访工作条例》第二十三条",
    .needs = bit(EventKind::Forwarded),
    .check = check,
    .duty_text = text,
};

}  // namespace core::rules
