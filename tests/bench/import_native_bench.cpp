// Imports an export through the desk, or inserts its cells as they are: the limit it is held
// against.
//   import_native_bench write CSV ROWS    the export
//   import_native_bench ours CSV LEDGER   first import and the same again, duties after each
//   import_native_bench raw CSV DATABASE  prepared INSERT of the parsed cells, one transaction

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/desk.h"
#include "core/intake/readers/table_reader.h"
#include "tests/bench/ledger_text.h"
#include "tests/bench/measure.h"

namespace {

constexpr std::size_t kColumns = 20;

class ExportDay : public core::app::Clock {
 public:
  core::Date today() const override { return bench::export_day(); }
  std::string now() const override { return core::to_string(today()) + "T08:00:00"; }
};

void write(const std::string& path, int rows) {
  const std::string text = bench::ledger_csv(rows);
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  bench::require(file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size(),
                 "cannot write " + path);
  std::fclose(file);
}

/// One import with the duties that follow; the counts of the log.
core::Fields import_once(core::app::Desk& desk, const std::string& path) {
  std::int64_t duties = 0;
  const double time = bench::milliseconds_of([&] {
    std::vector<core::intake::ImportFile> files(1);
    files[0].name = "export.csv";
    files[0].bytes = bench::read_bytes(path);
    bench::require(desk.begin_import(std::move(files), false).ok(), "the import did not begin");
    for (bool more = true; more;) {
      const core::Result<bool> step = desk.step_import(20'000);
      bench::require(step.ok(), step.ok() ? std::string() : step.error().message);
      more = step.value();
    }
    duties = static_cast<std::int64_t>(desk.findings().duties.size());
  });
  const core::intake::FileLog& log = desk.import_log().files.at(0);
  bench::require(log.error.empty(), log.error);
  return {{"milliseconds", time},
          {"rows", log.rows},
          {"added", log.added},
          {"unchanged", log.unchanged},
          {"refused", log.refused},
          {"masked", log.scrubbed.name + log.scrubbed.phone + log.scrubbed.id},
          {"duties", duties}};
}

void ours(const std::string& csv, const std::string& path) {
  const ExportDay clock;
  std::remove(path.c_str());
  const core::store::Occasion occasion{"bench", clock.now(), clock.today()};
  auto ledger = core::store::Ledger::create(path, "青山县", /*demo=*/false, occasion);
  bench::require(ledger.ok(), "the ledger cannot be made");
  core::app::Desk desk(std::move(ledger).value(), clock, "bench");
  const auto refusals = desk.record(bench::unit_facts());
  bench::require(refusals.ok() && refusals.value().empty(), "the units were refused");
  core::Fields first = import_once(desk, csv);
  const std::int64_t peak = bench::peak_memory();
  core::Fields again = import_once(desk, csv);
  bench::print({{"first", std::move(first)},
                {"again", std::move(again)},
                {"facts", static_cast<std::int64_t>(desk.state().fact_count())},
                {"ledger_bytes", static_cast<std::int64_t>(desk.ledger().size())},
                {"peak_bytes", peak},
                {"peak_bytes_again", bench::peak_memory()}});
}

/// Every cell of the export, parsed; `texts` keeps them.
struct Cells {
  explicit Cells(std::string_view bytes) {
    auto reader = core::intake::open_table(bytes, "export.csv");
    bench::require(reader.ok() && reader.value()->open_sheet(0).ok(), "the export cannot be read");
    core::intake::Row row;
    while (reader.value()->next(row).value()) {
      bench::require(row.cells.size() <= kColumns, "a row has more than 20 cells");
      for (std::size_t column = 0; column < kColumns; ++column) {
        starts.push_back(texts.size());
        if (column < row.cells.size()) texts += row.cells[column].text;
      }
    }
    starts.push_back(texts.size());
  }
  std::size_t rows() const { return (starts.size() - 1) / kColumns; }

  std::string texts;
  std::vector<std::size_t> starts;
};

sqlite3_stmt* prepare_insert(sqlite3* database) {
  std::string columns = "c0", marks = "?";
  for (std::size_t i = 1; i < kColumns; ++i) {
    columns += fmt::format(",c{}", i);
    marks += ",?";
  }
  const std::string setup = fmt::format(
      "PRAGMA page_size=8192;PRAGMA cache_size=-262144;PRAGMA locking_mode=EXCLUSIVE;"
      "PRAGMA journal_mode=OFF;PRAGMA synchronous=OFF;CREATE TABLE t({});",
      columns);
  sqlite3_stmt* insert = nullptr;
  const std::string sql = fmt::format("INSERT INTO t VALUES({})", marks);
  const bool ready =
      sqlite3_exec(database, setup.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK &&
      sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &insert, nullptr) ==
          SQLITE_OK;
  bench::require(ready, "the database cannot be made");
  return insert;
}

void insert_all(sqlite3* database, sqlite3_stmt* insert, const Cells& cells) {
  sqlite3_exec(database, "BEGIN", nullptr, nullptr, nullptr);
  for (std::size_t row = 0; row < cells.rows(); ++row) {
    for (std::size_t column = 0; column < kColumns; ++column) {
      const std::size_t cell = row * kColumns + column;
      sqlite3_bind_text(
          insert, static_cast<int>(column + 1), cells.texts.data() + cells.starts[cell],
          static_cast<int>(cells.starts[cell + 1] - cells.starts[cell]), SQLITE_STATIC);
    }
    bench::require(sqlite3_step(insert) == SQLITE_DONE, "a row was not inserted");
    sqlite3_reset(insert);
  }
  sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
}

void raw(const std::string& csv, const std::string& path) {
  const Cells cells(bench::read_bytes(csv));
  std::remove(path.c_str());
  sqlite3* database = nullptr;
  bench::require(sqlite3_open(path.c_str(), &database) == SQLITE_OK, "the database cannot be made");
  sqlite3_stmt* const insert = prepare_insert(database);
  const double time = bench::milliseconds_of([&] { insert_all(database, insert, cells); });
  sqlite3_finalize(insert);
  sqlite3_close(database);
  bench::print({{"milliseconds", time}, {"rows", static_cast<std::int64_t>(cells.rows())}});
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  bench::require(words.size() == 3,
                 "import_native_bench write CSV ROWS | ours CSV LEDGER | raw CSV DATABASE");
  if (words[0] == "write") write(words[1], std::stoi(words[2]));
  if (words[0] == "ours") ours(words[1], words[2]);
  if (words[0] == "raw") raw(words[1], words[2]);
}
