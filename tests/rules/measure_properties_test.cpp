#include <doctest/doctest.h>

#include <algorithm>

#include "core/model/memory_history.h"
#include "core/rules/catalog.h"
#include "tests/rules/county.h"
#include "tests/rules/measure_inventor.h"

using namespace core;
using test::comparable;
using test::day;
using test::measure_history;
using test::Random;

namespace {

constexpr std::uint32_t kHistories = 25;
const std::string_view kDays[] = {"2026-05-20", "2026-08-12", "2026-11-23", "2027-01-20"};

void add_all(MemoryHistory& history, const std::vector<Fact>& facts) {
  for (const Fact& each : facts) history.add_trusted(each);
}

test::Pace pace_of(std::uint32_t seed) {
  return seed % 2 == 0 ? test::Pace::Hurried : test::Pace::OneAtATime;
}

std::vector<Fact> shuffled(std::vector<Fact> facts, Random& random) {
  for (std::size_t i = facts.size(); i > 1; --i)
    std::swap(facts[i - 1], facts[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
  return facts;
}

}  // namespace

TEST_CASE("measures: the invented histories reach every rule about measures, and every state") {
  std::string seen;
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    Random random(seed);
    MemoryHistory history;
    add_all(history, measure_history(random));
    for (const std::string_view on : kDays)
      for (const std::string& line : comparable(history, day(on))) seen += line;
  }
  for (const rules::Rule* each : rules::catalog()) {
    if (!each->check_measure && !each->check_county) continue;
    CAPTURE(std::string(each->word));
    CHECK(seen.find("\"rule\":\"" + std::string(each->word) + "\"") != std::string::npos);
  }
  for (const char* part : {"\"state\":\"open\"", "\"state\":\"overdue\"", "\"state\":\"done\"",
                           "\"state\":\"done_late\"", "\"state\":\"void\"", "\"state\":\"taken\"",
                           "\"state\":\"declined\"", "\"basis_withdrawn\":true"}) {
    CAPTURE(part);
    CHECK(seen.find(part) != std::string::npos);
  }
}

TEST_CASE("measures: the order of recording changes nothing, nor does it within one day") {
  for (const test::Pace pace : {test::Pace::OneAtATime, test::Pace::Hurried}) {
    for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
      CAPTURE(seed);
      CAPTURE(static_cast<int>(pace));
      Random random(seed);
      const std::vector<Fact> facts = measure_history(random, pace);
      MemoryHistory in_order;
      add_all(in_order, facts);
      MemoryHistory other;
      add_all(other, shuffled(facts, random));
      for (const std::string_view on : kDays)
        CHECK(comparable(in_order, day(on)) == comparable(other, day(on)));
    }
  }
}

TEST_CASE("measures: a retraction equals never having happened") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(1000 + seed);
    const std::vector<Fact> facts = measure_history(random, pace_of(seed));
    MemoryHistory retracted;
    add_all(retracted, facts);
    std::vector<Fact> kept;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (i < test::county_facts().size() || random.chance(80)) {
        kept.push_back(facts[i]);
        continue;
      }
      const std::string id = "f" + std::to_string(i + 1);
      retracted.add_trusted(test::fact("fact.retracted", "2026-12-01", {{"fact", id}}));
    }
    MemoryHistory never;
    add_all(never, kept);
    for (const std::string_view on : kDays)
      CHECK(comparable(retracted, day(on)) == comparable(never, day(on)));
  }
}

TEST_CASE("measures: a past day is as if nothing had happened since") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(2000 + seed);
    const std::vector<Fact> facts = measure_history(random, pace_of(seed));
    MemoryHistory full;
    add_all(full, facts);
    for (const std::string_view on : kDays) {
      std::vector<Fact> known = facts;
      std::erase_if(known, [on](const Fact& each) { return each.on > day(on); });
      MemoryHistory then;
      add_all(then, known);
      CHECK(comparable(full, day(on)) == comparable(then, day(on)));
    }
  }
}

TEST_CASE("measures: ids are unique") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(4000 + seed);
    MemoryHistory history;
    add_all(history, measure_history(random, pace_of(seed)));
    for (const std::string_view on : kDays) {
      const std::vector<std::string> ids = test::sorted_ids(history, day(on));
      const auto twice = std::adjacent_find(ids.begin(), ids.end());
      INFO((twice == ids.end() ? std::string() : *twice));
      CHECK(twice == ids.end());
    }
  }
}
