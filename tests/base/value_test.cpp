#include "core/base/value.h"

#include <doctest/doctest.h>

using namespace core;

namespace {

std::string round_trip(std::string_view json) {
  const Result<Value> value = parse_json(json);
  return value.ok() ? to_json(value.value()) : value.error().message;
}

}  // namespace

TEST_CASE("value: names are sorted and equal values give equal bytes") {
  CHECK(round_trip(R"({"b":1,"a":[true,null,"x"]})") == R"({"a":[true,null,"x"],"b":1})");
  CHECK(round_trip(R"({"单位":"县民政局","a":-7})") == R"({"a":-7,"单位":"县民政局"})");
}

TEST_CASE("value: a number has one form however it was written") {
  CHECK(round_trip("2.0") == "2");
  CHECK(round_trip("2e2") == "200");
  CHECK(round_trip("0.5") == "0.5");
  CHECK(round_trip("9223372036854775807") == "9223372036854775807");
}

TEST_CASE("value: control characters, quotes and backslashes are escaped, Chinese is not") {
  CHECK(to_json(Value("一\n\"二\"\\\x01")) == "\"一\\n\\\"二\\\"\\\\\\u0001\"");
}

TEST_CASE("value: damaged input is refused with the place") {
  CHECK(round_trip(R"({"a":1,"a":2})") == "字段“a”重复");
  CHECK_FALSE(parse_json("{").ok());
  CHECK_FALSE(parse_json("1 2").ok());
  CHECK_FALSE(parse_json("\"\xff\"").ok());
  CHECK_FALSE(parse_json("18446744073709551615").ok());
  CHECK_FALSE(parse_json(std::string(100, '[')).ok());
}

TEST_CASE("fields: set replaces, erase removes, absent fields have fallbacks") {
  Fields fields{{"b", 2}, {"a", "x"}};
  fields.set("b", 3);
  CHECK(fields.size() == 2);
  CHECK(fields.integer("b") == 3);
  CHECK(fields.text("a") == "x");
  CHECK(fields.text("b").empty());
  CHECK(fields.integer("none", 9) == 9);
  fields.erase("a");
  CHECK(to_json(fields) == R"({"b":3})");
}
