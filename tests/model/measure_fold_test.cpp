#include <doctest/doctest.h>

#include "core/model/fact_kind.h"
#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;
using test::add;

namespace {

std::vector<std::string> steps_of(const State& state, Subject::Kind kind, std::string_view key) {
  std::vector<std::string> out;
  const MeasureIndex index = state.find_measure(kind, key);
  REQUIRE(index.known());
  for (const MeasureStep& step : state.measure(index).steps)
    out.push_back(to_string(step.on) + " " + std::string(word(step.kind)));
  return out;
}

const char* const kReminder =
    R"({"kind":"reminder.issued","on":"2026-11-10","reminder":"R1","unit":"T01","case":"A","reason":"T3","channel":"letter","answer_by":"2026-11-17"})";

const char* const kBulletin =
    R"({"kind":"bulletin.issued","on":"2026-11-09","bulletin":"B10","series":"monthly","period":"2026-10","grave":true,"scope":["T01","D01"],
        "units":[{"unit":"T01","mention":"criticised","score":87.5,"rank":8,"of":8,"group":"township"},{"unit":"D01","score":"96.25"},{"score":"无"}]})";

}  // namespace

TEST_CASE("fold measures: a reminder carries its unit, case, reason, channel and day") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history, kReminder) == "");
  const State& state = history.state();
  const MeasureRow& row = state.measure(state.find_measure(Subject::Kind::Reminder, "R1"));
  CHECK(row.case_index == state.find_case("A"));
  const MeasureStep* issued = row.first(StepKind::ReminderIssued);
  REQUIRE(issued);
  CHECK(issued->unit == state.find_unit("T01"));
  CHECK(issued->code == static_cast<std::uint8_t>(ReminderReason::T3));
  CHECK(issued->second == static_cast<std::uint8_t>(Channel::Letter));
  CHECK(issued->until == test::day("2026-11-17"));
  CHECK(state.fact_id(issued->fact) == "f6");
  CHECK(row.first(StepKind::ReminderJudged) == nullptr);
}

TEST_CASE("fold measures: an issued bulletin carries its period and how every unit stands") {
  MemoryHistory history;
  test::set_up(history);
  history.add_trusted(test::fact(kBulletin));
  const State& state = history.state();
  const MeasureRow& row = state.measure(state.find_measure(Subject::Kind::Bulletin, "B10"));
  CHECK(row.period == parse_period("2026-10"));
  CHECK(row.first(StepKind::BulletinIssued)->number == 1);
  CHECK(row.first(StepKind::BulletinIssued)->units.size() == 2);
  REQUIRE(row.standings.size() == 3);
  CHECK(row.standings[0].mention == Mention::Criticised);
  CHECK(row.standings[0].score == 8750);
  CHECK(row.standings[0].rank == 8);
  CHECK(row.standings[0].of == 8);
  CHECK(row.standings[0].group == "township");
  CHECK(row.standings[1].score == 9625);
  CHECK(row.standings[1].rank == 0);
  CHECK(row.standings[2].score == -1);
}

TEST_CASE("fold measures: steps stand by day, and on one day cause before effect") {
  MemoryHistory history;
  history.add_trusted(test::fact("talk.held", "2026-11-10", {{"talk", "Y1"}}));
  history.add_trusted(
      test::fact("talk.signed", "2026-11-10", {{"talk", "Y1"}, {"side", "office"}}));
  history.add_trusted(test::fact("talk.notified", "2026-11-10", {{"talk", "Y1"}}));
  history.add_trusted(test::fact("talk.opened", "2026-11-02", {{"talk", "Y1"}}));
  CHECK(steps_of(history.state(), Subject::Kind::Talk, "Y1") ==
        std::vector<std::string>{"2026-11-02 talk.opened", "2026-11-10 talk.notified",
                                 "2026-11-10 talk.held", "2026-11-10 talk.signed"});
}

TEST_CASE("fold measures: targets keep officials and units in the same places") {
  MemoryHistory history;
  const Result<Value> targets =
      parse_json(R"([{"official":"甲","unit":"T01"},"错",{"official":"乙","unit":"T02"}])");
  REQUIRE(targets.ok());
  history.add_trusted(
      test::fact("talk.targets_set", "2026-11-04", {{"talk", "Y1"}, {"targets", targets.value()}}));
  const State& state = history.state();
  const MeasureStep& step =
      state.measure(state.find_measure(Subject::Kind::Talk, "Y1")).steps.front();
  REQUIRE(step.officials.size() == 2);
  REQUIRE(step.units.size() == 2);
  CHECK(state.official(step.officials[1]).key == "乙");
  CHECK(state.unit(step.units[1]).code == "T02");
}

TEST_CASE("fold measures: a unit named twice in a list of before is one unit") {
  MemoryHistory history;
  test::set_up(history);
  history.add_trusted(test::fact(
      R"({"kind":"talk.opened","on":"2026-11-02","talk":"Y1","ground":"late_report","units":["T01","D01","T01"]})"));
  const State& state = history.state();
  const MeasureRow& row = state.measure(state.find_measure(Subject::Kind::Talk, "Y1"));
  CHECK(row.steps.front().units ==
        std::vector<UnitIndex>{state.find_unit("T01"), state.find_unit("D01")});
}

TEST_CASE("fold measures: an amendment folds only its own measure again") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history, kReminder) == "");
  history.add_trusted(test::fact(kBulletin));
  REQUIRE(add(history, R"({"kind":"reminder.answered","on":"2026-11-12","reminder":"R1"})") == "");
  REQUIRE(
      add(history,
          R"({"kind":"fact.corrected","on":"2026-11-13","fact":"f6","with":{"answer_by":"2026-11-20","unit":"D01"},"reason":"录错"})") ==
      "");
  const State& state = history.state();
  const MeasureRow& row = state.measure(state.find_measure(Subject::Kind::Reminder, "R1"));
  CHECK(row.first(StepKind::ReminderIssued)->until == test::day("2026-11-20"));
  CHECK(row.first(StepKind::ReminderIssued)->unit == state.find_unit("D01"));
  CHECK(row.steps.size() == 2);
  REQUIRE(add(history,
              R"({"kind":"fact.retracted","on":"2026-11-13","fact":"f6","reason":"未发出"})") ==
          "");
  CHECK(steps_of(state, Subject::Kind::Reminder, "R1") ==
        std::vector<std::string>{"2026-11-12 reminder.answered"});
  CHECK(state.measure(state.find_measure(Subject::Kind::Bulletin, "B10")).standings.size() == 3);
}

TEST_CASE("fold measures: a retracted bulletin leaves no standings and no period") {
  MemoryHistory history;
  test::set_up(history);
  history.add_trusted(test::fact(kBulletin));
  REQUIRE(add(history,
              R"({"kind":"fact.retracted","on":"2026-11-13","fact":"f6","reason":"未印发"})") ==
          "");
  const State& state = history.state();
  const MeasureRow& row = state.measure(state.find_measure(Subject::Kind::Bulletin, "B10"));
  CHECK(row.steps.empty());
  CHECK(row.standings.empty());
  CHECK_FALSE(row.period.has_value());
}

TEST_CASE("fold measures: measures of two kinds may have the same number") {
  MemoryHistory history;
  history.add_trusted(test::fact("alert.assigned", "2026-11-02", {{"alert", "1号"}}));
  history.add_trusted(test::fact("inquiry.opened", "2026-11-03", {{"inquiry", "1号"}}));
  const State& state = history.state();
  CHECK(state.find_measure(Subject::Kind::Alert, "1号") !=
        state.find_measure(Subject::Kind::Inquiry, "1号"));
  CHECK_FALSE(state.find_measure(Subject::Kind::Talk, "1号").known());
}

TEST_CASE("measure codes: every word is read back as its code, and nothing else is") {
  for (int i = 0; i <= static_cast<int>(StepKind::AssessmentIssued); ++i) {
    const auto kind = static_cast<StepKind>(i);
    CHECK(step_kind(word(kind)) == kind);
    const KindSpec* spec = find_kind(word(kind));
    REQUIRE(spec);
    CHECK_FALSE(spec->label.empty());
  }
  CHECK_FALSE(step_kind("reminder.lost").has_value());
  CHECK(parse_code<TalkGround>("special_streak") == TalkGround::SpecialStreak);
  CHECK(parse_code<TalkGround>("T1") == TalkGround::Unknown);
  CHECK(word(ReminderReason::T7) == "T7");
  CHECK(word(Judged::Unknown).empty());
}
