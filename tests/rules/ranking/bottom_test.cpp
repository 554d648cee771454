#include "core/rules/ranking/bottom.h"

#include <doctest/doctest.h>

#include "core/model/memory_history.h"
#include "tests/support/facts.h"

using namespace core;
using namespace core::rules;
using namespace core::rules::ranking;

namespace {

Place place(std::int32_t rank, std::int32_t of, std::int32_t shared = 1,
            std::int64_t score = 5000) {
  return {rank, of, shared, score};
}

}  // namespace

TEST_CASE("bottom: small groups have fewer last places") {
  const std::int32_t expected[] = {0, 0, 0, 0, 1, 1, 2, 3, 3, 3};
  for (std::int32_t of = 0; of < 10; ++of) CHECK(bottom_size(of, {}) == expected[of]);
  Settings literal;
  literal.small_group_policy = SmallGroups::Literal;
  CHECK(bottom_size(2, literal) == 2);
  CHECK(bottom_size(4, literal) == 3);
}

TEST_CASE("bottom: the number of last places is a setting") {
  Settings five;
  five.rank_bottom = 5;
  CHECK(bottom_size(11, five) == 5);
  CHECK(bottom_size(10, five) == 4);
  Settings two;
  two.rank_bottom = 2;
  CHECK(bottom_size(5, two) == 1);
  Settings one;
  one.rank_bottom = 1;
  CHECK(bottom_size(40, one) == 1);
  CHECK(bottom_size(3, one) == 0);
}

TEST_CASE("bottom: asking for more last places never gives fewer, and is fewer than half") {
  for (std::int32_t of = 0; of < 30; ++of) {
    std::int32_t before = 0;
    for (int wanted = 1; wanted <= 20; ++wanted) {
      Settings settings;
      settings.rank_bottom = wanted;
      const std::int32_t size = bottom_size(of, settings);
      CHECK(size >= before);
      CHECK(size <= wanted);
      CHECK((size == 0 || 2 * size < of));
      before = size;
    }
  }
}

TEST_CASE("bottom: a tie across the boundary takes all of it in") {
  CHECK(in_bottom(place(8, 10), {}));
  CHECK_FALSE(in_bottom(place(7, 10), {}));
  CHECK(in_bottom(place(7, 10, 2), {}));
  CHECK_FALSE(in_bottom(place(6, 10, 2), {}));
  CHECK(in_bottom(place(1, 10, 10), {}));
}

TEST_CASE("bottom: a unit at the pass line or not ranked is never among the last") {
  CHECK(in_bottom(place(10, 10, 1, 9499), {}));
  CHECK_FALSE(in_bottom(place(10, 10, 1, 9500), {}));
  CHECK(in_bottom(place(10, 10, 1, -1), {}));
  CHECK_FALSE(in_bottom(place(0, 10), {}));
}

TEST_CASE("bottom: standings without a group are compared within the units' own group") {
  MemoryHistory history;
  std::vector<Standing> standings;
  for (const char* code : {"T1", "T2", "T3", "T4", "D1", "D2", "D3", "D4"}) {
    const char* const type = code[0] == 'T' ? "township" : "department";
    history.add_trusted(test::fact("unit.registered", "2026-01-01",
                                   {{"unit", code}, {"name", code}, {"type", type}}));
    Standing standing;
    standing.unit = history.state().find_unit(code);
    standing.rank = code[1] - '0';
    standing.of = 4;
    standings.push_back(standing);
  }
  CHECK_FALSE(in_bottom(history.state(), standings, standings[2], {}));
  CHECK(in_bottom(history.state(), standings, standings[3], {}));
  standings[3].rank = 3;
  CHECK(place_of(history.state(), standings, standings[2]).shared == 2);
  CHECK(in_bottom(history.state(), standings, standings[2], {}));
  CHECK_FALSE(in_bottom(history.state(), standings, standings[6], {}));
}
