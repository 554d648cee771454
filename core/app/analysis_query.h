#pragma once
// The analysis a bulletin needs beside its ranking (通知 3.2), asked for one period.

#include <string>

#include "core/app/question.h"
#include "core/rules/ranking/analysis.h"

namespace core::app {

struct AnalysisQuery {
  std::string period;  ///< 2026-10, 2026-H2, 2026
  std::string series;  ///< Empty = by the period.
  std::string unit;    ///< Empty = all; causes and totals are always the county's.
};

/// What is wrong with the query; nothing when it can be answered.
Status problem_of(const AnalysisQuery& query, const State& state);

/// The analysis of the query's period, with the one unit only where one is asked for.
Result<rules::ranking::Analysis> analysed(const View& view, const AnalysisQuery& query);

/// `{"period","before","over","county":{…},"units":[{"unit","name","received","fourfold":{"area",…},
/// "categories":[{"category",…}],"late","late_fourfold","stands_out"}],"causes":[{"kind","cause",
/// "label","clauses",…}]}`; every figure is `{"now","before","change","because","because_before"}`
/// with the ids of the facts behind it.
Value analysis_json(const State& state, const rules::ranking::Analysis& analysis);

}  // namespace core::app
