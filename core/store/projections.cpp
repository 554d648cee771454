#include "core/store/projections.h"

#include <functional>
#include <string_view>
#include <vector>

#include "core/model/statistic_days.h"
#include "core/store/projection_sinks.h"
#include "generated/queries.h"

namespace core::store {
namespace {

Status prepare_one(const Database& database, std::string_view sql, Statement& out) {
  CORE_ASSIGN(out, database.prepare(sql));
  return Done{};
}

using Figures = std::vector<const StatisticRow*>;

template <typename Index>
Index index_at(std::size_t at) {
  return Index{static_cast<std::uint32_t>(at)};
}

/// Rows of the statistics table that differ from these, from 0.
Result<std::vector<std::size_t>> differing_statistics(Statement& list, const Figures& figures) {
  std::vector<std::size_t> found;
  CompareSink compare(list);
  compare.tolerate();
  for (std::size_t at = 0; at < figures.size(); ++at) {
    write_statistic(compare, *figures[at], at);
    CORE_TRY(compare.status());
    if (!compare.last_same()) found.push_back(at);
  }
  list.reset();
  return found;
}

using WriteRows = std::function<bool(RowSink&)>;

template <typename Index, typename Rows>
WriteRows each(const Rows& rows, bool (*write)(RowSink&, const State&, Index), const State& state) {
  const std::size_t count = rows.size();
  return [count, write, &state](RowSink& out) {
    for (std::size_t at = 0; at < count; ++at)
      if (!write(out, state, index_at<Index>(at))) return false;
    return true;
  };
}

struct Comparison {
  std::string_view table;
  std::string_view list;
  WriteRows rows;
};

std::vector<Comparison> comparisons(const State& state) {
  const auto statistics = [&state](RowSink& out) {
    const Figures figures = latest_figures(state);
    for (std::size_t at = 0; at < figures.size(); ++at)
      if (!write_statistic(out, *figures[at], at)) return false;
    return true;
  };
  return {
      {"county", kCountyList, [&state](RowSink& out) { return write_county(out, state); }},
      {"unit", kUnitList, each(state.units(), write_unit, state)},
      {"unit_alias", kUnitAliasList, each(state.units(), write_aliases, state)},
      {"official", kOfficialList, each(state.officials(), write_official, state)},
      {"official_oversees", kOfficialOverseesList, each(state.officials(), write_oversees, state)},
      {"case_record", kCaseRecordList, each(state.cases(), write_case, state)},
      {"statistic", kStatisticList, statistics}};
}

}  // namespace

Result<Projections> Projections::prepare(const Database& database) {
  Projections made;
  CORE_TRY(prepare_one(database, kCountyPut, made.county_.put));
  CORE_TRY(prepare_one(database, kUnitPut, made.unit_.put));
  CORE_TRY(prepare_one(database, kUnitAliasPut, made.alias_.put));
  CORE_TRY(prepare_one(database, kUnitAliasDelete, made.alias_.remove));
  CORE_TRY(prepare_one(database, kOfficialPut, made.official_.put));
  CORE_TRY(prepare_one(database, kOfficialOverseesPut, made.oversees_.put));
  CORE_TRY(prepare_one(database, kOfficialOverseesDelete, made.oversees_.remove));
  CORE_TRY(prepare_one(database, kCaseRecordPut, made.case_.put));
  CORE_TRY(prepare_one(database, kStatisticPut, made.statistic_.put));
  CORE_TRY(prepare_one(database, kStatisticDeleteAfter, made.statistic_.remove));
  CORE_TRY(prepare_one(database, kStatisticList, made.statistic_list_));
  return made;
}

void Projections::adopt() { statistics_wait_ = false; }

Status Projections::write(const State& state, const Touched& touched) {
  if (touched.county) {
    WriteSink sink(county_.put);
    write_county(sink, state);
    CORE_TRY(sink.status());
  }
  for (const UnitIndex index : touched.units) CORE_TRY(write_unit_rows(state, index));
  for (const OfficialIndex index : touched.officials) CORE_TRY(write_official_rows(state, index));
  WriteSink cases(case_.put);
  for (const CaseIndex index : touched.cases)
    if (!write_case(cases, state, index)) return cases.status();
  statistics_wait_ = statistics_wait_ || touched.statistics;
  return Done{};
}

Status Projections::finish(const State& state) {
  if (!statistics_wait_) return Done{};
  const Figures figures = latest_figures(state);
  CORE_ASSIGN(const std::vector<std::size_t> changed,
              differing_statistics(statistic_list_, figures));
  WriteSink sink(statistic_.put);
  for (const std::size_t at : changed)
    if (!write_statistic(sink, *figures[at], at)) return sink.status();
  const auto last = static_cast<std::int64_t>(figures.size());
  CORE_TRY(statistic_.remove.integer(last).run());
  statistics_wait_ = false;
  return Done{};
}

Status Projections::write_unit_rows(const State& state, UnitIndex index) {
  WriteSink sink(unit_.put);
  write_unit(sink, state, index);
  CORE_TRY(sink.status());
  CORE_TRY(alias_.remove.integer(std::int64_t{index.value} + 1).run());
  WriteSink aliases(alias_.put);
  write_aliases(aliases, state, index);
  return aliases.status();
}

Status Projections::write_official_rows(const State& state, OfficialIndex index) {
  WriteSink sink(official_.put);
  write_official(sink, state, index);
  CORE_TRY(sink.status());
  CORE_TRY(oversees_.remove.integer(std::int64_t{index.value} + 1).run());
  WriteSink oversees(oversees_.put);
  write_oversees(oversees, state, index);
  return oversees.status();
}

Result<std::string> differing_projection(const Database& database, const State& state) {
  for (const Comparison& comparison : comparisons(state)) {
    CORE_ASSIGN(Statement list, database.prepare(comparison.list));
    CompareSink compare(list);
    comparison.rows(compare);
    CORE_TRY(compare.status());
    if (!compare.all_same()) return std::string(comparison.table);
  }
  return std::string();
}

}  // namespace core::store
