// The part of Folder that keeps the latest figures of units.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/model/fold.h"

namespace core {
namespace {

/// Where a statistic stands or would stand among rows ordered by position.
template <typename Rows>
auto place_of(Rows& rows, FactRef ref) {
  const auto before = [](const StatisticRow& row, FactRef wanted) { return row.fact < wanted; };
  return std::lower_bound(rows.begin(), rows.end(), ref, before);
}

}  // namespace

void Folder::apply_statistic(const RecordedView& recorded, UnitIndex index) {
  if (!index.known()) return;
  const FieldsView& fields = recorded.fact.fields;
  StatisticRow row{index,
                   std::string(fields.text("period")),
                   std::string(fields.text("indicator")),
                   fields.integer("numerator"),
                   fields.integer("denominator"),
                   recorded.ref,
                   recorded.fact.on};
  // The latest figure for a unit, period and indicator holds.
  const auto [latest, first] = statistic_by_key_.try_emplace(
      fmt::format("{}\n{}\n{}", index.value, row.period, row.indicator), row.fact);
  if (!first) outdate_statistic(std::exchange(latest->second, row.fact));
  std::vector<StatisticRow>& rows = state_.statistics_;
  const auto at =
      rows.empty() || rows.back().fact < row.fact ? rows.end() : place_of(rows, row.fact);
  if (at != rows.end() && at->fact == row.fact) {
    if (!at->unit.known()) --state_.outdated_;
    *at = std::move(row);
  } else {
    rows.insert(at, std::move(row));
  }
  touched_.statistics = true;
}

// Rows only lose their unit here: taking each out of the middle would move all the others.
void Folder::outdate_statistic(FactRef ref) {
  const auto at = place_of(state_.statistics_, ref);
  if (at == state_.statistics_.end() || at->fact != ref || !at->unit.known()) return;
  at->unit = UnitIndex{};
  ++state_.outdated_;
}

void Folder::outdate_statistics(UnitIndex unit) {
  for (StatisticRow& row : state_.statistics_) {
    if (row.unit != unit) continue;
    row.unit = UnitIndex{};
    ++state_.outdated_;
  }
}

}  // namespace core
