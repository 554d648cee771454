#include "core/app/analysis_query.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/app/rank_query.h"
#include "core/model/codes.h"
#include "core/rules/describe.h"

namespace core::app {
namespace {

namespace ranking = rules::ranking;

constexpr std::string_view kReminderClause = "4.1";

List ids_of(const State& state, const std::vector<FactRef>& facts) {
  List ids;
  for (const FactRef fact : facts) ids.emplace_back(state.fact_id(fact));
  return ids;
}

Fields figure_json(const State& state, const ranking::Compared& figure) {
  return {{"now", figure.now},
          {"before", figure.before},
          {"change", figure.change()},
          {"because", ids_of(state, figure.because)},
          {"because_before", ids_of(state, figure.because_before)}};
}

Fields figures_json(const State& state, const ranking::UnitAnalysis& row) {
  Fields fourfold;
  for (std::size_t i = 0; i < ranking::kFourfolds; ++i)
    fourfold.set(ranking::word(static_cast<ranking::Fourfold>(i)),
                 figure_json(state, row.fourfold[i]));
  List categories;
  for (const auto& [category, count] : row.categories) {
    Fields entry = figure_json(state, count);
    entry.set("category", category);
    categories.push_back(std::move(entry));
  }
  return {{"received", figure_json(state, row.received)},
          {"fourfold", std::move(fourfold)},
          {"categories", std::move(categories)},
          {"late", figure_json(state, row.late)},
          {"late_fourfold", figure_json(state, row.late_fourfold)}};
}

Fields unit_json(const State& state, const ranking::UnitAnalysis& row) {
  Fields json = figures_json(state, row);
  json.set("unit", state.unit(row.unit).code);
  json.set("name", state.unit(row.unit).name);
  json.set("stands_out", row.stands_out);
  return json;
}

Fields cause_json(const State& state, const ranking::Cause& cause) {
  Fields json = figure_json(state, cause.count);
  json.set("kind", cause.reminder ? "reminder" : "duty");
  json.set("cause", cause.word);
  json.set("label", ranking::label(cause));
  List clauses;
  if (cause.reminder)
    clauses.emplace_back(kReminderClause);
  else
    for (const std::string_view clause : rules::clauses_of(cause.rule))
      clauses.emplace_back(clause);
  json.set("clauses", std::move(clauses));
  return json;
}

}  // namespace

Status problem_of(const AnalysisQuery& query, const State& state) {
  CORE_TRY(period_asked(query.period, query.series));
  if (!query.unit.empty() && !state.find_unit(query.unit).known())
    return Error{ErrorCode::NotFound, fmt::format("没有单位“{}”", query.unit)};
  return Done{};
}

Result<ranking::Analysis> analysed(const View& view, const AnalysisQuery& query) {
  CORE_TRY(problem_of(query, view.state));
  CORE_ASSIGN(const Period period, period_asked(query.period, query.series));
  const rules::Settings& settings = view.rulebook.on(last_day(period));
  ranking::Analysis analysis =
      ranking::analyse(view.state, settings, view.findings, view.today, period);
  if (query.unit.empty()) return analysis;
  const UnitIndex unit = view.state.find_unit(query.unit);
  analysis.units.erase(
      std::remove_if(analysis.units.begin(), analysis.units.end(),
                     [unit](const ranking::UnitAnalysis& row) { return row.unit != unit; }),
      analysis.units.end());
  return analysis;
}

Value analysis_json(const State& state, const ranking::Analysis& analysis) {
  List units;
  for (const ranking::UnitAnalysis& row : analysis.units) units.push_back(unit_json(state, row));
  List causes;
  for (const ranking::Cause& cause : analysis.causes) causes.push_back(cause_json(state, cause));
  return Fields{{"period", to_string(analysis.period)},
                {"before", to_string(previous(analysis.period))},
                {"over", analysis.over},
                {"county", figures_json(state, analysis.county)},
                {"units", std::move(units)},
                {"causes", std::move(causes)}};
}

}  // namespace core::app
