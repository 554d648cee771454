#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/calendar/support.h"

namespace core::calendar {
namespace {

using test::date;
using test::official;

std::string last_workday(const char* week) {
  const auto day = official().last_workday_of_week(parse_iso_week(week).value());
  return day ? to_string(*day) : "none";
}

TEST_CASE("week: the last workday of a plain week is its Friday") {
  CHECK(last_workday("2026-W48") == "2026-11-27");
  CHECK(official().workdays_in_week({2026, 48}) == 5);
}

TEST_CASE("week: a make-up Saturday or Sunday is the last workday of its week") {
  CHECK(last_workday("2026-W01") == "2026-01-04");
  CHECK(last_workday("2026-W07") == "2026-02-14");
  CHECK(last_workday("2026-W38") == "2026-09-20");
  CHECK(last_workday("2024-W07") == "2024-02-18");
  CHECK(last_workday("2024-W41") == "2024-10-12");
}

TEST_CASE("week: a holiday at the end of a week moves its last workday forward") {
  CHECK(last_workday("2026-W25") == "2026-06-18");
  CHECK(last_workday("2026-W40") == "2026-09-30");
  CHECK(last_workday("2024-W18") == "2024-04-30");
}

TEST_CASE("week: only 2026-W08 has no workday in 2023–2026") {
  std::vector<std::string> empty;
  for (Date day = date("2023-01-02"); day <= date("2026-12-28"); day = day + 7) {
    const IsoWeek week = iso_week(day);
    if (!official().last_workday_of_week(week)) empty.push_back(to_string(week));
  }
  CHECK(empty == std::vector<std::string>{"2026-W08"});
  CHECK(official().workdays_in_week({2026, 8}) == 0);
}

TEST_CASE("week: the weeks of 2023–2026 with fewer than three workdays are the known ones") {
  std::vector<std::string> thin;
  for (Date day = date("2023-01-02"); day <= date("2026-12-28"); day = day + 7) {
    const IsoWeek week = iso_week(day);
    const int count = official().workdays_in_week(week);
    if (count < 3) thin.push_back(to_string(week) + ":" + std::to_string(count));
  }
  CHECK(thin == std::vector<std::string>{"2023-W04:2", "2023-W40:2", "2024-W07:1", "2024-W18:2",
                                         "2024-W40:1", "2025-W05:1", "2025-W40:2", "2026-W08:0"});
}

TEST_CASE("week: a week over the new year is one week") {
  CHECK(last_workday("2026-W53") == "2026-12-31");
  CHECK(official().workdays_in_week({2026, 53}) == 4);
  CHECK(last_workday("2024-W01") == "2024-01-05");
  CHECK(official().workdays_in_week({2024, 1}) == 4);
}

TEST_CASE("week: weeks outside the tables are Monday to Friday") {
  CHECK(last_workday("1950-W20") == "1950-05-19");
  CHECK(last_workday("2500-W20") == "2500-05-21");
  CHECK(last_workday("1999-W52") == "1999-12-31");
  CHECK(last_workday("2040-W52") == "2040-12-28");
  CHECK(last_workday("2041-W01") == "2041-01-04");
  CHECK_FALSE(official().last_workday_of_week(IsoWeek{}));
}

}  // namespace
}  // namespace core::calendar
