#include "core/rules/ranking/ranking.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "core/model/memory_history.h"
#include "core/rules/derive.h"
#include "core/rules/ranking/bottom.h"
#include "core/rules/ranking/ranking_json.h"
#include "tests/rules/county.h"

using namespace core;
using namespace core::rules;
using namespace core::rules::ranking;
using test::day;
using test::fact;

namespace {

constexpr int kTrials = 300;
const Period kOctober{Period::Kind::Month, 2026, 10};

void register_units(MemoryHistory& history, int units) {
  for (int i = 0; i < units; ++i) {
    const std::string code = fmt::format("T{:02}", i + 1);
    history.add_trusted(fact("unit.registered", "2022-01-01",
                             {{"unit", code}, {"name", code}, {"type", "township"}}));
  }
}

/// Random figures that often tie and often stand on a boundary.
Counts random_counts(std::mt19937& random, int units) {
  const auto below = [&random](int count) {
    return static_cast<int>(random() % static_cast<unsigned>(count));
  };
  Counts counts({kOctober}, static_cast<std::size_t>(units));
  for (std::uint32_t unit = 0; unit < static_cast<std::uint32_t>(units); ++unit)
    for (Count& count : counts.at(0, UnitIndex{unit})) {
      if (below(3) == 0) continue;
      count.items.denominator = 1 + below(12);
      count.items.numerator =
          count.items.denominator - below(2 + below(static_cast<int>(count.items.denominator)));
      count.items.numerator = std::max<std::int64_t>(count.items.numerator, 0);
    }
  return counts;
}

Settings random_settings(std::mt19937& random) {
  Settings settings;
  const SmallGroups policies[] = {SmallGroups::Proportional, SmallGroups::Literal,
                                  SmallGroups::Merge};
  settings.small_group_policy = policies[random() % 3];
  settings.rank_pass_line = 60 + static_cast<int>(random() % 41);
  settings.rank_min_items = static_cast<int>(random() % 4);
  return settings;
}

Ranking rank(const MemoryHistory& history, const Counts& counts, const Settings& settings) {
  return rank_units(history.state(), counts, 0, Rulebook(settings), day("2026-11-23"));
}

const RankedUnit* find(const Ranking& ranking, UnitIndex unit) {
  for (const GroupRanking& group : ranking.groups)
    for (const RankedUnit& row : group.units)
      if (row.unit == unit) return &row;
  return nullptr;
}

void move(UnitCounts& counts, const Margin& margin) {
  for (std::size_t i = 0; i < margin.count; ++i) {
    const Change& change = margin.changes[i];
    counts[place_of(change.indicator)].items.numerator +=
        margin.into ? -change.items : change.items;
  }
}

bool names(const Margin& margin, Indicator indicator) {
  for (std::size_t i = 0; i < margin.count; ++i)
    if (margin.changes[i].indicator == indicator) return true;
  return false;
}

/// Whether moving this many items within any one indicator changes the side of the unit.
/// Participation counts where the margin had to fall back on it.
bool one_indicator_does(const MemoryHistory& history, const Counts& counts,
                        const Settings& settings, const RankedUnit& row, std::int64_t items) {
  for (const IndicatorSpec& spec : indicator_specs()) {
    if (spec.id == Indicator::Participated && !names(row.margin, spec.id)) continue;
    Counts moved = counts;
    Tally& tally = moved.at(0, row.unit)[place_of(spec.id)].items;
    tally.numerator += row.margin.into ? -items : items;
    if (tally.numerator < 0 || tally.numerator > tally.denominator) continue;
    if (find(rank(history, moved, settings), row.unit)->bottom != row.bottom) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("margin: the change it names takes a unit over, and no single smaller one does") {
  std::mt19937 random(1);
  for (int trial = 0; trial < kTrials; ++trial) {
    const int units = 1 + static_cast<int>(random() % 9);
    MemoryHistory history;
    register_units(history, units);
    const Counts counts = random_counts(random, units);
    const Settings settings = random_settings(random);
    const Ranking ranking = rank(history, counts, settings);
    for (const RankedUnit& row : ranking.groups.front().units) {
      if (row.reason != Unranked::Ranked || !row.margin.possible) continue;
      CAPTURE(trial);
      CHECK(row.margin.into == !row.bottom);
      Counts moved = counts;
      move(moved.at(0, row.unit), row.margin);
      CHECK(find(rank(history, moved, settings), row.unit)->bottom != row.bottom);
      if (row.margin.items() > 1)
        CHECK_FALSE(one_indicator_does(history, counts, settings, row, row.margin.items() - 1));
    }
  }
}

TEST_CASE("margin: there is always a way out of the last places") {
  std::mt19937 random(2);
  for (int trial = 0; trial < kTrials; ++trial) {
    MemoryHistory history;
    register_units(history, 8);
    const Ranking ranking = rank(history, random_counts(random, 8), random_settings(random));
    for (const RankedUnit& row : ranking.groups.front().units)
      if (row.bottom) CHECK(row.margin.possible);
  }
}

TEST_CASE("ranking: a shared rank is followed by the place number, and better is never lower") {
  std::mt19937 random(3);
  for (int trial = 0; trial < kTrials; ++trial) {
    MemoryHistory history;
    register_units(history, 9);
    const Settings settings = random_settings(random);
    const Ranking ranking = rank(history, random_counts(random, 9), settings);
    const GroupRanking& group = ranking.groups.front();
    for (std::int32_t i = 0; i < group.of; ++i) {
      const RankedUnit& row = group.units[static_cast<std::size_t>(i)];
      CHECK(row.rank <= i + 1);
      CHECK(i + 1 < row.rank + row.shared);
      CHECK(row.bottom == in_bottom({row.rank, group.of, row.shared, row.score}, settings));
      if (i > 0) CHECK(group.units[static_cast<std::size_t>(i) - 1].score >= row.score);
    }
  }
}

TEST_CASE("ranking: the order in which facts were recorded changes nothing") {
  std::vector<Fact> facts;
  std::mt19937 random(4);
  for (int i = 0; i < 60; ++i) {
    const std::string number = fmt::format("A{}", i);
    const std::string unit = i % 2 == 0 ? "T01" : "T02";
    const Date received = day("2026-08-20") + static_cast<int>(random() % 40);
    facts.push_back({"case.registered",
                     received,
                     {},
                     {{"case", number},
                      {"unit", unit},
                      {"purpose", "appeal"},
                      {"received_on", to_string(received)},
                      {"first_time", i % 3 == 0}}});
    facts.push_back({"case.forwarded", received, {}, {{"case", number}, {"unit", unit}}});
    facts.push_back(
        {"case.accepted", received + static_cast<int>(random() % 30), {}, {{"case", number}}});
    facts.push_back({"case.rated",
                     received + 35,
                     {},
                     {{"case", number},
                      {"party", "unit"},
                      {"rating", i % 4 == 0 ? "dissatisfied" : "satisfied"}}});
    facts.push_back({"case.resolved",
                     received + 36,
                     {},
                     {{"case", number}, {"result", i % 5 == 0 ? "partial" : "full"}}});
  }
  const auto json = [](const std::vector<Fact>& list) {
    MemoryHistory history;
    register_units(history, 2);
    for (const Fact& each : list) history.add_trusted(each);
    Findings findings;
    const Date today = day("2026-11-23");
    derive(history.state(), test::official_calendar(), Rulebook(), today, findings);
    std::vector<Period> periods{
        {Period::Kind::Month, 2026, 9}, kOctober, {Period::Kind::Year, 2026, 0}};
    const Counts counts = count_indicators(history.state(), findings, today, periods);
    std::string text;
    for (std::size_t slot = 0; slot < periods.size(); ++slot)
      text += to_json(ranking_json(history.state(),
                                   rank_units(history.state(), counts, slot, Rulebook(), today),
                                   counts, slot));
    return text;
  };
  const std::string expected = json(facts);
  CHECK(expected.find("\"numerator\":0,") != std::string::npos);
  for (int turn = 0; turn < 20; ++turn) {
    std::shuffle(facts.begin(), facts.end(), random);
    CHECK(json(facts) == expected);
  }
}

TEST_CASE("indicators: the items behind a figure are as many as it says") {
  test::County county;
  for (int i = 0; i < 7; ++i) {
    const std::string number = fmt::format("A{}", i);
    county.add(
        "case.registered", "2026-10-01",
        {{"case", number}, {"unit", "T01"}, {"purpose", "appeal"}, {"received_on", "2026-10-01"}});
    county.add("case.forwarded", "2026-10-01", {{"case", number}, {"unit", "T01"}});
    county.add("case.accepted", to_string(day("2026-10-12") + i), {{"case", number}});
  }
  const Findings findings = county.derive("2026-11-23");
  const Counts counts = count_indicators(county.state(), findings, day("2026-11-23"), {kOctober});
  const UnitIndex unit = county.state().find_unit("T01");
  const Tally tally = counts.at(0, unit)[place_of(Indicator::AcceptOnTime)].items;
  CHECK(tally == Tally{5, 7});
  const std::vector<Item> items = items_of(county.state(), findings, day("2026-11-23"), kOctober,
                                           unit, Indicator::AcceptOnTime);
  CHECK(items.size() == 7);
  CHECK(std::count_if(items.begin(), items.end(), [](const Item& item) { return item.good; }) == 5);
  for (const Item& item : items) CHECK(item.duty->because.count > 0);
}
