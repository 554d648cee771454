#include <doctest/doctest.h>

#include <algorithm>

#include "core/model/memory_history.h"
#include "core/rules/catalog.h"
#include "tests/rules/case_inventor.h"
#include "tests/rules/county.h"
#include "tests/rules/measure_inventor.h"

using namespace core;
using test::comparable;
using test::day;
using test::Random;

namespace {

constexpr int kHistories = 60;
const std::string_view kDays[] = {"2026-02-20", "2026-04-15", "2026-07-01", "2026-11-23"};

std::vector<Fact> with_county(const std::vector<Fact>& facts) {
  std::vector<Fact> all = test::county_facts();
  all.insert(all.end(), facts.begin(), facts.end());
  return all;
}

void add_all(MemoryHistory& history, const std::vector<Fact>& facts) {
  for (const Fact& each : facts) history.add_trusted(each);
}

}  // namespace

TEST_CASE("rules: the random histories reach every rule about cases, and every state") {
  std::string seen;
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    Random random(seed);
    MemoryHistory history;
    add_all(history, with_county(test::case_history(random)));
    for (const std::string_view on : kDays) {
      for (const std::string& line : comparable(history, day(on))) seen += line;
    }
  }
  for (const rules::Rule* each : rules::catalog()) {
    if (!each->check) continue;
    CAPTURE(std::string(each->word));
    CHECK(seen.find("\"rule\":\"" + std::string(each->word) + "\"") != std::string::npos);
  }
  for (const char* state : {"open", "overdue", "done", "done_late", "void", "taken", "declined"}) {
    CAPTURE(state);
    CHECK(seen.find("\"state\":\"" + std::string(state) + "\"") != std::string::npos);
  }
}

TEST_CASE("rules: the order of recording changes nothing") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::vector<Fact> facts = test::case_history(random);
    MemoryHistory in_order;
    add_all(in_order, with_county(facts));
    std::vector<Fact> shuffled = facts;
    for (std::size_t i = shuffled.size(); i > 1; --i)
      std::swap(shuffled[i - 1],
                shuffled[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
    MemoryHistory other;
    add_all(other, with_county(shuffled));
    for (const std::string_view on : kDays)
      CHECK(comparable(in_order, day(on)) == comparable(other, day(on)));
  }
}

TEST_CASE("rules: a retraction equals never having happened") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(1000 + seed);
    const std::vector<Fact> facts = test::case_history(random);
    MemoryHistory retracted;
    add_all(retracted, with_county(facts));
    std::vector<Fact> kept;
    const std::size_t offset = test::county_facts().size();
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (random.chance(80)) {
        kept.push_back(facts[i]);
        continue;
      }
      const std::string id = "f" + std::to_string(offset + i + 1);
      retracted.add_trusted(test::fact("fact.retracted", "2026-12-01", {{"fact", id}}));
    }
    MemoryHistory never;
    add_all(never, with_county(kept));
    for (const std::string_view on : kDays)
      CHECK(comparable(retracted, day(on)) == comparable(never, day(on)));
  }
}

TEST_CASE("rules: a past day is as if nothing had been recorded since") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(2000 + seed);
    const std::vector<Fact> facts = test::case_history(random);
    MemoryHistory full;
    add_all(full, with_county(facts));
    for (const std::string_view on : kDays) {
      std::vector<Fact> known = facts;
      std::erase_if(known, [on](const Fact& each) { return each.on > day(on); });
      MemoryHistory then;
      add_all(then, with_county(known));
      CHECK(comparable(full, day(on)) == comparable(then, day(on)));
    }
  }
}

TEST_CASE("rules: ids are unique") {
  for (std::uint32_t seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    Random random(4000 + seed);
    MemoryHistory history;
    add_all(history, with_county(test::case_history(random)));
    const std::vector<std::string> ids = test::sorted_ids(history, day("2026-11-23"));
    REQUIRE_FALSE(ids.empty());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  }
}
