#pragma once
// The cases under listed supervision (通知 5.3): the list for dispatching, and what a bulletin
// says.

#include <array>
#include <string>
#include <vector>

#include "core/app/question.h"

namespace core::app {

struct ListedCase {
  MeasureIndex measure;
  UnitIndex unit;
  StepKind step = StepKind::SupervisionOpened;  ///< How far it has come of the five steps.
  Date opened_on;
  Date due_on;            ///< By when it is to be resolved; unknown when no duty says so.
  int days_approved = 0;  ///< Of an extension the rulebook cuts; 0 where none is cut.
  int days_counted = 0;
  Date delisted_on;                  ///< Unknown while listed.
  std::array<int, 3> inspections{};  ///< Dispatch, guidance, on site.
  Date inspected_on;                 ///< The last time; unknown = never.
  std::vector<FactRef> because;      ///< Every step so far.
};

/// Those listed on a day of the span up to the view's today, by the day of listing. `units` limits
/// them to units; empty = all.
std::vector<ListedCase> listed_cases(const View& view, Date from, Date to,
                                     const std::vector<std::string>& units = {});

/// `{"supervision","case","unit","ground","opened_on","step","due_on","delisted_on",
/// "inspections":{"dispatch","guidance","site"},"inspected_on","because"}`, and of an extension
/// that was cut `"extension":{"approved","counted"}`.
Value listed_case_json(const View& view, const ListedCase& listed);

/// Chinese: 化解处置.
std::string_view step_label(StepKind step);

}  // namespace core::app
