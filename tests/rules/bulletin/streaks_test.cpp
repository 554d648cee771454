#include "core/rules/bulletin/streaks.h"

#include <doctest/doctest.h>

#include "tests/rules/measure_county.h"

using namespace core;
using namespace core::rules;
using test::MeasureCounty;
using test::Placed;
using test::Seen;

namespace {

/// Three months in a row in which T01 is last of eight.
void three_months(MeasureCounty& county) {
  county.issue("B9", "2026-10-09", "monthly", "2026-09", {{"T01", 8, 8}});
  county.issue("B10", "2026-11-09", "monthly", "2026-10", {{"T01", 8, 8}});
  county.issue("B11", "2026-12-09", "monthly", "2026-11", {{"T01", 8, 8}});
}

std::vector<StreakHit> bottom(const MeasureCounty& county, std::string_view on,
                              const Settings& settings = {}) {
  return bottom_hits(Seen(county.state(), on, settings).context());
}

std::string_view key(const MeasureCounty& county, const StreakHit& hit) {
  return county.state().measure(hit.bulletin).key;
}

}  // namespace

TEST_CASE("streaks: a hit names its bulletins, oldest first, and the day of the last") {
  MeasureCounty county;
  const FactRef first = county.issue("B9", "2026-10-09", "monthly", "2026-09", {{"T01", 8, 8}});
  const FactRef second = county.issue("B10", "2026-11-09", "monthly", "2026-10", {{"T01", 6, 8}});
  CHECK(bottom(county, "2026-11-08").empty());
  const std::vector<StreakHit> hits = bottom(county, "2026-11-09");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].unit == county.state().find_unit("T01"));
  CHECK(hits[0].issued == std::vector<FactRef>{first, second});
  CHECK(hits[0].on == test::day("2026-11-09"));
  CHECK(hits[0].earlier == 0);
  CHECK_FALSE(hits[0].withdrawn.known());
}

TEST_CASE("streaks: every further bulletin is a further hit") {
  MeasureCounty county;
  three_months(county);
  const std::vector<StreakHit> hits = bottom(county, "2026-12-09");
  REQUIRE(hits.size() == 2);
  CHECK(hits[1].issued.size() == 2);
  CHECK(hits[1].earlier == 1);
}

TEST_CASE("streaks: a longer streak is a setting, and never gives more hits") {
  MeasureCounty county;
  three_months(county);
  std::size_t before = bottom(county, "2026-12-31").size();
  for (const int length : {3, 4}) {
    Settings settings;
    settings.streak_length = length;
    const std::size_t now = bottom(county, "2026-12-31", settings).size();
    CHECK(now < before);
    before = now;
  }
}

TEST_CASE("streaks: bulletins count by their periods, not by the days they were issued") {
  MeasureCounty county;
  county.issue("B11", "2026-12-09", "monthly", "2026-11", {{"T01", 8, 8}});
  county.issue("B10", "2026-12-10", "monthly", "2026-10", {{"T01", 1, 8}});
  county.issue("B9", "2026-12-11", "monthly", "2026-09", {{"T01", 8, 8}});
  CHECK(bottom(county, "2026-12-09").empty());
  CHECK(bottom(county, "2026-12-31").empty());
}

TEST_CASE("streaks: where the withdrawal between two bulletins is taken back, the later holds") {
  MeasureCounty county;
  county.issue("B9", "2026-10-09", "monthly", "2026-09", {{"T01", 8, 8}});
  county.issue("B10", "2026-11-09", "monthly", "2026-10", {{"T01", 8, 8}});
  const FactRef withdrawn = county.withdraw("B10", "2026-11-16");
  county.issue("B10b", "2026-11-16", "monthly", "2026-10", {{"T01", 1, 8}});
  county.add("fact.retracted", "2026-11-17",
             {{"fact", county.state().fact_id(withdrawn)}, {"reason", "误记"}});
  CHECK(bottom(county, "2026-11-15").size() == 1);
  CHECK(bottom(county, "2026-11-16").empty());
}

TEST_CASE("streaks: a withdrawn bulletin leaves a hit only where a measure was taken") {
  MeasureCounty county;
  county.issue("B9", "2026-10-09", "monthly", "2026-09", {{"T01", 8, 8}, {"T02", 7, 8}});
  county.issue("B10", "2026-11-09", "monthly", "2026-10", {{"T01", 8, 8}, {"T02", 7, 8}});
  county.remind("R1", "2026-11-10", "T7", "T02");
  const FactRef withdrawn = county.withdraw("B10", "2026-11-12");
  CHECK(bottom(county, "2026-11-11").size() == 2);
  const std::vector<StreakHit> hits = bottom(county, "2026-11-12");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].unit == county.state().find_unit("T02"));
  CHECK(hits[0].withdrawn == withdrawn);
}

TEST_CASE("streaks: what was done about a withdrawn bulletin answers the one in its place") {
  MeasureCounty county;
  county.issue("B9", "2026-10-09", "monthly", "2026-09", {{"T01", 8, 8}});
  county.issue("B10", "2026-11-09", "monthly", "2026-10", {{"T01", 8, 8}});
  county.remind("R1", "2026-11-10", "T7");
  county.withdraw("B10", "2026-11-11");
  county.issue("B10b", "2026-11-12", "monthly", "2026-10", {{"T01", 7, 8}});
  const std::vector<StreakHit> hits = bottom(county, "2026-11-12");
  REQUIRE(hits.size() == 2);
  CHECK(key(county, hits[0]) == "B10b");
  CHECK(hits[0].since == test::day("2026-11-09"));
  CHECK(hits[0].earlier == 0);
  CHECK(hits[1].withdrawn.known());
  const Findings findings = county.derive("2026-11-12");
  for (const PromptRow& row : findings.prompts) CHECK(row.state == PromptState::Taken);
}

TEST_CASE("streaks: one bulletin makes one hit, also when one before it was withdrawn") {
  MeasureCounty county;
  three_months(county);
  county.remind("R1", "2026-12-10", "T7");
  county.withdraw("B10", "2026-12-14");
  const std::vector<StreakHit> hits = bottom(county, "2026-12-14");
  REQUIRE(hits.size() == 2);
  CHECK(key(county, hits[0]) == "B11");
  CHECK_FALSE(hits[0].withdrawn.known());
  CHECK(key(county, hits[1]) == "B10");
  CHECK(hits[1].withdrawn.known());
}

TEST_CASE("streaks: special bulletins that mean others pass by") {
  MeasureCounty county;
  county.criticise("Z1", "2026-10-12", {"T01"});
  county.criticise("Z2", "2026-11-16", {"T02"});
  county.criticise("Z3", "2026-12-14", {"T01"});
  const std::vector<StreakHit> hits = special_hits(Seen(county.state(), "2026-12-14").context());
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].issued.size() == 2);
  CHECK(bottom(county, "2026-12-14").empty());
}

TEST_CASE("streaks: a repeat counts up to the same day twelve months later") {
  for (const bool within : {true, false}) {
    MeasureCounty county;
    county.criticise("Z1", "2025-10-09", {"T01"});
    county.criticise("Z2", "2025-10-10", {"T01"});
    county.add("bulletin.issued", "2026-01-12",
               {{"bulletin", "Z3"}, {"series", "special"}, {"scope", List{"T01"}}});
    county.criticise("Z4", "2026-10-09", {"T01"});
    const std::string_view last = within ? "2026-10-10" : "2026-10-11";
    county.criticise("Z5", last, {"T01"});
    const std::vector<StreakHit> hits = special_hits(Seen(county.state(), last).context());
    REQUIRE(hits.size() == 2);
    CHECK(hits[1].earlier == (within ? 1 : 0));
  }
}
