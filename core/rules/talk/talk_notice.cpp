#include "core/rules/talk/talk_notice.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.3"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = facts.at(StepKind::TalkTargetsSet);
  if (!from.known()) return;
  const int workdays = context.rulebook.on(from.on).talk_step_workdays;
  add_step_duty(out, facts, context, RuleId::TalkNotice, from, workdays,
                {facts.at(StepKind::TalkNotified), {}, {}});
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return "应告知约谈事项";
    case DutyState::Overdue:
      return "逾期未告知约谈事项";
    case DutyState::Done:
      return "已告知约谈事项";
    case DutyState::DoneLate:
      return "告知约谈事项超期";
    case DutyState::Void:
      return "无须告知约谈事项";
  }
  return {};
}

}  // namespace

const Rule kTalkNotice = {
    .id = RuleId::TalkNotice,
    .word = "talk_notice",
    .clauses = kClauses,
    .title = "告知约谈事项",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
