#include "core/app/figure_changes.h"

#include <fmt/format.h>

#include <utility>

#include "core/app/assessment.h"
#include "core/app/rank_query.h"
#include "core/base/decimal.h"

namespace core::app {
namespace {

constexpr int kPlaces = 2;

/// By unit, also those that are in no group.
std::vector<RankPlace> places(const View& view, const Period& period) {
  std::vector<RankPlace> places(view.state.units().size());
  const Ranked found = ranked(view, period);
  for (const rules::ranking::GroupRanking& group : found.ranking.groups)
    for (const rules::ranking::RankedUnit& row : group.units)
      if (row.rank != 0) places[row.unit.value] = {row.rank, group.of, row.score, row.bottom};
  return places;
}

std::vector<RankChange> rank_changes(const View& before, const View& after, const Period& month) {
  const std::vector<RankPlace> was = places(before, month);
  const std::vector<RankPlace> is = places(after, month);
  std::vector<RankChange> changes;
  for (std::uint32_t unit = 0; unit < was.size(); ++unit)
    if (was[unit] != is[unit]) changes.push_back({{unit}, was[unit], is[unit]});
  return changes;
}

std::vector<ScoreChange> score_changes(const View& before, const View& after, const Period& year) {
  const rules::assessment::Assessment was = assess(before, year);
  const rules::assessment::Assessment is = assess(after, year);
  std::vector<ScoreChange> changes;
  // Who is assessed does not depend on the settings.
  for (std::size_t i = 0; i < was.units.size() && i < is.units.size(); ++i)
    if (was.units[i].score != is.units[i].score)
      changes.push_back({was.units[i].unit, was.units[i].score, is.units[i].score});
  return changes;
}

Value place_json(const RankPlace& place) {
  if (place.rank == 0)
    return Fields{{"rank", Value()}, {"of", Value()}, {"score", Value()}, {"bottom", false}};
  return Fields{{"rank", int{place.rank}},
                {"of", int{place.of}},
                {"score", decimal_value(place.score, kPlaces)},
                {"bottom", place.bottom}};
}

std::string place_text(const RankPlace& place) {
  if (place.rank == 0) return "不参加排名";
  return fmt::format("第{}名（共{}，{}分{}）", place.rank, place.of,
                     decimal_text(place.score, kPlaces), place.bottom ? "，列后位" : "");
}

}  // namespace

FigureChanges figure_changes(const View& before, const View& after) {
  FigureChanges changes;
  changes.month = previous(period_of(Period::Kind::Month, before.today));
  changes.year = period_of(Period::Kind::Year, first_day(changes.month));
  changes.ranks = rank_changes(before, after, changes.month);
  changes.scores = score_changes(before, after, changes.year);
  return changes;
}

void set_figures(Fields& json, const State& state, const FigureChanges& changes) {
  List ranks;
  for (const RankChange& each : changes.ranks)
    ranks.push_back(Fields{{"unit", state.unit(each.unit).code},
                           {"before", place_json(each.before)},
                           {"after", place_json(each.after)}});
  List scores;
  for (const ScoreChange& each : changes.scores)
    scores.push_back(Fields{{"unit", state.unit(each.unit).code},
                            {"before", decimal_value(each.before, kPlaces)},
                            {"after", decimal_value(each.after, kPlaces)}});
  json.set("ranks", Fields{{"period", to_string(changes.month)}, {"units", std::move(ranks)}});
  json.set("scores",
           Fields{{"year", std::int64_t{changes.year.year}}, {"units", std::move(scores)}});
}

void append_figure_lines(const State& state, const FigureChanges& changes,
                         std::vector<std::string>& lines) {
  int others = 0;
  for (const RankChange& each : changes.ranks) {
    if (each.before.bottom == each.after.bottom) {
      ++others;
      continue;
    }
    lines.push_back(fmt::format(
        "{}\t{}\t{}\t{} → {}", each.after.bottom ? "列入后位" : "不再列后位", label(changes.month),
        state.unit(each.unit).name, place_text(each.before), place_text(each.after)));
  }
  if (others > 0)
    lines.push_back(
        fmt::format("排名\t{}\t另有{}个单位名次或得分改变", label(changes.month), others));
  for (const ScoreChange& each : changes.scores)
    lines.push_back(fmt::format("年度考核\t{}\t{}\t{}分 → {}分", label(changes.year),
                                state.unit(each.unit).name, decimal_text(each.before, kPlaces),
                                decimal_text(each.after, kPlaces)));
}

}  // namespace core::app
