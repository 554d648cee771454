#include "core/store/migrate.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "core/store/memory_vfs.h"

using core::EmbeddedFile;
using core::ErrorCode;
using core::Status;
using core::store::check_schema;
using core::store::Database;
using core::store::known_schemas;
using core::store::MemoryFile;
using core::store::MemoryVfs;
using core::store::migrate;
using core::store::migrations;
using core::store::schema_fingerprint;

namespace {

/// A database in memory that lives as long as it does.
struct Scratch {
  MemoryFile file;
  MemoryVfs vfs{file};
  Database database;

  Scratch() {
    auto opened = Database::open({"scratch", vfs.name(), false}, Database::Opening::New);
    REQUIRE(opened.ok());
    database = std::move(opened).value();
  }

  std::int64_t number(const std::string& sql) const {
    const auto answer = database.number(sql);
    REQUIRE(answer.ok());
    return answer.value();
  }

  void run(const std::string& sql) const { REQUIRE(database.run(sql).ok()); }
};

}  // namespace

TEST_CASE("migrate: files are numbered without gaps") {
  int expected = 1;
  for (const EmbeddedFile& step : migrations()) {
    CHECK(std::stoi(std::string(step.name.substr(0, 4))) == expected++);
    CHECK(step.content.substr(0, 8) == "-- " + std::string(step.name.substr(0, 4)) + " ");
  }
}

TEST_CASE("migrate: an empty file reaches the newest version, and stays there") {
  const Scratch scratch;
  REQUIRE(migrate(scratch.database).ok());
  CHECK(scratch.number("PRAGMA user_version") == static_cast<std::int64_t>(migrations().size()));
  CHECK(migrate(scratch.database).ok());
  CHECK(check_schema(scratch.database, migrations().size()).ok());
}

TEST_CASE("migrate: a newer file is refused and left alone") {
  const Scratch scratch;
  scratch.run("PRAGMA user_version = 999");
  const Status status = migrate(scratch.database);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == ErrorCode::StorageTooNew);
  CHECK(scratch.number("PRAGMA user_version") == 999);
  CHECK(scratch.number("SELECT count(*) FROM sqlite_schema") == 0);
}

TEST_CASE("migrate: a step that fails leaves the version before it") {
  const Scratch scratch;
  const std::array<EmbeddedFile, 2> steps = {
      EmbeddedFile{"0001_good.sql", "CREATE TABLE a (x);"},
      EmbeddedFile{"0002_bad.sql", "CREATE TABLE b (x); nonsense;"},
  };
  const Status status = migrate(scratch.database, steps);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().message.find("0002_bad.sql") != std::string::npos);
  CHECK(scratch.number("PRAGMA user_version") == 1);
  CHECK(scratch.number("SELECT count(*) FROM sqlite_schema WHERE name = 'a'") == 1);
  CHECK(scratch.number("SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0);
}

TEST_CASE("migrate: steps inside an open transaction go with it") {
  const Scratch scratch;
  scratch.run("BEGIN");
  REQUIRE(migrate(scratch.database).ok());
  scratch.run("ROLLBACK");
  CHECK(scratch.number("PRAGMA user_version") == 0);
  CHECK(scratch.number("SELECT count(*) FROM sqlite_schema") == 0);
}

TEST_CASE("migrate: a step added later brings an older file up") {
  const Scratch scratch;
  REQUIRE(migrate(scratch.database).ok());
  std::vector<EmbeddedFile> steps(migrations().begin(), migrations().end());
  steps.push_back({"9999_later.sql", "CREATE TABLE later (x);"});
  REQUIRE(migrate(scratch.database, steps).ok());
  CHECK(scratch.number("PRAGMA user_version") == static_cast<std::int64_t>(steps.size()));
}

TEST_CASE("check schema: what the migrations make is known by its fingerprint") {
  REQUIRE(known_schemas().size() == migrations().size());
  for (std::size_t version = 1; version <= migrations().size(); ++version) {
    const Scratch scratch;
    REQUIRE(migrate(scratch.database, migrations().first(version)).ok());
    CHECK(schema_fingerprint(scratch.database).value() == known_schemas()[version - 1]);
  }
}

TEST_CASE("check schema: changes to what we rely on are found, additions are not minded") {
  const Scratch scratch;
  REQUIRE(migrate(scratch.database).ok());
  const auto verdict = [&] { return check_schema(scratch.database, migrations().size()).ok(); };
  SUBCASE("a missing trigger") {
    scratch.run("DROP TRIGGER fact_block_is_not_deleted");
    CHECK_FALSE(verdict());
  }
  SUBCASE("a trigger that does something else") {
    scratch.run("DROP TRIGGER fact_block_is_not_deleted");
    scratch.run(
        "CREATE TRIGGER fact_block_is_not_deleted BEFORE DELETE ON fact_block BEGIN SELECT 1; END");
    CHECK_FALSE(verdict());
  }
  SUBCASE("a new trigger") {
    scratch.run("CREATE TRIGGER mine AFTER INSERT ON fact_block BEGIN SELECT 1; END");
    CHECK_FALSE(verdict());
  }
  SUBCASE("a missing table") {
    scratch.run("DROP TABLE statistic");
    CHECK_FALSE(verdict());
  }
  SUBCASE("a new column") {
    scratch.run("ALTER TABLE county ADD COLUMN colour TEXT");
    CHECK_FALSE(verdict());
  }
  SUBCASE("an index, a view, a table of somebody's own") {
    scratch.run("CREATE INDEX mine ON case_record (number)");
    scratch.run("CREATE VIEW open_case AS SELECT * FROM case_record");
    scratch.run("CREATE TABLE note (x)");
    CHECK(verdict());
  }
}
