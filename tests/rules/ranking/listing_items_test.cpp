// 挂牌按期摘牌率: when a listing counts, and the facts behind it.
#include <doctest/doctest.h>

#include "core/rules/ranking/indicators.h"
#include "core/rules/ranking/ranking_json.h"
#include "tests/rules/county.h"

using namespace core;
using namespace core::rules;
using namespace core::rules::ranking;
using test::day;

namespace {

std::vector<Item> items(const test::County& county, const Findings& findings, std::string_view on,
                        std::int16_t month) {
  return items_of(county.state(), findings, day(on), {Period::Kind::Month, 2026, month},
                  county.state().find_unit("T01"), Indicator::DelistedOnTime);
}

std::size_t counted(const test::County& county, std::string_view on, std::int16_t month) {
  return items(county, county.derive(on), on, month).size();
}

}  // namespace

TEST_CASE("listing items: resolved in time counts when it is delisted, with that fact behind it") {
  test::County county = test::listed_county();
  county.add("supervision.acceptance_requested", "2026-05-09", {{"supervision", "督1"}});
  CHECK(counted(county, "2026-06-30", 5) == 0);
  county.add("supervision.accepted", "2026-06-01",
             {{"supervision", "督1"}, {"panel", List{"钱明"}}});
  county.add("supervision.delisted", "2026-06-02",
             {{"supervision", "督1"}, {"approver", "赵国华"}});
  CHECK(counted(county, "2026-06-01", 6) == 0);
  CHECK(counted(county, "2026-06-30", 5) == 0);
  const Findings findings = county.derive("2026-06-30");
  const std::vector<Item> found = items(county, findings, "2026-06-30", 6);
  REQUIRE(found.size() == 1);
  CHECK(found[0].good);
  CHECK(to_json(items_json(county.state(), findings, found)).find("\"f13\"") != std::string::npos);
  CHECK(county.state().fact_id(found[0].fact) == "f13");
}

TEST_CASE("listing items: not resolved in time counts at the end of its term, once") {
  test::County county = test::listed_county();
  CHECK(counted(county, "2026-05-08", 5) == 0);
  CHECK(counted(county, "2026-05-31", 5) == 1);
  county.add("supervision.acceptance_requested", "2026-06-01", {{"supervision", "督1"}});
  county.add("supervision.accepted", "2026-06-02",
             {{"supervision", "督1"}, {"panel", List{"钱明"}}});
  county.add("supervision.delisted", "2026-06-03",
             {{"supervision", "督1"}, {"approver", "赵国华"}});
  CHECK(counted(county, "2026-06-30", 5) == 1);
  CHECK(counted(county, "2026-06-30", 6) == 0);
}
