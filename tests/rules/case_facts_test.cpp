#include "core/rules/case_facts.h"

#include <doctest/doctest.h>

#include "core/model/memory_history.h"
#include "tests/rules/county.h"

using namespace core;
using namespace core::rules;
using test::County;
using test::day;

namespace {

CaseFacts read(const County& county, std::string_view on) {
  CaseFacts facts;
  REQUIRE(read_case(county.state(), county.index(), day(on), facts));
  return facts;
}

}  // namespace

TEST_CASE("case facts: a case is there from the day it was registered") {
  County county;
  county.about("case.registered", "2026-03-05", {{"unit", "T01"}, {"received_on", "2026-03-02"}});
  CaseFacts facts;
  CHECK_FALSE(read_case(county.state(), county.index(), day("2026-03-04"), facts));
  CHECK(read_case(county.state(), county.index(), day("2026-03-05"), facts));
  CHECK(facts.handlings.empty());
  CHECK(facts.episodes.size() == 1);
}

TEST_CASE("case facts: a retracted registration leaves no case") {
  County county;
  county.register_case("2026-03-02");
  county.about("case.forwarded", "2026-03-03", {{"unit", "T01"}});
  county.add("fact.retracted", "2026-03-04", {{"fact", "f8"}, {"reason", "重复"}});
  CaseFacts facts;
  CHECK_FALSE(read_case(county.state(), county.index(), day("2026-04-01"), facts));
}

TEST_CASE("case facts: later facts are not seen") {
  County county;
  county.register_case("2026-03-02");
  county.about("case.forwarded", "2026-03-03", {{"unit", "T02"}});
  county.about("case.accepted", "2026-03-09");
  const CaseFacts facts = read(county, "2026-03-08");
  REQUIRE(facts.handlings.size() == 1);
  CHECK_FALSE(facts.handlings[0].accepted.known());
  CHECK(facts.has(EventKind::Forwarded));
  CHECK_FALSE(facts.has(EventKind::Accepted));
}

TEST_CASE("case facts: turns follow the forwardings") {
  County county;
  county.register_case("2026-03-02");
  county.about("case.forwarded", "2026-03-03", {{"unit", "T01"}});

  SUBCASE("another unit begins another turn") {
    const FactRef passed = county.about("case.forwarded", "2026-03-10", {{"unit", "T02"}});
    const CaseFacts facts = read(county, "2026-03-12");
    REQUIRE(facts.handlings.size() == 2);
    CHECK(facts.handlings[0].ended.fact == passed);
    CHECK(facts.unit_now() == county.state().find_unit("T02"));
    CHECK(facts.unit_on(day("2026-03-09")) == county.state().find_unit("T01"));
    CHECK(facts.unit_on(day("2026-03-10")) == county.state().find_unit("T02"));
  }
  SUBCASE("the same unit again does not") {
    county.about("case.forwarded", "2026-03-10", {{"unit", "T01"}});
    CHECK(read(county, "2026-03-12").handlings.size() == 1);
  }
  SUBCASE("the same unit again after its objection does") {
    county.about("case.objected", "2026-03-05");
    county.about("case.forwarded", "2026-03-10", {{"unit", "T01"}});
    CHECK(read(county, "2026-03-12").handlings.size() == 2);
  }
}

TEST_CASE("case facts: what another unit says of itself in an old ledger is nobody's act") {
  MemoryHistory history;
  for (const Fact& each : test::county_facts()) history.add_trusted(each);
  const auto about = [&](std::string_view kind, std::string_view on, Fields fields) {
    fields.set("case", "A");
    history.add_trusted(test::fact(kind, on, std::move(fields)));
  };
  about("case.registered", "2026-03-02", {{"unit", "T01"}, {"received_on", "2026-03-02"}});
  about("case.forwarded", "2026-03-03", {{"unit", "T01"}});
  about("case.objected", "2026-03-05", {{"unit", "T02"}});
  about("case.notified", "2026-03-05", {{"unit", "T02"}});
  about("case.declined", "2026-03-05", {{"unit", "T02"}});
  // The day it goes over it is with both, in whatever order that was recorded.
  about("case.forwarded", "2026-03-10", {{"unit", "T02"}});
  about("case.objected", "2026-03-10", {{"unit", "T01"}});
  about("case.declined", "2026-03-11", {{"unit", "T01"}});
  about("case.notified", "2026-03-12", {{"unit", "T02"}});
  CaseFacts facts;
  REQUIRE(read_case(history.state(), history.state().find_case("A"), day("2026-03-12"), facts));
  REQUIRE(facts.handlings.size() == 2);
  CHECK(facts.handlings[0].objected.on == day("2026-03-10"));
  CHECK_FALSE(facts.handlings[0].notified.known());
  CHECK_FALSE(facts.handlings[0].declined.known());
  CHECK_FALSE(facts.handlings[1].objected.known());
  CHECK_FALSE(facts.handlings[1].declined.known());
  CHECK(facts.handlings[1].notified.on == day("2026-03-12"));
}

TEST_CASE("case facts: accepted before it was forwarded is one turn") {
  County county;
  county.register_case("2026-03-02");
  county.about("case.accepted", "2026-03-05");
  county.about("case.forwarded", "2026-03-06", {{"unit", "T02"}});
  const CaseFacts facts = read(county, "2026-03-12");
  REQUIRE(facts.handlings.size() == 1);
  CHECK(facts.handlings[0].unit == county.state().find_unit("T02"));
  CHECK(facts.handlings[0].accepting_unit == county.state().find_unit("T02"));
  CHECK(facts.handlings[0].accepted.on == day("2026-03-05"));
}

TEST_CASE("case facts: what a later lead does not say is as before") {
  County county;
  county.register_case("2026-03-02");
  county.about("lead.assigned", "2026-03-03",
               {{"level", "county_leader"},
                {"official", "leader"},
                {"unit_official", "head"},
                {"plan", "方案"},
                {"resolve_by", "2026-06-01"}});
  county.about("lead.handed_over", "2026-04-03", {{"level", "county_main"}, {"official", "main"}});
  const CaseFacts facts = read(county, "2026-05-01");
  REQUIRE(facts.leads.size() == 2);
  CHECK(facts.leads[1].level == LeadLevel::CountyMain);
  CHECK(facts.leads[1].unit_official == county.state().find_official("head"));
  CHECK(facts.leads[1].resolve_by == day("2026-06-01"));
  CHECK_FALSE(facts.leads[1].has_plan);
}

TEST_CASE("case facts: closing and reopening divide a case into episodes") {
  County county;
  county.register_case("2026-03-02");
  county.about("case.grounded", "2026-03-02", {{"ground", "city_listed"}});
  county.about("lead.assigned", "2026-03-03",
               {{"level", "county_portfolio"}, {"official", "leader"}});
  county.about("case.closed", "2026-04-01", {{"approver", "main"}});
  CHECK(read(county, "2026-04-02").closed());
  county.about("case.reopened", "2026-05-06");
  const CaseFacts facts = read(county, "2026-05-07");
  CHECK_FALSE(facts.closed());
  REQUIRE(facts.episodes.size() == 2);
  CHECK(facts.episodes[0].lead_count == 1);
  CHECK(facts.episodes[1].lead_count == 0);
  CHECK(facts.episodes[1].demanded_before == LeadLevel::CountyPortfolio);
  CHECK(facts.handlings.back().episode == 1);
}

TEST_CASE("case facts: a pause ends on its day or when the case is resumed") {
  County county;
  county.register_case("2026-03-02");
  county.about("case.suspended", "2026-03-09", {{"until", "2026-06-30"}, {"approver", "main"}});
  county.about("case.resumed", "2026-04-01");
  county.about("case.suspended", "2026-05-06", {{"until", "2026-05-31"}, {"approver", "main"}});
  const CaseFacts facts = read(county, "2026-12-01");
  REQUIRE(facts.pauses.size() == 2);
  CHECK(facts.pauses[0].last == day("2026-03-31"));
  CHECK(facts.pauses[1].last == day("2026-05-31"));
}

TEST_CASE("case facts: reports are ordered by the week they report on") {
  County county;
  county.register_case("2026-03-02");
  county.about("report.filed", "2026-03-20", {{"week", "2026-W12"}});
  county.about("report.filed", "2026-03-23", {{"week", "2026-W11"}});
  county.about("report.filed", "2026-03-16", {{"week", "2026-W11"}});
  const CaseFacts facts = read(county, "2026-04-01");
  REQUIRE(facts.reports.size() == 3);
  CHECK(facts.reports[0].filed.on == day("2026-03-16"));
  CHECK(facts.reports[1].filed.on == day("2026-03-23"));
  CHECK(facts.reports[2].monday == day("2026-03-16"));
}

TEST_CASE("case facts: what an old ledger holds and nobody could record now is no use to a duty") {
  MemoryHistory history;
  for (const Fact& each : test::county_facts()) history.add_trusted(each);
  const auto tell = [&history](std::string_view kind, std::string_view on, Fields fields) {
    fields.set("case", "A");
    history.add_trusted(test::fact(kind, on, std::move(fields)));
  };
  const auto known = [&history] {
    CaseFacts facts;
    REQUIRE(read_case(history.state(), history.state().find_case("A"), day("2026-04-01"), facts));
    return facts;
  };
  tell("case.registered", "2026-03-02", {{"unit", "T01"}});
  tell("case.accepted", "2026-03-03", {});

  SUBCASE("an extension of which the petitioner was not told") {
    tell("case.extended", "2026-03-20", {{"days", 30}, {"told", false}});
    CHECK_FALSE(known().handlings.back().extended.known());
    tell("case.extended", "2026-03-21", {{"days", 20}});
    CHECK(known().handlings.back().extended.on == day("2026-03-21"));
    CHECK(known().handlings.back().extension_days == 20);
  }
  SUBCASE("a report on a week that was still to come") {
    tell("report.filed", "2026-03-08", {{"week", "2026-W11"}});
    CHECK(known().reports.empty());
    tell("report.filed", "2026-03-09", {{"week", "2026-W11"}});
    CHECK(known().reports.size() == 1);
  }
}
