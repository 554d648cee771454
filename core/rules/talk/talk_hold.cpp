#include "core/rules/talk/talk_hold.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.3"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = facts.at(StepKind::TalkNotified);
  if (!from.known()) return;
  const int workdays = context.rulebook.on(from.on).talk_step_workdays;
  add_step_duty(out, facts, context, RuleId::TalkHold, from, workdays,
                {facts.at(StepKind::TalkHeld), {}, {}});
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return "应组织开展约谈";
    case DutyState::Overdue:
      return "逾期未开展约谈";
    case DutyState::Done:
      return "已开展约谈";
    case DutyState::DoneLate:
      return "开展约谈超期";
    case DutyState::Void:
      return "无须开展约谈";
  }
  return {};
}

}  // namespace

const Rule kTalkHold = {
    .id = RuleId::TalkHold,
    .word = "talk_hold",
    .clauses = kClauses,
    .title = "组织开展约谈",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
