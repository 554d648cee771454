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

TEST_CASE("fixtures: the first version's ledger opens, is in order and takes new facts") {
  MemoryFile file = fixture("v0001.zelian");
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
}

TEST_CASE("fixtures: what must be refused is refused for its reason") {
  CHECK(refusal_of("too_new.zelian") == ErrorCode::StorageTooNew);
  CHECK(refusal_of("foreign.zelian") == ErrorCode::StorageForeign);
  CHECK(refusal_of("truncated.zelian") == ErrorCode::StorageCorrupt);
}

// Run by hand (--no-skip) when a new version is released: adds a file, replaces none.
TEST_CASE("fixtures: write v0001 again" * doctest::skip()) {
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
  const auto save = [](const std::string& name, std::string bytes) {
    test::write_bytes(test::data_path("store/" + name), bytes);
  };
  const std::string good(file.bytes());
  save("v0001.zelian", good);
  std::string bytes = good;
  bytes[63] = '\x63';  // user_version 99
  save("too_new.zelian", bytes.substr(0, MemoryFile::kPageBytes));
  bytes = good;
  bytes[68] = 'X';  // application_id
  save("foreign.zelian", bytes.substr(0, MemoryFile::kPageBytes));
  save("truncated.zelian", good.substr(0, MemoryFile::kPageBytes * 2 + 100));
  MESSAGE(ledger->head_code());
}
