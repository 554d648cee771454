// What stands beside a duty: facts as they hold now, and forms filled in from them.

#include "web/models/duty_detail.h"

#include <doctest/doctest.h>

#include "tests/web/desk_fixture.h"
#include "web/screens/fact_shelf.h"

using core::rules::RuleId;
using web::DutyDetail;

namespace {

constexpr std::string_view kA = "511720260800000127";

struct Details {
  test::DeskFixture fixture;

  /// Corrects the newest fact of this kind on the case.
  void correct(std::string_view kind, std::string_view with) {
    core::app::Desk& desk = fixture.desk();
    for (const core::RecordedFact& fact :
         desk.ledger().facts_of({core::Subject::Kind::Case, std::string(kA)}))
      if (fact.fact.kind == kind) last_ = fact.id;
    fixture.record(R"({"kind":"fact.corrected","on":"2026-11-23","reason":"录错","fact":")" +
                   last_ + R"(","with":)" + std::string(with) + "}");
  }
  DutyDetail detail(RuleId rule) {
    core::app::Desk& desk = fixture.desk();
    for (const core::rules::DutyRow& row : desk.findings().duties) {
      if (row.rule != rule || desk.state().case_text(row.case_index).number != kA) continue;
      web::FactShelf shelf(desk);
      return duty_detail(shelf.sources(), row);
    }
    FAIL("no such duty");
    return {};
  }

 private:
  std::string last_;
};

}  // namespace

TEST_CASE("duty detail: counts and quotes facts as corrected, however often") {
  Details details;
  CHECK(details.detail(RuleId::Answer).counting.find("9月1日受理") == 0);
  details.correct("case.accepted", R"({"on":"2026-09-02"})");
  details.correct("case.accepted", R"({"on":"2026-09-03"})");
  const DutyDetail detail = details.detail(RuleId::Answer);
  CHECK(detail.counting.find("9月3日受理") == 0);
  REQUIRE_FALSE(detail.facts.empty());
  CHECK(detail.facts.front().day == "9月3日");
}

TEST_CASE("duty detail: a lead assigned anew is filled in from the lead as corrected") {
  Details details;
  details.fixture.record(
      R"({"kind":"lead.assigned","on":"2026-11-20","case":"511720260800000127","level":"county_portfolio","official":"L1","resolve_by":"2026-12-31"})");
  details.correct("lead.assigned", R"({"resolve_by":"2027-01-15","level":"county_main"})");
  details.correct("lead.assigned", R"({"resolve_by":"2027-01-20"})");
  const DutyDetail detail = details.detail(RuleId::Plan);
  REQUIRE(detail.steps.size() == 1);
  CHECK(detail.steps.front().given.text("resolve_by") == "2027-01-20");
  CHECK(detail.steps.front().given.text("level") == "county_main");
}

TEST_CASE("duty detail: an objection may be made, nobody owes it") {
  Details details;
  CHECK(details.detail(RuleId::Objection).sentence == "可于2026年9月1日前提出异议，没有提出");
}
