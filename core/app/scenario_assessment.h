#pragma once
// Compares an annual assessment with the `assessment` part of a scenario's expectation.

#include "core/app/scenario.h"
#include "core/base/period.h"
#include "core/base/value.h"

namespace core::app {

/// What is misspelt in `{"year", "units": [{"unit", "score", "items": [{"key", …}]}]}`.
Status check_assessment_part(const Value& asked);

/// The year it asks for; check_assessment_part has let it pass.
Period assessed_year_of(const Fields& asked);

/// Each listed unit must have at least the fields given, of its items those listed with at least
/// the fields given; `facts` at least the ids given. `on` names the day in what is reported.
void match_assessment(const Fields& asked, const Value& assessment, std::string_view on,
                      ScenarioOutcome& outcome);

}  // namespace core::app
