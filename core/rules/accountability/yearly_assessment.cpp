#include "core/rules/accountability/yearly_assessment.h"

#include <fmt/format.h>

#include "core/base/period.h"
#include "core/rules/accountability/assessed_years.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"7.4"};

void check(const Context& context, Findings& out) {
  for (const AssessedYear& year : assessed_years(context)) {
    PromptRow row;
    row.rule = RuleId::YearlyAssessment;
    row.action = Action::File;
    row.occurrence = code_of(year.year);
    row.measure = year.assessment;
    row.opened_on = first_day(next(year.year));
    row.because = note(out, context.state.county_fact());
    settle_prompt(row, context, out, year.issued);
    out.prompts.push_back(row);
  }
}

std::string text(const State&, const Findings&, const PromptRow& row) {
  return fmt::format("建议将{}通报、挂牌、约谈、问责情况纳入年度考核并报目标绩效部门",
                     label(period_of_code(row.occurrence)));
}

}  // namespace

const Rule kYearlyAssessment = {
    .id = RuleId::YearlyAssessment,
    .word = "yearly_assessment",
    .clauses = kClauses,
    .title = "年度目标绩效考核",
    .source = "《关于建立健全信访工作有关机制的通知》七",
    .about = SubjectKind::County,
    .occurrence = OccurrenceKind::Period,
    .check_county = check,
    .prompt_text = text,
};

}  // namespace core::rules
