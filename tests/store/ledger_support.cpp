#include "tests/store/ledger_support.h"

#include <doctest/doctest.h>

#include <utility>

#include "core/model/statistic_days.h"
#include "core/store/memory_vfs.h"
#include "core/store/projection_rows.h"
#include "generated/queries.h"

namespace test {
namespace {

using core::Date;
using core::Fact;
using core::Fields;
using core::store::Database;
using core::store::Ledger;
using core::store::MemoryFile;
using core::store::MemoryVfs;
using core::store::Statement;

/// Rows as lines.
class TextSink final : public core::store::RowSink {
 public:
  void integer(std::int64_t value) override { add(std::to_string(value)); }
  void text(std::string_view value) override { add("'" + std::string(value) + "'"); }
  void null() override { add("-"); }

  std::string lines;

 private:
  bool finish_row() override {
    lines += '\n';
    return true;
  }
  void add(const std::string& cell) { lines += cell + " "; }
};

constexpr std::string_view kLists[] = {
    core::store::kCountyList,           core::store::kUnitList,
    core::store::kUnitAliasList,        core::store::kOfficialList,
    core::store::kOfficialOverseesList, core::store::kCaseRecordList,
    core::store::kStatisticList};

Database raw(const MemoryVfs& vfs) {
  auto opened =
      Database::open({"ledger", vfs.name(), /*durable=*/false}, Database::Opening::Existing);
  REQUIRE(opened.ok());
  return std::move(opened).value();
}

std::string rows_of(const Database& database, std::string_view list) {
  auto prepared = database.prepare(list);
  REQUIRE(prepared.ok());
  Statement statement = std::move(prepared).value();
  TextSink sink;
  for (;;) {
    const auto row = statement.step();
    REQUIRE(row.ok());
    if (!row.value()) return sink.lines;
    for (int i = 0; i < statement.column_count(); ++i) {
      if (statement.is_null(i)) {
        sink.null();
      } else if (statement.is_integer(i)) {
        sink.integer(statement.integer_at(i));
      } else {
        sink.text(statement.text_at(i));
      }
    }
    sink.end_row();
  }
}

}  // namespace

core::store::Occasion occasion(std::string_view today, std::string_view by) {
  return {std::string(by), std::string(today) + "T09:30:00", day(today)};
}

Fact unit(std::string_view code, std::string_view name) {
  return fact("unit.registered", "2026-01-01",
              {{"unit", code}, {"name", name}, {"type", "township"}, {"group", "township"}});
}

Fact official(std::string_view key, std::string_view name, std::string_view rank,
              std::string_view unit) {
  Fact made = fact("official.appointed", "2026-01-01",
                   {{"official", key}, {"name", name}, {"post", "职务"}, {"rank", rank}});
  if (!unit.empty()) made.fields.set("unit", unit);
  return made;
}

Fact register_case(std::string_view number, std::string_view unit, std::string_view on) {
  return fact("case.registered", on,
              {{"case", number},
               {"title", "反映道路问题"},
               {"unit", unit},
               {"form", "visit"},
               {"purpose", "appeal"},
               {"category", "城乡建设"},
               {"petitioner", "张某"},
               {"summary", "村道损坏"},
               {"people", 12},
               {"collective", true},
               {"received_on", on}});
}

Fact on_case(std::string_view kind, std::string_view number, std::string_view on, Fields more) {
  more.set("case", number);
  return fact(kind, on, std::move(more));
}

Fact corrected(std::string_view id, Fields with) {
  return fact("fact.corrected", "2026-11-20",
              {{"fact", id}, {"with", std::move(with)}, {"reason", "录入有误"}});
}

Fact retracted(std::string_view id) {
  return fact("fact.retracted", "2026-11-20", {{"fact", id}, {"reason", "重复录入"}});
}

std::unique_ptr<Ledger> new_ledger(MemoryFile& file, bool demo) {
  auto made = Ledger::create(file, "青山县", demo, occasion(), "test");
  REQUIRE_MESSAGE(made.ok(), made.error().message);
  return std::move(made).value();
}

std::vector<Fact> small_county() {
  return {unit("T01", "青山镇"), unit("T02", "绿水乡"), official("L1", "王县长", "county_main"),
          official("U1", "李书记", "unit_main", "T01"), register_case("A", "T01")};
}

void record(Ledger& ledger, const std::vector<Fact>& facts) {
  const auto refused = ledger.record(facts, occasion());
  REQUIRE_MESSAGE(refused.ok(), refused.error().message);
  for (const auto& refusal : refused.value())
    FAIL_CHECK("fact " << refusal.index << " refused: " << refusal.reason);
}

std::unique_ptr<Ledger> reopen(MemoryFile& file) {
  auto opened = Ledger::open(file);
  REQUIRE_MESSAGE(opened.ok(), opened.error().message);
  return std::move(opened).value();
}

std::string projected(const core::State& state) {
  TextSink out;
  const auto each_unit = [&](auto write) {
    for (std::uint32_t i = 0; i < state.units().size(); ++i) write(out, state, core::UnitIndex{i});
  };
  const auto each_official = [&](auto write) {
    for (std::uint32_t i = 0; i < state.officials().size(); ++i)
      write(out, state, core::OfficialIndex{i});
  };
  const auto each_case = [&](auto write) {
    for (std::uint32_t i = 0; i < state.cases().size(); ++i) write(out, state, core::CaseIndex{i});
  };
  core::store::write_county(out, state);
  each_unit(core::store::write_unit);
  each_unit(core::store::write_aliases);
  each_official(core::store::write_official);
  each_official(core::store::write_oversees);
  each_case(core::store::write_case);
  const std::vector<const core::StatisticRow*> figures = core::latest_figures(state);
  for (std::size_t i = 0; i < figures.size(); ++i)
    core::store::write_statistic(out, *figures[i], i);
  return out.lines;
}

std::string stored(MemoryFile& file) {
  const MemoryVfs vfs(file);
  const Database database = raw(vfs);
  std::string all;
  for (const std::string_view list : kLists) all += rows_of(database, list);
  return all;
}

void tamper(MemoryFile& file, const std::string& sql) {
  const MemoryVfs vfs(file);
  const Database database = raw(vfs);
  std::string drop;
  std::string restore;
  auto listed =
      database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
  REQUIRE(listed.ok());
  Statement triggers = std::move(listed).value();
  for (;;) {
    const auto row = triggers.step();
    REQUIRE(row.ok());
    if (!row.value()) break;
    drop += "DROP TRIGGER " + std::string(triggers.text_at(0)) + ";";
    restore += std::string(triggers.text_at(1)) + ";";
  }
  REQUIRE(database.run(drop).ok());
  const core::Status done = database.run(sql);
  REQUIRE_MESSAGE(done.ok(), done.error().message);
  REQUIRE(database.run(restore).ok());
}

std::string ask(MemoryFile& file, const std::string& sql) {
  const MemoryVfs vfs(file);
  const Database database = raw(vfs);
  auto answer = database.words(sql);
  REQUIRE_MESSAGE(answer.ok(), sql);
  return std::move(answer).value();
}

}  // namespace test
