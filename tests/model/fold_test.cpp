#include "core/model/memory_history.h"

#include <doctest/doctest.h>

#include "tests/model/history.h"

using namespace core;
using test::add;

namespace {

std::vector<std::string> events_of(const State& state, std::string_view number) {
  std::vector<std::string> out;
  const CaseIndex index = state.find_case(number);
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next)
    out.push_back(to_string(state.event(at).on) + " " + std::string(word(state.event(at).kind)));
  return out;
}

}  // namespace

TEST_CASE("fold: a registered case has its row, its words and its unit") {
  MemoryHistory history;
  test::set_up(history);
  const State& state = history.state();
  const CaseIndex index = state.find_case("A");
  REQUIRE(index.known());
  CHECK(state.case_row(index).received_on == test::day("2026-03-02"));
  CHECK(state.case_row(index).purpose == Purpose::Appeal);
  CHECK(state.case_row(index).people == 3);
  CHECK(state.unit(state.case_row(index).unit).name == "城关镇");
  CHECK(state.case_text(index).title == "征地补偿");
  CHECK(state.county_name() == "青山县");
}

TEST_CASE("fold: events stand in the order of their days, not of their recording") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history, R"({"kind":"case.accepted","on":"2026-03-20","case":"A"})") == "");
  REQUIRE(add(history, R"({"kind":"case.forwarded","on":"2026-03-10","case":"A","unit":"D01"})") ==
          "");
  CHECK(events_of(history.state(), "A") ==
        std::vector<std::string>{"2026-03-10 case.forwarded", "2026-03-20 case.accepted"});
}

TEST_CASE("fold: a correction moves the day and changes fields, a retraction takes the fact away") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history, R"({"kind":"case.forwarded","on":"2026-03-10","case":"A","unit":"D01"})") ==
          "");
  REQUIRE(
      add(history,
          R"({"kind":"fact.corrected","on":"2026-03-11","fact":"f6","with":{"on":"2026-03-09","unit":"T01"},"reason":"录错"})") ==
      "");
  const State& state = history.state();
  CHECK(events_of(state, "A") == std::vector<std::string>{"2026-03-09 case.forwarded"});
  CHECK(state.unit(state.event(state.case_row(state.find_case("A")).first_event).unit).code ==
        "T01");

  REQUIRE(add(history,
              R"({"kind":"fact.retracted","on":"2026-03-12","fact":"f6","reason":"未转送"})") ==
          "");
  CHECK(events_of(state, "A").empty());
  REQUIRE(add(history,
              R"({"kind":"fact.retracted","on":"2026-03-13","fact":"f8","reason":"撤回有误"})") ==
          "");
  CHECK(events_of(state, "A") == std::vector<std::string>{"2026-03-09 case.forwarded"});
}

TEST_CASE(
    "fold: a retracted registration leaves no registered case, and the number is free again") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history,
              R"({"kind":"fact.retracted","on":"2026-03-04","fact":"f5","reason":"重复登记"})") ==
          "");
  CHECK_FALSE(history.state().case_row(history.state().find_case("A")).registered());
  CHECK(add(history, R"({"kind":"case.registered","on":"2026-03-05","case":"A","unit":"D01"})") ==
        "");
}

TEST_CASE("fold: a renamed unit keeps its earlier name as an alias") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history,
              R"({"kind":"unit.renamed","on":"2026-05-06","unit":"D01","name":"县社会事务局"})") ==
          "");
  const UnitRow& unit = history.state().unit(history.state().find_unit("D01"));
  CHECK(unit.name == "县社会事务局");
  CHECK(unit.aliases == std::vector<std::string>{"县民政局"});
}

TEST_CASE("fold: the latest figure for a unit, period and indicator holds") {
  MemoryHistory history;
  test::set_up(history);
  const auto record = [&](int numerator) {
    return add(
        history,
        R"({"kind":"statistics.recorded","on":"2026-11-01","unit":"T01","period":"2026-10","indicator":"satisfied","denominator":10,"numerator":)" +
            std::to_string(numerator) + "}");
  };
  REQUIRE(record(7) == "");
  REQUIRE(record(8) == "");
  REQUIRE(history.state().statistics().size() == 1);
  CHECK(history.state().statistics()[0].numerator == 8);
  REQUIRE(add(history,
              R"({"kind":"fact.retracted","on":"2026-11-02","fact":"f7","reason":"报错"})") == "");
  REQUIRE(history.state().statistics().size() == 1);
  CHECK(history.state().statistics()[0].numerator == 7);
}

TEST_CASE("fold: figures stand in the order of recording, whatever replaced or took back which") {
  MemoryHistory history;
  test::set_up(history);
  const std::uint32_t before = history.state().fact_count();
  const auto state_figure = [&](std::string_view unit, int month, int numerator) {
    history.add_trusted({"statistics.recorded",
                         test::day("2026-11-01"),
                         "",
                         {{"unit", unit},
                          {"period", "2026-0" + std::to_string(month)},
                          {"indicator", "satisfied"},
                          {"numerator", numerator},
                          {"denominator", 10}}});
  };
  const auto amend = [&](std::string_view kind, std::uint32_t number, Fields with) {
    history.add_trusted({std::string(kind),
                         test::day("2026-11-02"),
                         "",
                         {{"fact", "f" + std::to_string(before + number)}, {"with", with}}});
  };
  const auto figures = [&] {
    std::string out;
    for (const StatisticRow& row : history.state().statistics())
      out += history.state().unit(row.unit).code + row.period.substr(6) + "=" +
             std::to_string(row.numerator) + " ";
    return out;
  };
  for (int month = 1; month <= 3; ++month) state_figure("T01", month, month);  // 1 2 3
  for (int month = 1; month <= 3; ++month) state_figure("D01", month, month);  // 4 5 6
  CHECK(figures() == "T011=1 T012=2 T013=3 D011=1 D012=2 D013=3 ");
  state_figure("T01", 2, 8);  // 7
  state_figure("T01", 2, 9);  // 8
  CHECK(figures() == "T011=1 T013=3 D011=1 D012=2 D013=3 T012=9 ");
  amend("fact.retracted", 8, {});
  CHECK(figures() == "T011=1 T013=3 D011=1 D012=2 D013=3 T012=8 ");
  amend("fact.retracted", 7, {});
  amend("fact.corrected", 4, {{"numerator", 5}});
  CHECK(figures() == "T011=1 T012=2 T013=3 D011=5 D012=2 D013=3 ");
  amend("fact.corrected", 2, {{"period", "2026-03"}});
  CHECK(figures() == "T011=1 T013=3 D011=5 D012=2 D013=3 ");
}

TEST_CASE("fold: facts of kinds we do not know are kept") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history, R"({"kind":"weather.noted","on":"2026-03-03","sky":"晴"})") == "");
  REQUIRE(history.state().other_facts().size() == 1);
  CHECK(history.state().other_facts()[0].fact.fact.fields.text("sky") == "晴");
}

TEST_CASE("fold: fact ids lead to facts and back, and nothing else does") {
  MemoryHistory history;
  test::set_up(history);
  const State& state = history.state();
  CHECK(state.fact_id(state.find_fact("f3")) == "f3");
  for (const char* id : {"f03", "f0", "f99", "f", "g3", ""})
    CHECK_FALSE(state.find_fact(id).known());
}

TEST_CASE("fold: flags go on and off, fourfold as a list or one by one") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(
      add(history,
          R"({"kind":"case.flagged","on":"2026-04-01","case":"A","key":true,"fourfold":["area"]})") ==
      "");
  REQUIRE(
      add(history,
          R"({"kind":"case.flagged","on":"2026-04-02","case":"A","fourfold":{"area":false,"group":true}})") ==
      "");
  const State& state = history.state();
  const Event& first = state.event(state.case_row(state.find_case("A")).first_event);
  CHECK(first.code == (kFlagKey | kFlagArea));
  const Event& second = state.event(first.next);
  CHECK(second.code == kFlagGroup);
  CHECK(second.number == kFlagArea);
}
