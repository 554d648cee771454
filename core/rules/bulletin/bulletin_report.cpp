#include "core/rules/bulletin/bulletin_report.h"

#include <fmt/format.h>

#include "core/rules/measure_duty.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"3.3"};

Moment reported(const MeasureFacts& facts, ReportedTo to) {
  for (const MeasureStep& step : facts.steps)
    if (step.kind == StepKind::BulletinReported && step.code == static_cast<std::uint8_t>(to))
      return {step.on, step.fact};
  return {};
}

void add_report(const MeasureFacts& facts, Moment issued, ReportedTo to, const Context& context,
                Findings& out) {
  const int workdays = context.rulebook.on(issued.on).bulletin_report_workdays;
  add_step_duty(out, facts, context, RuleId::BulletinReport, issued, workdays,
                {reported(facts, to), {}, facts.at(StepKind::BulletinWithdrawn)},
                static_cast<std::int32_t>(to));
}

void check(const MeasureFacts& facts, const Context& context, Findings& out) {
  const MeasureStep* issued = facts.first(StepKind::BulletinIssued);
  if (!issued) return;
  if (issued->code != static_cast<std::uint8_t>(Series::Special))
    add_report(facts, facts.moment(issued), ReportedTo::Conveners, context, out);
  if (issued->number != 0)
    add_report(facts, facts.moment(issued), ReportedTo::CountyHeads, context, out);
}

std::string text(const State&, const DutyRow& row, Date) {
  const std::string_view to = code_label(core::word(static_cast<ReportedTo>(row.occurrence)));
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应将通报报{}", to);
    case DutyState::Overdue:
      return fmt::format("通报逾期未报{}", to);
    case DutyState::Done:
      return fmt::format("通报已报{}", to);
    case DutyState::DoneLate:
      return fmt::format("通报报{}超期", to);
    case DutyState::Void:
      return "通报已撤回，无须报送";
  }
  return {};
}

}  // namespace

const Rule kBulletinReport = {
    .id = RuleId::BulletinReport,
    .word = "bulletin_report",
    .clauses = kClauses,
    .title = "报送通报",
    .source = "《关于建立健全信访工作有关机制的通知》三",
    .about = SubjectKind::Measure,
    .occurrence = OccurrenceKind::ReportedTo,
    .measure = Subject::Kind::Bulletin,
    .check_measure = check,
    .duty_text = text,
};

}  // namespace core::rules
