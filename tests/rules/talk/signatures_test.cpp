#include "core/rules/talk/signatures.h"

#include <doctest/doctest.h>

#include "core/model/memory_history.h"
#include "tests/rules/measure_county.h"

using namespace core;
using namespace core::rules;
using test::day;
using test::MeasureCounty;

namespace {

/// A talk with head and deputy of T01 and with T02, held on 2026-11-10.
class Talk : public MeasureCounty {
 public:
  explicit Talk(bool units_said = true) {
    open_talk("Y1", "2026-11-02", "screening_poor", {"T01", "T02"});
    add("talk.group_formed", "2026-11-03", {{"talk", "Y1"}, {"leader", "副县长"}});
    List targets;
    for (const auto& [official, unit] :
         {std::pair{"head", "T01"}, std::pair{"deputy", "T01"}, std::pair{"other", "T02"}})
      targets.emplace_back(units_said ? Fields{{"official", official}, {"unit", unit}}
                                      : Fields{{"official", official}});
    add("official.appointed", "2026-01-04",
        {{"official", "other"}, {"name", "other"}, {"rank", "unit_main"}, {"unit", "T02"}});
    add("talk.targets_set", "2026-11-04", {{"talk", "Y1"}, {"targets", targets}});
    add("talk.notified", "2026-11-05", {{"talk", "Y1"}});
    add("talk.held", "2026-11-10", {{"talk", "Y1"}});
  }

  void sign(std::string_view on, std::string_view side, std::string_view official = {},
            bool refused = false) {
    Fields fields{{"talk", "Y1"}, {"side", side}};
    if (!official.empty()) fields.set("official", official);
    if (refused) fields.set("refused", true);
    add("talk.signed", on, fields);
  }

  MeasureFacts facts(std::string_view on) const {
    MeasureFacts found;
    const MeasureIndex index = state().find_measure(Subject::Kind::Talk, "Y1");
    REQUIRE(read_measure(state(), index, day(on), found));
    return found;
  }

  std::vector<std::string> parties(std::string_view on, bool per_official) const {
    std::vector<std::string> lines;
    for (const TalkParty& each : parties_of(facts(on), state(), per_official)) {
      std::string line = state().unit(each.unit).code;
      if (each.official.known()) line += " " + state().official(each.official).key;
      lines.push_back(line + " " + to_string(each.signed_on.on));
    }
    return lines;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("signatures: a party is a unit, or an official where each answers for himself") {
  const Talk talk;
  CHECK(talk.parties("2026-11-10", false) == Lines{"T01 ", "T02 "});
  CHECK(talk.parties("2026-11-10", true) == Lines{"T01 head ", "T01 deputy ", "T02 other "});
}

TEST_CASE("signatures: one side alone has not signed") {
  Talk office;
  office.sign("2026-11-10", "office");
  CHECK(office.parties("2026-11-30", false) == Lines{"T01 ", "T02 "});
  Talk target;
  target.sign("2026-11-10", "target");
  CHECK(target.parties("2026-11-30", false) == Lines{"T01 ", "T02 "});
  CHECK_FALSE(signed_by_all(target.facts("2026-11-30"), target.state()).known());
}

TEST_CASE("signatures: the later of the two sides counts, for each party by itself") {
  Talk talk;
  talk.sign("2026-11-11", "office");
  talk.sign("2026-11-10", "target", "head");
  talk.sign("2026-11-13", "target", "other");
  talk.sign("2026-11-16", "target", "deputy");
  CHECK(talk.parties("2026-11-13", true) ==
        Lines{"T01 head 2026-11-11", "T01 deputy ", "T02 other 2026-11-13"});
  CHECK_FALSE(signed_by_all(talk.facts("2026-11-13"), talk.state()).known());
  CHECK(signed_by_all(talk.facts("2026-11-16"), talk.state()).on == day("2026-11-16"));
}

TEST_CASE("signatures: a unit has signed when every one of its officials talked to has") {
  Talk talk;
  talk.sign("2026-11-11", "office");
  talk.sign("2026-11-10", "target", "head");
  talk.sign("2026-11-13", "target", "other");
  talk.sign("2026-11-16", "target", "deputy", true);
  CHECK(talk.parties("2026-11-12", false) == Lines{"T01 ", "T02 "});
  CHECK(talk.parties("2026-11-13", false) == Lines{"T01 ", "T02 2026-11-13"});
  // The deputy refused: what counts is that everybody else has signed.
  CHECK(talk.parties("2026-11-16", false) == Lines{"T01 2026-11-11", "T02 2026-11-13"});
}

TEST_CASE("signatures: who refuses counts from the day of the talk, until he signs") {
  Talk talk;
  talk.sign("2026-11-10", "office");
  talk.sign("2026-11-12", "target", "other", true);
  talk.sign("2026-11-16", "target", "other");
  CHECK(talk.parties("2026-11-12", false) == Lines{"T01 ", "T02 2026-11-10"});
  CHECK(talk.parties("2026-11-16", false) == Lines{"T01 ", "T02 2026-11-16"});
}

TEST_CASE("signatures: one that names nobody is taken for all") {
  Talk talk;
  talk.sign("2026-11-10", "office");
  talk.sign("2026-11-12", "target");
  CHECK(talk.parties("2026-11-12", false) == Lines{"T01 2026-11-12", "T02 2026-11-12"});
  CHECK(talk.parties("2026-11-12", true).size() == 3);
}

TEST_CASE("signatures: a target whose unit is not said answers for his own") {
  Talk talk(/*units_said=*/false);
  talk.sign("2026-11-11", "office");
  talk.sign("2026-11-11", "target", "head");
  talk.sign("2026-11-13", "target", "other");
  CHECK(talk.parties("2026-11-13", false) == Lines{"T01 ", "T02 2026-11-13"});
  CHECK(talk.parties("2026-11-13", true) ==
        Lines{"T01 head 2026-11-11", "T01 deputy ", "T02 other 2026-11-13"});
  talk.sign("2026-11-16", "target", "deputy");
  CHECK(signed_by_all(talk.facts("2026-11-16"), talk.state()).on == day("2026-11-16"));
}

TEST_CASE("signatures: a target of no unit that is talked to keeps the record open for all") {
  Talk talk;
  talk.add("official.appointed", "2026-01-04",
           {{"official", "county"}, {"name", "county"}, {"rank", "county_leader"}});
  talk.add("talk.targets_set", "2026-11-06",
           {{"talk", "Y1"},
            {"targets", List{Fields{{"official", "county"}}, Fields{{"official", "other"}}}}});
  talk.sign("2026-11-11", "office");
  talk.sign("2026-11-11", "target", "other");
  CHECK(talk.parties("2026-11-13", false) == Lines{"T01 ", "T02 "});
  talk.sign("2026-11-12", "target", "county");
  CHECK(talk.parties("2026-11-13", false) == Lines{"T01 2026-11-12", "T02 2026-11-12"});
}

TEST_CASE("signatures: who signs may be told by name") {
  Talk talk;
  talk.add("official.appointed", "2026-01-05",
           {{"official", "second"}, {"name", "吴刚"}, {"rank", "unit_deputy"}, {"unit", "T02"}});
  talk.add("talk.targets_set", "2026-11-06",
           {{"talk", "Y1"}, {"targets", List{Fields{{"official", "second"}, {"unit", "T02"}}}}});
  talk.sign("2026-11-11", "office");
  CHECK(talk.parties("2026-11-11", true) == Lines{"T02 second ", "T01 "});
  talk.sign("2026-11-12", "target", "吴刚");
  CHECK(talk.parties("2026-11-12", true) == Lines{"T02 second 2026-11-12", "T01 "});
}

TEST_CASE("signatures: ledgers of before may hold what is refused now, and it changes nothing") {
  const Talk talk;
  MemoryHistory history;
  for (const Fact& each : test::county_facts()) history.add_trusted(each);
  for (const OtherFact& each : talk.state().other_facts()) history.add_trusted(each.fact.fact);
  const auto sign = [&history](std::string_view on, Fields fields) {
    fields.set("talk", "Y1");
    history.add_trusted(test::fact("talk.signed", on, std::move(fields)));
  };
  sign("2026-11-10", {{"side", "office"}});
  sign("2026-11-10", {{"side", "target"}, {"official", "head"}});
  sign("2026-11-11", {{"side", "target"}, {"official", "deputy"}});
  const auto signed_on = [&history] {
    MeasureFacts found;
    const State& state = history.state();
    REQUIRE(read_measure(state, state.find_measure(Subject::Kind::Talk, "Y1"), day("2026-12-31"),
                         found));
    return to_string(parties_of(found, state, /*per_official=*/false).front().signed_on.on);
  };
  CHECK(signed_on() == "2026-11-11");
  sign("2026-12-07", {{"side", "target"}, {"official", "deputy"}});
  CHECK(signed_on() == "2026-11-11");
  history.add_trusted(test::fact(
      "talk.targets_set", "2026-12-08",
      {{"talk", "Y1"}, {"targets", List{Fields{{"official", "liaison"}, {"unit", "T01"}}}}}));
  CHECK(signed_on() == "2026-11-11");
}
