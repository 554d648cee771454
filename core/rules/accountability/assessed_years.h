#pragma once
// The years that are over since the ledger began, with their assessment (7.4).

#include <vector>

#include "core/base/period.h"
#include "core/rules/rule.h"

namespace core::rules {

struct AssessedYear {
  Period year;
  MeasureIndex assessment;  ///< Unknown while there is none.
  Moment issued;
};

std::vector<AssessedYear> assessed_years(const Context& context);

}  // namespace core::rules
