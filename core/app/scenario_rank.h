#pragma once
// Compares a ranking with the `rank` part of a scenario's expectation.

#include "core/app/scenario.h"
#include "core/base/period.h"
#include "core/base/value.h"

namespace core::app {

/// What is misspelt in `{"period", "series", "units": [{"unit", …}], "groups": [{"group", …}]}`.
Status check_rank_part(const Value& rank);

/// The period it asks for; check_rank_part has let it pass.
Period rank_period_of(const Fields& rank);

/// Each listed unit and group must have at least the fields given; `parts` and `margin` at least
/// the entries given. `on` names the day in what is reported.
void match_rank(const Fields& rank, const Value& ranking, std::string_view on,
                ScenarioOutcome& outcome);

}  // namespace core::app
