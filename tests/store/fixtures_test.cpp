// Files written by released versions of the program are opened for ever.
#include <doctest/doctest.h>

#include <string>

#include "core/store/ledger.h"
#include "tests/store/ledger_support.h"
#include "tests/support/data.h"

using core::ErrorCode;
using core::store::Ledger;
using core::store::MemoryFile;

namespace {

MemoryFile fixture(const std::string& name) {
  return MemoryFile(test::read_bytes(test::data_path("store/" + name)));
}

ErrorCode refusal_of(const std::string& name) {
  MemoryFile file = fixture(name);
  const auto opened = Ledger::open(file);
  REQUIRE_FALSE(opened.ok());
  return opened.error().code;
}

}  // namespace

TEST_CASE("fixtures: the ledger of every version opens, is in order and takes new facts") {
  for (const std::string name : {"v0001.zelian", "v0002.zelian", "v0003.zelian"}) {
    CAPTURE(name);
    MemoryFile file = fixture(name);
    const auto ledger = test::reopen(file);
    CHECK(ledger->state().county_name() == "青山县");
    CHECK(ledger->is_demo());
    CHECK(ledger->state().fact_count() == 12);
    CHECK(ledger->head_code() == "7CNG-5TV8-GFGT");
    const auto report = ledger->verify().value();
    CHECK_MESSAGE(report.ok, report.reason);
    const auto& state = ledger->state();
    CHECK(state.case_row(state.find_case("A")).people == 13);        // corrected
    CHECK_FALSE(state.case_row(state.find_case("B")).registered());  // retracted
    CHECK(state.statistics().size() == 1);
    CHECK(state.other_facts().size() == 1);
    test::record(*ledger, {test::on_case("case.answered", "A", "2026-10-05")});
    CHECK(ledger->verify().value().ok);
    CHECK(test::stored(file) == test::projected(test::reopen(file)->state()));
  }
}

TEST_CASE("fixtures: an older ledger is brought up before it is verified") {
  MemoryFile file = fixture("v0001.zelian");
  const auto report = Ledger::verify_file(file).value();
  CHECK_MESSAGE(report.ok, report.reason);
  CHECK(report.facts == 12);
}

TEST_CASE("fixtures: a damaged older ledger is refused and left as it was") {
  MemoryFile file = fixture("v0001.zelian");
  test::tamper(file, "DELETE FROM fact WHERE position = 5");
  const std::string before(file.bytes());
  const auto opened = Ledger::open(file);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code == ErrorCode::StorageCorrupt);
  CHECK(file.bytes() == before);
}

TEST_CASE("fixtures: what must be refused is refused for its reason") {
  CHECK(refusal_of("too_new.zelian") == ErrorCode::StorageTooNew);
  CHECK(refusal_of("foreign.zelian") == ErrorCode::StorageForeign);
  CHECK(refusal_of("truncated.zelian") == ErrorCode::StorageCorrupt);
}

// Run by hand (--no-skip) when a new version is released: adds a file, replaces none.
TEST_CASE("fixtures: write the newest version" * doctest::skip()) {
  MemoryFile file;
  const auto ledger = test::new_ledger(file, /*demo=*/true);
  test::record(*ledger, test::small_county());
  test::record(*ledger, {test::register_case("B", "T02"),
                         test::on_case("case.accepted", "A", "2026-09-05", {{"unit", "T01"}}),
                         test::fact("statistics.recorded", "2026-11-01",
                                    {{"unit", "T01"},
                                     {"period", "2026-10"},
                                     {"indicator", "accept_on_time"},
                                     {"numerator", 9},
                                     {"denominator", 10}}),
                         test::fact("kite.flown", "2026-11-02", {{"height", 12}})});
  test::record(*ledger,
               {test::corrected(ledger->state().fact_id(core::FactRef{6}), {{"people", 13}}),
                test::retracted(ledger->state().fact_id(core::FactRef{7}))});
  test::write_bytes(test::data_path("store/v0003.zelian"), std::string(file.bytes()));
  MESSAGE(ledger->head_code());
}
