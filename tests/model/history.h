#pragma once
// A county with two units and one case in a few lines, for tests of the model and what stands on
// it.

#include <doctest/doctest.h>

#include <string_view>

#include "core/model/memory_history.h"
#include "tests/support/facts.h"

namespace test {

/// Why the fact may not be added; empty when it was.
inline std::string add(core::MemoryHistory& history, std::string_view json,
                       std::string_view today = "2026-12-31") {
  const core::Status added = history.add(fact(json), day(today));
  return added.ok() ? std::string() : added.error().message;
}

/// f1 county, f2–f3 units T01 and D01, f4 official L1, f5 case A received on 2026-03-02.
inline void set_up(core::MemoryHistory& history) {
  for (
      const char* json :
      {R"({"kind":"county.named","on":"2026-01-04","name":"青山县"})",
       R"({"kind":"unit.registered","on":"2026-01-04","unit":"T01","name":"城关镇","type":"township","group":"township"})",
       R"({"kind":"unit.registered","on":"2026-01-04","unit":"D01","name":"县民政局","type":"department","group":"department"})",
       R"({"kind":"official.appointed","on":"2026-01-04","official":"L1","name":"周明","rank":"county_leader","oversees":["T01"]})",
       R"({"kind":"case.registered","on":"2026-03-03","case":"A","unit":"T01","title":"征地补偿","received_on":"2026-03-02","purpose":"appeal","people":3})"})
    REQUIRE(add(history, json) == "");
}

}  // namespace test
