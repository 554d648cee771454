#include "core/app/effective_fact.h"

#include <doctest/doctest.h>

#include "tests/web/desk_fixture.h"

using core::FactRef;
using core::RecordedFact;
using core::Result;

namespace {

struct Ledger {
  test::DeskFixture fixture;

  FactRef record(std::string_view json) {
    fixture.record(json);
    return {fixture.desk().state().fact_count()};
  }
  void amend(std::string_view kind, FactRef ref, std::string_view more) {
    fixture.record(R"({"on":"2026-11-23","reason":"录错","kind":")" + std::string(kind) +
                   R"(","fact":")" + fixture.desk().state().fact_id(ref) + "\"" +
                   std::string(more) + "}");
  }
  Result<RecordedFact> now(FactRef ref) {
    return core::app::effective_fact(fixture.desk().ledger(), ref);
  }
};

}  // namespace

TEST_CASE("effective fact: every correction counts, one after the other") {
  Ledger ledger;
  const FactRef report = ledger.record(
      R"({"kind":"report.filed","on":"2026-11-20","case":"511720261100000211","week":"2026-W47","progress":20,"work":"接谈"})");
  CHECK(ledger.now(report).value().fact.fields.integer("progress") == 20);
  ledger.amend("fact.corrected", report, R"(,"with":{"progress":30})");
  ledger.amend("fact.corrected", report, R"(,"with":{"work":null,"on":"2026-11-19"})");
  const Result<RecordedFact> held = ledger.now(report);
  REQUIRE(held.ok());
  CHECK(held.value().fact.fields.integer("progress") == 30);
  CHECK(held.value().fact.fields.find("work") == nullptr);
  CHECK(held.value().fact.on == *core::make_date(2026, 11, 19));
  CHECK(held.value().ref == report);
}

TEST_CASE("effective fact: what was taken back, never was or only amends is none") {
  Ledger ledger;
  const FactRef given = ledger.record(
      R"({"kind":"case.forwarded","on":"2026-11-20","case":"511720261100000211","unit":"T01"})");
  ledger.amend("fact.retracted", given, "");
  const FactRef last{ledger.fixture.desk().state().fact_count()};
  for (const FactRef ref : {given, last, FactRef{last.position + 1}, FactRef{}})
    CHECK(ledger.now(ref).error().code == core::ErrorCode::NotFound);
}

TEST_CASE("effective fact: facts on no case are corrected too") {
  Ledger ledger;
  const FactRef talk = ledger.record(
      R"({"kind":"official.appointed","on":"2026-01-04","official":"L2","name":"安平","rank":"county_leader"})");
  ledger.amend("fact.corrected", talk, R"(,"with":{"post":"副县长"})");
  CHECK(ledger.now(talk).value().fact.fields.text("post") == "副县长");
}

TEST_CASE("effective fact: of an accusation the content is left out") {
  Ledger ledger;
  const FactRef given = ledger.record(
      R"({"kind":"case.registered","on":"2026-11-19","case":"J1","unit":"D01","received_on":"2026-11-19","purpose":"appeal","title":"举报某人","summary":"秘密内容","petitioner":"赵某"})");
  CHECK(ledger.now(given).value().fact.fields.text("title") == "举报某人");
  ledger.amend("fact.corrected", given, R"(,"with":{"purpose":"accusation"})");
  const Result<RecordedFact> held = ledger.now(given);
  REQUIRE(held.ok());
  CHECK(held.value().fact.fields.text("unit") == "D01");
  for (const char* name : {"title", "summary", "petitioner"})
    CHECK(held.value().fact.fields.find(name) == nullptr);
}
