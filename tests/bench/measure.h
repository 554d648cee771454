#pragma once
// Clock, memory and result lines of the benchmark programs. Each prints one JSON object a line,
// which the scripts beside them read.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/value.h"

namespace bench {

/// Milliseconds since some moment; with BENCH_CLOCK=cpu in the environment those this process has
/// computed, for a machine that is busy with other things.
double clock_milliseconds();

/// How long `work` takes, in milliseconds.
template <typename Work>
double milliseconds_of(Work work) {
  const double begun = clock_milliseconds();
  work();
  return clock_milliseconds() - begun;
}

/// One line of results, at once.
void print(const core::Fields& results);

/// The most memory this process ever had, in bytes; 0 where the system does not tell.
std::int64_t peak_memory();

/// The whole file; ends the program with a message when there is none.
std::string read_bytes(const std::string& path);

/// Ends the program with a message unless `ok`.
void require(bool ok, std::string_view message);

/// SplitMix64: the same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
    z = (z ^ z >> 27) * 0x94D049BB133111EBU;
    return z ^ z >> 31;
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

  template <typename Items>
  const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace bench
