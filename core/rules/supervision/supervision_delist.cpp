#include "core/rules/supervision/supervision_delist.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"5.2"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = facts.at(StepKind::SupervisionAccepted);
  if (!from.known()) return;
  const int workdays = context.rulebook.on(from.on).supervision_delist_workdays;
  add_step_duty(out, facts, context, RuleId::SupervisionDelist, from, workdays,
                {facts.at(StepKind::SupervisionDelisted), {}, {}});
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return "应摘牌销号";
    case DutyState::Overdue:
      return "验收通过后逾期未摘牌";
    case DutyState::Done:
      return "已摘牌销号";
    case DutyState::DoneLate:
      return "摘牌销号超期";
    case DutyState::Void:
      return "无须摘牌";
  }
  return {};
}

}  // namespace

const Rule kSupervisionDelist = {
    .id = RuleId::SupervisionDelist,
    .word = "supervision_delist",
    .clauses = kClauses,
    .title = "摘牌销号",
    .source = "《关于建立健全信访工作有关机制的通知》五",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Supervision,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
