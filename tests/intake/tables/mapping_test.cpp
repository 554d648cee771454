#include "core/intake/tables/mapping.h"

#include <doctest/doctest.h>

using core::intake::Column;
using core::intake::Mapping;
using core::intake::parse_mapping;
using core::intake::SheetKind;

TEST_CASE("mapping: what a person settled is read") {
  const auto parsed = parse_mapping(
      R"({"sheets":[{"file":"7月","sheet":"台账","as":"cases","header_row":2,"year":2026,)"
      R"("columns":{"信访编号":"case","备注":""},"units":{"民政口":"D07"}},)"
      R"({"sheet":"说明","as":"skip"},{"as":"statistics","period":"2026-07"}],)"
      R"("units":{"公安":"D08"}})");
  REQUIRE(parsed.ok());
  const Mapping& mapping = parsed.value();
  const auto* first = mapping.find("7月.xlsx", "台账");
  REQUIRE(first);
  CHECK(first->layout.kind == SheetKind::Cases);
  CHECK(first->layout.header_row == 2);
  CHECK(first->year == 2026);
  CHECK(first->layout.columns.size() == 2);
  CHECK(first->units.front().second == "D07");
  CHECK(mapping.find("8月.xlsx", "说明")->skip);
  CHECK(mapping.find("8月.xlsx", "台账")->period == "2026-07");
  CHECK(mapping.units.front().first == "公安");
  CHECK(Mapping().find("a", "b") == nullptr);
}

TEST_CASE("mapping: what it does not know is refused in words") {
  for (const std::string_view json :
       {"[]", "{", R"({"sheet":[]})", R"({"sheets":[{"as":"persons"}]})",
        R"({"sheets":[{"columns":{"姓名":"nonsense"}}]})", R"({"sheets":[{"header_row":0}]})",
        R"({"sheets":[{"period":"七月"}]})", R"({"sheets":[{"color":"red"}]})",
        R"({"units":{"民政局":7}})", R"({"sheets":[7]})", R"({"sheets":[{"file":7}]})", ""}) {
    CAPTURE(json);
    const auto parsed = parse_mapping(json);
    REQUIRE(!parsed.ok());
    CHECK(!parsed.error().message.empty());
  }
}

TEST_CASE("mapping: a word it does not know is refused beside those that would do") {
  const auto why = [](std::string_view json) {
    const auto parsed = parse_mapping(json);
    return parsed.ok() ? std::string() : parsed.error().message;
  };
  CHECK(
      why(R"({"sheets":[{"as":"persons"}]})") ==
      "“as”不能是“persons”，可用：cases、units、officials、leads、reports、statistics、auto、skip");
  CHECK(why(R"({"sheets":[{"as":"units","columns":{"代号":"foo"}}]})") ==
        "“columns”里没有“foo”这个字段，可用：code、name、type、aliases");
  CHECK(why(R"({"sheets":[{"columns":{"代号":"foo"}}]})").find("code") != std::string::npos);
  CHECK(why(R"({"sheets":[{"color":"red"}]})").find("header_row") != std::string::npos);
  CHECK(why(R"({"sheet":[]})") == "不认识“sheet”，可用：sheets、units");
  CHECK(why(R"({"sheets":[{"period":"七月"}]})").find("2026-07") != std::string::npos);
}
