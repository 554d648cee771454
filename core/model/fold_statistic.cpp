// The part of Folder that keeps the figures of units: of those stated on one day the latest, since
// each day's holds until the next (statistic_days.h).
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

bool is_same(const StatisticRow& a, const StatisticRow& b) {
  return a.on == b.on && a.period == b.period && a.indicator == b.indicator;
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
  std::vector<StatisticRow>& rows = state_.statistics_;
  const auto [latest, first] = statistic_by_key_.try_emplace(
      fmt::format("{}\n{}\n{}\n{}", index.value, row.period, row.indicator, row.on.days), row.fact);
  if (!first) {
    // One that was corrected since may be about something else now.
    const FactRef before = std::exchange(latest->second, row.fact);
    const auto said = place_of(rows, before);
    if (said != rows.end() && said->fact == before && is_same(*said, row))
      outdate_statistic(before);
  }
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
