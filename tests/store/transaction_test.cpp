// Transactions in steps: begin, append, commit, rollback.
#include <doctest/doctest.h>

#include <string>

#include "core/store/ledger.h"
#include "tests/store/ledger_support.h"

using core::ErrorCode;
using core::Fact;
using core::FactRef;
using core::Subject;
using core::store::Ledger;
using core::store::MemoryFile;
using test::day;
using test::occasion;
using test::on_case;
using test::record;
using test::register_case;

namespace {

std::size_t facts_on_case(const Ledger& ledger, std::string_view number) {
  return ledger.facts_of({Subject::Kind::Case, std::string(number)}).size();
}

}  // namespace

TEST_CASE("ledger: a transaction in steps shows facts at once and keeps them at commit") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  REQUIRE(ledger->begin(occasion()).ok());
  std::uint32_t expected = 2;
  for (const Fact& fact : test::small_county()) {
    const auto taken = ledger->append(fact);
    REQUIRE(taken.ok());
    CHECK(taken.value().position == expected++);
  }
  CHECK(ledger->state().find_case("A").known());
  CHECK(facts_on_case(*ledger, "A") == 1);
  REQUIRE(ledger->commit().ok());
  CHECK(test::reopen(file)->state().find_case("A").known());
  CHECK(test::ask(file, "SELECT count(*) FROM batch") == "2");
}

TEST_CASE("ledger: rollback takes everything back") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  const std::string before = test::projected(ledger->state());
  const std::string head = ledger->head_code();
  REQUIRE(ledger->begin(occasion()).ok());
  REQUIRE(ledger->append(register_case("B", "T01")).ok());
  REQUIRE(ledger->append(test::retracted(ledger->state().fact_id(FactRef{6}))).ok());
  CHECK(test::projected(ledger->state()) != before);
  REQUIRE(ledger->rollback().ok());
  CHECK(test::projected(ledger->state()) == before);
  CHECK(ledger->head_code() == head);
  CHECK(facts_on_case(*ledger, "B") == 0);
  CHECK(test::stored(file) == before);
  record(*ledger, {register_case("B", "T02")});
  CHECK(ledger->verify().value().ok);
}

TEST_CASE("ledger: calls out of turn are refused") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  CHECK(ledger->append(register_case("A", "T01")).error().code == ErrorCode::InvalidInput);
  CHECK_FALSE(ledger->commit().ok());
  CHECK_FALSE(ledger->rollback().ok());
  CHECK_FALSE(ledger->begin({"", "2026-11-23T09:00:00", day("2026-11-23")}).ok());
  REQUIRE(ledger->begin(occasion()).ok());
  CHECK_FALSE(ledger->begin(occasion()).ok());
  CHECK_FALSE(ledger->record({}, occasion()).ok());
  CHECK_FALSE(ledger->verify().ok());
  CHECK_FALSE(ledger->append(test::retracted("nobody-7")).ok());
  CHECK_FALSE(ledger->append(Fact{"kite.flown", {}, "", {}}).ok());
  CHECK(ledger->append(test::unit("T01", "青山镇")).ok());
  REQUIRE(ledger->commit().ok());
  CHECK(ledger->state().fact_count() == 2);
  CHECK(ledger->verify().value().ok);
}

TEST_CASE("ledger: an empty batch changes nothing") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  const std::string before(file.bytes());
  record(*ledger, {});
  CHECK(file.bytes() == before);
}

TEST_CASE("ledger: writes much in one transaction, and finds it equal to a replay") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  REQUIRE(ledger->begin(occasion()).ok());
  for (int i = 0; i < 3000; ++i) {
    const std::string number = "N" + std::to_string(i);
    REQUIRE(ledger->append(register_case(number, "T01")).ok());
    for (const char* kind : {"case.forwarded", "case.accepted", "case.answered"})
      REQUIRE(ledger->append(on_case(kind, number, "2026-09-05", {{"unit", "T02"}})).ok());
  }
  // Cases whose rows went to the file long ago.
  for (int i = 0; i < 3000; i += 7)
    REQUIRE(ledger->append(on_case("case.closed", "N" + std::to_string(i), "2026-10-01")).ok());
  REQUIRE(ledger->commit().ok());
  const auto report = ledger->verify().value();
  CHECK_MESSAGE(report.ok, report.reason);
  CHECK(report.facts == ledger->state().fact_count());
}
