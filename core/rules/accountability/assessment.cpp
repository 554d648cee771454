#include "core/rules/accountability/assessment.h"

#include <fmt/format.h>

#include "core/base/period.h"
#include "core/rules/accountability/assessed_years.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"7.4"};

void check(const Context& context, Findings& out) {
  for (const AssessedYear& year : assessed_years(context)) {
    DutyRow& row = out.duties.emplace_back();
    row.rule = RuleId::Assessment;
    row.occurrence = code_of(year.year);
    row.measure = year.assessment;
    row.opened_on = first_day(next(year.year));
    const Settings& settings = context.rulebook.on(row.opened_on);
    row.due_on = row.opened_on + (settings.assessment_day - 1);
    row.stated = true;
    judge_by(row, context, settings.roll_to_workday);
    settle(row, context.today, {year.issued, {}, {}});
    row.because = note(out, context.state.county_fact(), year.issued.fact);
  }
}

std::string text(const State&, const DutyRow& row, Date) {
  const std::string year = label(period_of_code(row.occurrence));
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应形成{}度考核", year);
    case DutyState::Overdue:
      return fmt::format("{}度考核逾期未形成", year);
    case DutyState::Done:
      return fmt::format("{}度考核已形成", year);
    case DutyState::DoneLate:
      return fmt::format("{}度考核形成超期", year);
    case DutyState::Void:
      return fmt::format("{}无须考核", year);
  }
  return {};
}

}  // namespace

const Rule kAssessment = {
    .id = RuleId::Assessment,
    .word = "assessment",
    .clauses = kClauses,
    .title = "年度考核",
    .source = "《关于建立健全信访工作有关机制的通知》七",
    .about = SubjectKind::County,
    .occurrence = OccurrenceKind::Period,
    .check_county = check,
    .duty_text = text,
};

}  // namespace core::rules
