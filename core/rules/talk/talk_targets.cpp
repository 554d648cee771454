#include "core/rules/talk/talk_targets.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"6.2", "6.3"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = facts.at(StepKind::TalkGroupFormed);
  if (!from.known()) return;
  const int workdays = context.rulebook.on(from.on).talk_step_workdays;
  add_step_duty(out, facts, context, RuleId::TalkTargets, from, workdays,
                {facts.at(StepKind::TalkTargetsSet), {}, {}});
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return "应明确约谈对象";
    case DutyState::Overdue:
      return "逾期未明确约谈对象";
    case DutyState::Done:
      return "已明确约谈对象";
    case DutyState::DoneLate:
      return "明确约谈对象超期";
    case DutyState::Void:
      return "无须明确约谈对象";
  }
  return {};
}

}  // namespace

const Rule kTalkTargets = {
    .id = RuleId::TalkTargets,
    .word = "talk_targets",
    .clauses = kClauses,
    .title = "明确约谈对象",
    .source = "《关于建立健全信访工作有关机制的通知》六",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Talk,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
