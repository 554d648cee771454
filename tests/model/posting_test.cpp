#include "core/model/posting.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;
using test::day;

namespace {

Fact appointed(std::string_view on, std::string_view rank, std::string_view unit) {
  return test::fact("official.appointed", on,
                    {{"official", "O1"}, {"name", "王一"}, {"rank", rank}, {"unit", unit}});
}

Fact left(std::string_view on) { return test::fact("official.left", on, {{"official", "O1"}}); }

const OfficialRow& official(const MemoryHistory& history) {
  return history.state().official(history.state().find_official("O1"));
}

std::string unit_on(const MemoryHistory& history, std::string_view on) {
  const Posting* post = posting_on(official(history), day(on));
  return post && post->unit.known() ? history.state().unit(post->unit).code : std::string();
}

}  // namespace

TEST_CASE("posting: each day has the post of that day, and none after leaving") {
  MemoryHistory history;
  test::set_up(history);
  for (const Fact& fact : {appointed("2026-02-01", "unit_main", "T01"), left("2026-06-30"),
                           appointed("2026-07-02", "unit_deputy", "D01")})
    REQUIRE(history.add(fact, day("2026-12-31")).ok());
  CHECK(unit_on(history, "2026-01-31").empty());
  CHECK(unit_on(history, "2026-02-01") == "T01");
  CHECK(unit_on(history, "2026-06-29") == "T01");
  CHECK(unit_on(history, "2026-06-30").empty());
  CHECK(has_left(official(history), day("2026-07-01")));
  CHECK_FALSE(has_left(official(history), day("2026-07-02")));
  CHECK(unit_on(history, "2026-07-02") == "D01");
  // The row stays as recorded last.
  CHECK(official(history).rank == OfficialRank::UnitDeputy);
  CHECK_FALSE(official(history).left_on.known());
}

TEST_CASE("posting: the rank is that of the day, and before the first post that post's") {
  MemoryHistory history;
  test::set_up(history);
  for (const Fact& fact : {appointed("2026-02-01", "unit_deputy", "T01"), left("2026-06-30"),
                           appointed("2026-07-02", "unit_main", "T01")})
    REQUIRE(history.add(fact, day("2026-12-31")).ok());
  CHECK(rank_on(official(history), day("2026-01-01")) == OfficialRank::UnitDeputy);
  CHECK(rank_on(official(history), day("2026-07-01")) == OfficialRank::UnitDeputy);
  CHECK(rank_on(official(history), day("2026-07-02")) == OfficialRank::UnitMain);
  CHECK(rank_on(OfficialRow{}, day("2026-07-02")) == OfficialRank::Unknown);
}

TEST_CASE("posting: an appointment retracted never was, and a corrected day moves it") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(history.add(appointed("2026-02-01", "unit_main", "T01"), day("2026-12-31")).ok());
  REQUIRE(history.add(appointed("2026-07-01", "unit_main", "D01"), day("2026-12-31")).ok());
  const std::size_t both = official(history).postings.size();
  const Fact corrected =
      test::fact("fact.corrected", "2026-08-01",
                 {{"fact", "f7"}, {"with", Fields{{"on", "2026-05-01"}}}, {"reason", "误录"}});
  REQUIRE(history.add(corrected, day("2026-12-31")).ok());
  CHECK(official(history).postings.size() == both);
  CHECK(unit_on(history, "2026-04-30") == "T01");
  CHECK(unit_on(history, "2026-05-01") == "D01");
  const Fact retracted =
      test::fact("fact.retracted", "2026-08-02", {{"fact", "f7"}, {"reason", "误录"}});
  REQUIRE(history.add(retracted, day("2026-12-31")).ok());
  CHECK(unit_on(history, "2026-12-31") == "T01");
}

TEST_CASE("posting: what a day says does not change by appointments after it") {
  std::mt19937 random(20261127);
  const std::vector<std::string> ranks{"unit_main", "unit_deputy", "liaison", "county_leader"};
  for (int trial = 0; trial < 200; ++trial) {
    MemoryHistory history;
    test::set_up(history);
    history.add_trusted(appointed("2026-02-01", "unit_main", "T01"));
    const Date asked = day("2026-03-01") + static_cast<int>(random() % 200);
    const auto answers = [&] {
      return std::to_string(static_cast<int>(rank_on(official(history), asked))) +
             unit_on(history, to_string(asked)) +
             (has_left(official(history), asked) ? "left" : "in office");
    };
    std::string expected = answers();
    for (int step = 0; step < 12; ++step) {
      const Date on = day("2026-02-02") + static_cast<int>(random() % 300);
      history.add_trusted(random() % 3 == 0
                              ? left(to_string(on))
                              : appointed(to_string(on), ranks[random() % ranks.size()],
                                          random() % 2 == 0 ? "T01" : "D01"));
      if (on > asked) CHECK(answers() == expected);
      expected = answers();
    }
  }
}
