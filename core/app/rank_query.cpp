#include "core/app/rank_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "core/model/statistic_days.h"
#include "core/rules/ranking/ranking_json.h"

namespace core::app {
namespace {

namespace ranking = rules::ranking;

Error bad(std::string message) { return {ErrorCode::InvalidInput, std::move(message)}; }

Series series_of(const Period& period) {
  if (period.kind == Period::Kind::Month) return Series::Monthly;
  return period.kind == Period::Kind::HalfYear ? Series::HalfYear : Series::Annual;
}

// Leaves one unit, in its group.
Value only_unit(Value json, std::string_view code) {
  List kept;
  for (const Value& group : *json.fields()->find("groups")->list()) {
    List units;
    for (const Value& unit : *group.fields()->find("units")->list())
      if (unit.fields()->text("unit") == code) units.push_back(unit);
    if (units.empty()) continue;
    Fields one = *group.fields();
    one.set("units", std::move(units));
    kept.push_back(std::move(one));
  }
  Fields fields = *json.fields();
  fields.set("groups", std::move(kept));
  return fields;
}

// The facts behind a figure out of statistics: that of the period, or those of the months it is the
// sum of; of one that was stated anew only the last.
List statistics_behind(const View& view, const Period& period, UnitIndex unit,
                       std::string_view indicator) {
  std::map<std::string_view, FactRef> stated;
  for (const StatisticRow* row : figures_by_day(view.state)) {
    if (row->unit != unit || row->indicator != indicator || row->on > view.today) continue;
    const std::optional<Period> own = parse_period(row->period);
    if (!own || first_day(*own) < first_day(period) || last_day(*own) > last_day(period)) continue;
    if (*own == period || own->kind == Period::Kind::Month) stated[row->period] = row->fact;
  }
  const auto whole = stated.find(to_string(period));
  if (whole != stated.end()) return {Value(view.state.fact_id(whole->second))};
  List months;
  for (const auto& [month, fact] : stated) months.emplace_back(view.state.fact_id(fact));
  return months;
}

Value figure_json(const View& view, const Period& period, const Ranked& found,
                  const RankQuery& query) {
  const UnitIndex unit = view.state.find_unit(query.unit);
  const ranking::Indicator indicator = *ranking::parse_indicator(query.indicator);
  const ranking::Count& count = found.counts.at(0, unit)[ranking::place_of(indicator)];
  const ranking::IndicatorSpec& spec = ranking::spec_of(indicator);
  return Fields{
      {"period", to_string(period)},
      {"unit", query.unit},
      {"indicator", spec.word},
      {"label", spec.label},
      {"clause", spec.clause},
      {"source", ranking::word(count.source())},
      {"numerator", count.used().numerator},
      {"denominator", count.used().denominator},
      {"because", count.source() == ranking::Source::Statistics
                      ? statistics_behind(view, period, unit, spec.word)
                      : List()},
      {"items", ranking::items_json(view.state, view.findings,
                                    ranking::items_of(view.state, view.findings, view.today, period,
                                                      unit, indicator))}};
}

}  // namespace

Result<Period> period_asked(std::string_view period, std::string_view series) {
  const std::optional<Period> read = parse_period(period);
  if (!read) return bad(fmt::format("“{}”不是期间，应为 2026-10、2026-H2 或 2026", period));
  const Series named = parse_code<Series>(series);
  if (!series.empty() && named == Series::Unknown)
    return bad(fmt::format("没有“{}”这个系列，应为 monthly、half_year、annual 或 special", series));
  if (named != Series::Unknown && named != Series::Special && named != series_of(*read))
    return bad(fmt::format("{}不是{}系列的期间", label(*read), series));
  return *read;
}

Series series_asked(const Period& period, std::string_view series) {
  return series.empty() ? series_of(period) : parse_code<Series>(series);
}

Ranked ranked(const View& view, const Period& period) {
  ranking::Counts counts =
      ranking::count_indicators(view.state, view.findings, view.today, {period});
  ranking::Ranking found = ranking::rank_units(view.state, counts, 0, view.rulebook, view.today);
  return {std::move(found), std::move(counts)};
}

namespace {

Value whole_ranking(const View& view, const Period& period, const Ranked& found) {
  Value json = ranking::ranking_json(view.state, found.ranking, found.counts, 0);
  Fields fields = *json.fields();
  fields.set("example", has_example_weights(view, period));
  return fields;
}

}  // namespace

bool has_example_weights(const View& view, const Period& period) {
  return view.rulebook.on(last_day(period)).rank_weights.empty();
}

Value ranking_json(const View& view, const Period& period) {
  return whole_ranking(view, period, ranked(view, period));
}

Status problem_of(const RankQuery& query, const View& view) {
  CORE_ASSIGN(const Period period, period_asked(query.period, query.series));
  if (first_day(period) > view.today) return bad(fmt::format("{}尚未开始", label(period)));
  if (!query.unit.empty() && !view.state.find_unit(query.unit).known())
    return Error{ErrorCode::NotFound, fmt::format("没有单位“{}”", query.unit)};
  if (query.indicator.empty()) return Done{};
  if (!ranking::parse_indicator(query.indicator))
    return bad(fmt::format("没有“{}”这个指标", query.indicator));
  if (query.unit.empty()) return bad("查看指标的明细应同时指明单位（--unit）");
  return Done{};
}

Result<Value> rank_json(const View& view, const RankQuery& query) {
  CORE_TRY(problem_of(query, view));
  CORE_ASSIGN(const Period period, period_asked(query.period, query.series));
  const Ranked found = ranked(view, period);
  if (!query.indicator.empty()) return figure_json(view, period, found, query);
  Value json = whole_ranking(view, period, found);
  return query.unit.empty() ? json : only_unit(std::move(json), query.unit);
}

}  // namespace core::app
