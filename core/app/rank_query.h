#pragma once
// The ranking of one period as of a day, and the items behind any of its figures.

#include <string>

#include "core/app/question.h"
#include "core/model/measure_codes.h"
#include "core/rules/ranking/ranking.h"

namespace core::app {

struct RankQuery {
  std::string period;     ///< 2026-10, 2026-H2, 2026
  std::string series;     ///< Empty = by the period.
  std::string unit;       ///< Empty = all.
  std::string indicator;  ///< With a unit: the items behind this figure.
};

/// Reads the period. The error says when it is none, or when the series is about another length of
/// time: monthly, half_year and annual go with a month, half a year, a year.
Result<Period> period_asked(std::string_view period, std::string_view series);

/// The series that goes with the period, unless one is named.
Series series_asked(const Period& period, std::string_view series);

struct Ranked {
  rules::ranking::Ranking ranking;
  rules::ranking::Counts counts;
};

Ranked ranked(const View& view, const Period& period);

/// Whether the period is ranked by the contract's weights, an example every county replaces.
bool has_example_weights(const View& view, const Period& period);

/// The whole ranking of the period in the shape of the contract, and `example` as above.
Value ranking_json(const View& view, const Period& period);

/// What is wrong with the query; nothing when it can be answered.
Status problem_of(const RankQuery& query, const View& view);

/// The answer in the shape of the contract, of a period that has begun. With a unit: its row only;
/// with an indicator too:
/// `{"period","unit","indicator","numerator","denominator","items":[…]}`.
Result<Value> rank_json(const View& view, const RankQuery& query);

}  // namespace core::app
