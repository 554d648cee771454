#include "core/store/projections.h"

#include <doctest/doctest.h>

#include <string>

#include "core/model/memory_history.h"
#include "core/store/ledger.h"
#include "tests/store/history_support.h"
#include "tests/store/ledger_support.h"

using core::FactRef;
using core::Fields;
using core::MemoryHistory;
using core::RecordedFact;
using core::store::MemoryFile;
using test::ask;
using test::on_case;
using test::record;

namespace {

std::string prefix_of(const core::store::Ledger& ledger) {
  const std::string id = ledger.state().fact_id(FactRef{1});
  return id.substr(0, id.find('-') + 1);
}

/// The facts of a ledger, folded one by one in memory: knows no file and no transaction.
std::string replayed(const core::store::Ledger& ledger) {
  MemoryHistory history(prefix_of(ledger));
  REQUIRE(ledger.each_fact([&](const RecordedFact& fact) { history.add_trusted(fact.fact); }).ok());
  return test::projected(history.state());
}

}  // namespace

TEST_CASE("projections: columns say what the facts say, in the contract's words") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  record(*ledger, {on_case("case.accepted", "A", "2026-09-05", {{"unit", "T02"}}),
                   on_case("lead.assigned", "A", "2026-09-07",
                           {{"level", "county_main"},
                            {"official", "L1"},
                            {"unit_official", "U1"},
                            {"plan", "先易后难"},
                            {"resolve_by", "2026-12-01"}}),
                   on_case("case.grounded", "A", "2026-09-06", {{"ground", "beijing_visit"}})});
  CHECK(ask(file,
            "SELECT number || received_on || form || purpose || people || collective || "
            "petitioner FROM case_record") == "A2026-09-01visitappeal121张某");
  CHECK(ask(file, "SELECT code FROM unit JOIN case_record USING (unit_id)") == "T01");
  CHECK(ask(file,
            "SELECT group_concat(kind, ' ') FROM (SELECT kind FROM case_event "
            "ORDER BY case_event_id)") == "case.accepted case.grounded lead.assigned");
  CHECK(ask(file, "SELECT code FROM case_event WHERE kind = 'case.grounded'") == "beijing_visit");
  CHECK(ask(file, "SELECT code || number || until FROM case_event WHERE kind = 'lead.assigned'") ==
        "county_main12026-12-01");
  CHECK(ask(file, "SELECT key FROM official JOIN case_event USING (official_id)") == "L1");
  CHECK(ask(file,
            "SELECT key FROM official JOIN case_event ON unit_official_id = "
            "official.official_id") == "U1");
  CHECK(ask(file, "SELECT rank FROM official WHERE key = 'U1'") == "unit_main");
  CHECK(ask(file, "SELECT type || unit_group || registered_on FROM unit WHERE code = 'T02'") ==
        "townshiptownship2026-01-01");
  CHECK(ask(file, "SELECT name FROM county") == "青山县");
  CHECK(ask(file, "SELECT fact.kind FROM fact JOIN case_record USING (position)") ==
        "case.registered");
}

TEST_CASE("projections: flags, ratings and numbers of events") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  REQUIRE(ledger->begin(test::occasion()).ok());
  for (const core::Fact& fact :
       {on_case("case.flagged", "A", "2026-09-02",
                {{"key", true}, {"grave", false}, {"fourfold", core::List{"person"}}}),
        on_case("case.rated", "A", "2026-09-03", {{"party", "unit"}, {"rating", "fair"}}),
        on_case("case.extended", "A", "2026-09-04", {{"days", 30}}),
        on_case("report.filed", "A", "2026-09-11", {{"week", "2026-W37"}, {"progress", 40}}),
        on_case("report.filed", "A", "2026-09-18", {{"week", "2026-W38"}})})
    REQUIRE(ledger->append(fact).ok());
  REQUIRE(ledger->commit().ok());
  const auto of = [&](const std::string& columns, const std::string& kind) {
    return ask(file, "SELECT " + columns + " FROM case_event WHERE kind = '" + kind + "'");
  };
  CHECK(of("code", "case.flagged") == "key,-grave,person");
  CHECK(of("code || party", "case.rated") == "fairunit");
  CHECK(of("number", "case.extended") == "30");
  CHECK(of("until || number", "report.filed") == "2026-09-0740");
  CHECK(of("count(*)", "report.filed' AND number IS NULL AND '' = '") == "1");
  CHECK(ledger->verify().value().ok);
}

TEST_CASE("projections: random histories give the same rows as a replay, however recorded") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    MemoryFile file;
    auto ledger = test::new_ledger(file);
    test::HistoryMaker maker(seed, prefix_of(*ledger), 1);
    for (int step = 0; step < 60; ++step) {
      REQUIRE(ledger->begin(test::occasion()).ok());
      const std::string before = test::projected(ledger->state());
      for (auto left = 1 + maker.pick(7); left > 0; --left)
        REQUIRE(ledger->append(maker.next()).ok());
      if (maker.pick(5) == 0) {
        REQUIRE(ledger->rollback().ok());
        CHECK(test::projected(ledger->state()) == before);
        maker.recorded(ledger->state().fact_count());
      } else {
        REQUIRE(ledger->commit().ok());
      }
      if (maker.pick(10) == 0) {
        ledger.reset();
        ledger = test::reopen(file);
      }
    }
    const std::string rows = test::projected(ledger->state());
    CHECK(replayed(*ledger) == rows);
    CHECK(test::stored(file) == rows);
    const auto report = ledger->verify().value();
    CHECK_MESSAGE(report.ok, report.reason);
    CHECK(test::projected(test::reopen(file)->state()) == rows);
  }
}

TEST_CASE("projections: one batch and one by one give the same facts, rows and chain") {
  MemoryFile one;
  MemoryFile many;
  const auto whole = test::new_ledger(one);
  const auto steps = test::new_ledger(many);
  test::HistoryMaker maker(99, prefix_of(*whole), 1);
  REQUIRE(whole->begin(test::occasion()).ok());
  for (int i = 0; i < 400; ++i) {
    const core::Fact fact = maker.next();
    REQUIRE(whole->append(fact).ok());
    REQUIRE(steps->begin(test::occasion()).ok());
    REQUIRE(steps->append(fact).ok());
    REQUIRE(steps->commit().ok());
  }
  REQUIRE(whole->commit().ok());
  CHECK(whole->head_code() == steps->head_code());
  CHECK(test::stored(one) == test::stored(many));
}
