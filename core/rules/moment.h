#pragma once
// A dated fact.

#include "core/base/date.h"
#include "core/model/fact.h"

namespace core::rules {

/// A dated fact, or none.
struct Moment {
  Date on;
  FactRef fact;

  constexpr bool known() const { return on.known(); }
};

/// The earlier of two; the known one when only one is.
constexpr Moment earlier(Moment a, Moment b) {
  if (!a.known()) return b;
  if (!b.known()) return a;
  return b.on < a.on ? b : a;
}

}  // namespace core::rules
