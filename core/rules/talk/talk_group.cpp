#include "core/rules/talk/talk_group.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.3"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = facts.at(StepKind::TalkOpened);
  if (!from.known()) return;
  const int workdays = context.rulebook.on(from.on).talk_step_workdays;
  add_step_duty(out, facts, context, RuleId::TalkGroup, from, workdays,
                {facts.at(StepKind::TalkGroupFormed), {}, {}});
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return "应成立约谈小组";
    case DutyState::Overdue:
      return "逾期未成立约谈小组";
    case DutyState::Done:
      return "已成立约谈小组";
    case DutyState::DoneLate:
      return "成立约谈小组超期";
    case DutyState::Void:
      return "无须成立约谈小组";
  }
  return {};
}

}  // namespace

const Rule kTalkGroup = {
    .id = RuleId::TalkGroup,
    .word = "talk_group",
    .clauses = kClauses,
    .title = "成立约谈小组",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
