#include "core/intake/tables/county_name.h"

#include <doctest/doctest.h>

TEST_CASE("county name: what stands in titles and names of units") {
  using core::intake::county_in;
  for (const char* text : {"青山县县级领导包案责任清单", "北江市青山县2026年信访台账",
                           "西南自治区青山县民政局", "附件1：青山县信访事项", "2026年青山县台账"})
    CHECK_MESSAGE(county_in(text) == "青山县", text);
  CHECK(county_in("丰县信访台账") == "丰县");
  CHECK(county_in("北江市青山区重点事项") == "青山区");
  CHECK(county_in("东乌旗台账") == "东乌旗");
  for (const char* text : {"县级领导包案责任清单", "全县信访台账", "各县区统计表", "本县",
                           "社区矛盾台账", "城区", "信访事项登记表", "", "县"})
    CHECK_MESSAGE(county_in(text).empty(), text, " ", county_in(text));
}
