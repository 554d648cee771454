#pragma once
// Invented bulletins, reminders, listings, talks and proposals for tests of what holds for all.

#include <cstdint>
#include <random>
#include <vector>

#include "core/model/fact.h"

namespace test {

/// The same numbers from the same seed on every platform.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(count)); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937 engine_;
};

enum class Pace {
  OneAtATime,  ///< No two facts of one measure fall on one day.
  Hurried,     ///< Several steps of one measure fall on one day, and several rounds of them.
};

/// county_facts(), then facts on measures of every kind that are valid when told by day.
std::vector<core::Fact> measure_history(Random& random, Pace pace = Pace::OneAtATime);

}  // namespace test
