#include "tests/support/facts.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>

namespace test {

core::Date day(std::string_view text) {
  const std::optional<core::Date> found = core::parse_date(text);
  REQUIRE_MESSAGE(found.has_value(), "no such day: " << text);
  return *found;
}

core::Fact fact(std::string_view kind, std::string_view on, core::Fields fields) {
  return {std::string(kind), day(on), {}, std::move(fields)};
}

core::Fact fact(std::string_view json) {
  const core::Result<core::Value> value = core::parse_json(json);
  REQUIRE_MESSAGE(value.ok(), json);
  core::Result<core::Fact> parsed = core::fact_from_json(value.value());
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  return std::move(parsed).value();
}

}  // namespace test
