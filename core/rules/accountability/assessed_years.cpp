#include "core/rules/accountability/assessed_years.h"

namespace core::rules {
namespace {

AssessedYear assessment_of(const Context& context, Period year) {
  AssessedYear found{year, {}, {}};
  MeasureFacts facts;
  const MeasureIndex index = context.state.find_measure(Subject::Kind::Assessment, to_string(year));
  if (!index.known() || !read_measure(context.state, index, context.today, facts)) return found;
  found.issued = facts.at(StepKind::AssessmentIssued);
  if (found.issued.known()) found.assessment = index;
  return found;
}

}  // namespace

std::vector<AssessedYear> assessed_years(const Context& context) {
  std::vector<AssessedYear> years;
  const Date begun = context.state.county_named_on();
  if (!begun.known()) return years;
  for (Period year = period_of(Period::Kind::Year, begun); first_day(next(year)) <= context.today;
       year = next(year))
    years.push_back(assessment_of(context, year));
  return years;
}

}  // namespace core::rules
