#include "core/base/period.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/support/facts.h"

using namespace core;
using test::day;

namespace {

Period period(std::string_view text) {
  const std::optional<Period> found = parse_period(text);
  REQUIRE_MESSAGE(found.has_value(), "no such period: " << text);
  return *found;
}

}  // namespace

TEST_CASE("period: months, halves and years are read, and written the same") {
  for (const char* text : {"2026-01", "2026-12", "2026-H1", "2026-H2", "2026"})
    CHECK(to_string(period(text)) == text);
}

TEST_CASE("period: anything else is none") {
  for (const char* text : {"", "26-01", "2026-1", "2026-00", "2026-13", "2026-H3", "2026-h1",
                           "2026-01-01", "2026-W01", "2026年", "abcd", "2026-Hx", " 2026"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text).has_value());
  }
}

TEST_CASE("period: labels are as people write them") {
  CHECK(label(period("2026-10")) == "2026年10月");
  CHECK(label(period("2026-H1")) == "2026年上半年");
  CHECK(label(period("2026-H2")) == "2026年下半年");
  CHECK(label(period("2026")) == "2026年");
}

TEST_CASE("period: first and last days hold leap years and year ends") {
  CHECK(first_day(period("2026-10")) == day("2026-10-01"));
  CHECK(last_day(period("2026-02")) == day("2026-02-28"));
  CHECK(last_day(period("2028-02")) == day("2028-02-29"));
  CHECK(last_day(period("2026-12")) == day("2026-12-31"));
  CHECK(first_day(period("2026-H2")) == day("2026-07-01"));
  CHECK(last_day(period("2026-H1")) == day("2026-06-30"));
  CHECK(first_day(period("2026")) == day("2026-01-01"));
  CHECK(last_day(period("2026")) == day("2026-12-31"));
  for (const char* last : {"2999", "2999-H2", "2999-12"})
    CHECK(last_day(period(last)) == day("2999-12-31"));
}

TEST_CASE("period: next and previous pass over the year end and undo each other") {
  CHECK(next(period("2026-12")) == period("2027-01"));
  CHECK(previous(period("2026-01")) == period("2025-12"));
  CHECK(next(period("2026-H2")) == period("2027-H1"));
  CHECK(previous(period("2026-H1")) == period("2025-H2"));
  CHECK(next(period("2026")) == period("2027"));
  for (const char* text : {"2026-01", "2026-07", "2026-12", "2026-H1", "2026-H2", "2026"})
    CHECK(previous(next(period(text))) == period(text));
}

TEST_CASE("period: every day of four years lies in exactly the period said to hold it") {
  for (const auto kind : {Period::Kind::Month, Period::Kind::HalfYear, Period::Kind::Year}) {
    for (Date each = day("2025-01-01"); each <= day("2028-12-31"); each = each + 1) {
      const Period held = period_of(kind, each);
      CHECK(held.kind == kind);
      CHECK(first_day(held) <= each);
      CHECK(each <= last_day(held));
      CHECK(first_day(next(held)) == last_day(held) + 1);
    }
  }
}

TEST_CASE("period: codes tell periods apart and lead back") {
  std::set<std::int32_t> codes;
  std::size_t count = 0;
  for (const char* begin : {"2024-01", "2024-H1", "2024"}) {
    Period each = period(begin);
    for (int i = 0; i < 30; ++i, each = next(each), ++count) {
      codes.insert(code_of(each));
      CHECK(period_of_code(code_of(each)) == each);
    }
  }
  CHECK(codes.size() == count);
}
