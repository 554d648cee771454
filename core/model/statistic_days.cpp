#include "core/model/statistic_days.h"

#include <algorithm>
#include <tuple>

namespace core {
namespace {

auto key_of(const StatisticRow& row) { return std::tie(row.unit, row.period, row.indicator); }

bool is_earlier(const StatisticRow* a, const StatisticRow* b) {
  return std::tie(a->on, a->fact) < std::tie(b->on, b->fact);
}

}  // namespace

std::vector<const StatisticRow*> figures_by_day(const State& state) {
  std::vector<const StatisticRow*> rows;
  rows.reserve(state.statistics().size());
  for (const StatisticRow& row : state.statistics()) rows.push_back(&row);
  // Mostly they were recorded in that order.
  if (!std::is_sorted(rows.begin(), rows.end(), is_earlier))
    std::sort(rows.begin(), rows.end(), is_earlier);
  return rows;
}

std::vector<const StatisticRow*> latest_figures(const State& state) {
  std::vector<const StatisticRow*> rows = figures_by_day(state);
  std::stable_sort(rows.begin(), rows.end(), [](const StatisticRow* a, const StatisticRow* b) {
    return key_of(*a) < key_of(*b);
  });
  std::vector<const StatisticRow*> latest;
  for (const StatisticRow* row : rows) {
    if (!latest.empty() && key_of(*latest.back()) == key_of(*row)) latest.pop_back();
    latest.push_back(row);
  }
  std::sort(latest.begin(), latest.end(),
            [](const StatisticRow* a, const StatisticRow* b) { return a->fact < b->fact; });
  return latest;
}

}  // namespace core
