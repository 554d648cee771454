#pragma once
// What all calendar tests share: short dates, the built-in calendar, and a fixed random source.

#include <cstdint>
#include <string_view>

#include "core/base/date.h"
#include "core/calendar/calendar.h"

namespace test {

inline core::Date date(std::string_view text) { return core::parse_date(text).value(); }

inline const core::calendar::Calendar& official() {
  static const core::calendar::Calendar calendar = core::calendar::Calendar::official();
  return calendar;
}

/// The same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed) {}

  /// 0 … sides-1.
  int roll(int sides) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<int>((state_ >> 8) % static_cast<std::uint32_t>(sides));
  }

 private:
  std::uint32_t state_;
};

}  // namespace test
