#pragma once
// An invented county: the same plan gives the same facts on every machine. For demonstrations,
// benchmarks and property tests; no name in it belongs to anybody.

#include <cstdint>
#include <functional>

#include "core/base/date.h"
#include "core/model/fact.h"

namespace core::app {

struct DemoPlan {
  int cases = 600;
  std::uint64_t seed = 1;
  int years = 1;  ///< Cases were received over this many years before `today`.
  Date today;
  int led_percent = 8;  ///< So many of a hundred accepted cases get a leader, who reports weekly.
};

/// Gives every fact of the county, units and officials first, each case's facts together and in the
/// order of their days. No fact is dated after `today`. All of them pass validation in this order.
void invent_county(const DemoPlan& plan, const std::function<void(const Fact&)>& take);

}  // namespace core::app
