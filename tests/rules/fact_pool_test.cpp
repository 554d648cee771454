#include "core/rules/fact_pool.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using core::FactRef;
using core::rules::FactPool;

namespace {

std::vector<FactRef> facts_of(const FactPool& pool) { return {pool.begin(), pool.end()}; }

}  // namespace

TEST_CASE("fact pool: only facts that are known are kept, in order") {
  FactPool pool;
  pool.append_known(FactRef{}, FactRef{3}, FactRef{});
  CHECK(facts_of(pool) == std::vector{FactRef{3}});
  pool.append_known(FactRef{7}, FactRef{}, FactRef{5});
  pool.append_known(FactRef{});
  CHECK(facts_of(pool) == std::vector{FactRef{3}, FactRef{7}, FactRef{5}});
}

TEST_CASE("fact pool: it grows past what was reserved, and is empty when cleared") {
  constexpr std::uint32_t kCount = 1000;
  FactPool pool;
  pool.reserve(10);
  CHECK(pool.empty());
  for (std::uint32_t i = 1; i <= kCount; ++i) pool.append_known(FactRef{i});
  REQUIRE(pool.size() == kCount);
  CHECK(pool[0] == FactRef{1});
  CHECK(pool[kCount - 1] == FactRef{kCount});
  pool.clear();
  CHECK(pool.empty());
  pool.push_back(FactRef{2});
  CHECK(facts_of(pool) == std::vector{FactRef{2}});
}
