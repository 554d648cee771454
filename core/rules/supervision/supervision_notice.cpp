#include "core/rules/supervision/supervision_notice.h"

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"5.2"};

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const Moment from = facts.at(StepKind::SupervisionOpened);
  if (!from.known()) return;
  const int workdays = context.rulebook.on(from.on).supervision_notice_workdays;
  add_step_duty(out, facts, context, RuleId::SupervisionNotice, from, workdays,
                {facts.at(StepKind::SupervisionNotified), {}, {}});
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return "应下发挂牌督办通知";
    case DutyState::Overdue:
      return "挂牌督办通知逾期未下发";
    case DutyState::Done:
      return "已下发挂牌督办通知";
    case DutyState::DoneLate:
      return "挂牌督办通知下发超期";
    case DutyState::Void:
      return "无须下发挂牌督办通知";
  }
  return {};
}

}  // namespace

const Rule kSupervisionNotice = {
    .id = RuleId::SupervisionNotice,
    .word = "supervision_notice",
    .clauses = kClauses,
    .title = "下发挂牌督办通知",
    .source = "《关于建立健全信访工作有关机制的通知》五",
    .about = SubjectKind::Measure,
    .measure = Subject::Kind::Supervision,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
