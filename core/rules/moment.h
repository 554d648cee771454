#pragma once
// A dated fact.

#include <cstdint>

#include "core/base/date.h"
#include "core/model/fact.h"

namespace core::rules {

/// A dated fact, or none.
struct Moment {
  Date on;
  FactRef fact;

  constexpr bool known() const { return on.known(); }
};

/// The day as a number that is greatest for no day. Which of several steps came first is as good
/// as random, so the pass over all cases compares such numbers instead of branching.
constexpr std::uint32_t day_or_never(Date day) {
  return static_cast<std::uint32_t>(day.days) - static_cast<std::uint32_t>(Date::kNone) - 1U;
}

/// The earlier of two; the known one when only one is.
constexpr Moment earlier(Moment a, Moment b) {
  // Number by number: to copy a whole moment a compiler first finds its address, by branching.
  const bool second = day_or_never(b.on) < day_or_never(a.on);
  return {Date{second ? b.on.days : a.on.days},
          FactRef{second ? b.fact.position : a.fact.position}};
}

}  // namespace core::rules
