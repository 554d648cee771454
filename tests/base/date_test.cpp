#include "core/base/date.h"

#include <doctest/doctest.h>

#include <string>

namespace core {
namespace {

Date date(const char* text) { return parse_date(text).value(); }

TEST_CASE("date: the epoch and days around it have their numbers") {
  CHECK(make_date(1970, 1, 1)->days == 0);
  CHECK(make_date(1969, 12, 31)->days == -1);
  CHECK(make_date(2000, 1, 1)->days == 10957);
  CHECK(make_date(2026, 2, 14)->days == 20498);
  CHECK(make_date(1900, 1, 1)->days == -25567);
  CHECK(make_date(2999, 12, 31)->days == 376199);
}

TEST_CASE("date: days that do not exist are refused") {
  CHECK_FALSE(make_date(2025, 2, 29));
  CHECK(make_date(2024, 2, 29));
  CHECK(make_date(2000, 2, 29));
  CHECK_FALSE(make_date(1900, 2, 29));
  CHECK_FALSE(make_date(2100, 2, 29));
  CHECK_FALSE(make_date(2026, 4, 31));
  CHECK_FALSE(make_date(2026, 0, 1));
  CHECK_FALSE(make_date(2026, 13, 1));
  CHECK_FALSE(make_date(2026, 1, 0));
  CHECK_FALSE(make_date(1899, 12, 31));
  CHECK_FALSE(make_date(3000, 1, 1));
}

TEST_CASE("date: parsing takes YYYY-MM-DD and nothing else") {
  CHECK(parse_date("2026-02-14") == make_date(2026, 2, 14));
  for (const char* text :
       {"", "2026-2-14", "2026/02/14", "20260214", "2026-02-14 ", " 2026-02-14", "2026-02-30",
        "2026-02-1x", "-026-02-14", "2026-02-+1", "2026-02-14T00:00", "0000-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("date: an unknown day has no text and is earlier than every known one") {
  CHECK_FALSE(Date{}.known());
  CHECK(to_string(Date{}).empty());
  CHECK(Date{} < date("1900-01-01"));
}

TEST_CASE("date: every day from 1900 to 2999 survives text and calendar and back") {
  const Date last = date("2999-12-31");
  YearMonthDay before{1899, 12, 31};
  int failures = 0;
  for (Date day = date("1900-01-01"); day <= last; day = day + 1) {
    const YearMonthDay now = civil(day);
    const bool next_day = now.year == before.year && now.month == before.month;
    const bool follows = next_day ? now.day == before.day + 1 : now.day == 1;
    if (!follows || make_date(now.year, now.month, now.day) != day) ++failures;
    if (parse_date(to_string(day)) != day) ++failures;
    before = now;
  }
  CHECK(failures == 0);
}

TEST_CASE("date: weekdays go from Monday 1 to Sunday 7, also before 1970") {
  CHECK(weekday(date("1970-01-01")) == 4);
  CHECK(weekday(date("1969-12-28")) == 7);
  CHECK(weekday(date("1969-12-29")) == 1);
  CHECK(weekday(date("1900-01-01")) == 1);
  CHECK(weekday(date("2026-11-23")) == 1);
  CHECK(weekday(date("2024-02-29")) == 4);
}

TEST_CASE("iso week: the days around a new year belong to the week of their Thursday") {
  const struct {
    const char* day;
    const char* week;
  } cases[] = {
      {"2018-12-31", "2019-W01"}, {"2019-12-29", "2019-W52"}, {"2019-12-30", "2020-W01"},
      {"2020-12-31", "2020-W53"}, {"2021-01-03", "2020-W53"}, {"2021-01-04", "2021-W01"},
      {"2022-01-01", "2021-W52"}, {"2022-01-02", "2021-W52"}, {"2023-01-01", "2022-W52"},
      {"2024-12-30", "2025-W01"}, {"2025-12-28", "2025-W52"}, {"2025-12-29", "2026-W01"},
      {"2026-12-28", "2026-W53"}, {"2027-01-03", "2026-W53"}, {"2027-01-04", "2027-W01"},
      {"2026-02-16", "2026-W08"}, {"2026-02-22", "2026-W08"}, {"2005-01-01", "2004-W53"},
      {"2010-01-03", "2009-W53"}, {"2016-01-03", "2015-W53"}, {"2032-12-31", "2032-W53"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.day);
    CHECK(to_string(iso_week(date(each.day))) == each.week);
  }
}

TEST_CASE("iso week: a year has 53 weeks when it begins or ends on a Thursday, else 52") {
  for (int year = 1900; year <= 2999; ++year) {
    const bool thursday =
        weekday(*make_date(year, 1, 1)) == 4 || weekday(*make_date(year, 12, 31)) == 4;
    const std::string last = std::to_string(year) + "-W53";
    CAPTURE(year);
    CHECK(parse_iso_week(last).has_value() == thursday);
  }
}

TEST_CASE("iso week: only weeks that exist are read") {
  CHECK(parse_iso_week("2026-W53") == IsoWeek{2026, 53});
  CHECK(parse_iso_week("2026-W01") == IsoWeek{2026, 1});
  for (const char* text : {"2025-W53", "2026-W00", "2026-W54", "2026-W1", "2026W01", "2026-w01",
                           "2026-W-1", "", "2026-W01 ", "x026-W01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_week(text));
  }
}

TEST_CASE("iso week: every day 1990–2040 lies in its week, and weeks follow each other") {
  const Date last = date("2040-12-31");
  IsoWeek before = iso_week(date("1989-12-31"));
  int failures = 0;
  for (Date day = date("1990-01-01"); day <= last; day = day + 1) {
    const IsoWeek week = iso_week(day);
    const Date start = monday(week);
    if (weekday(start) != 1 || day - start != weekday(day) - 1) ++failures;
    if (parse_iso_week(to_string(week)) != week) ++failures;
    if ((weekday(day) == 1) != (week != before) || week < before) ++failures;
    before = week;
  }
  CHECK(failures == 0);
}

}  // namespace
}  // namespace core
