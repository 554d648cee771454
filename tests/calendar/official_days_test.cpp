#include "core/calendar/official_days.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "tests/calendar/support.h"
#include "tests/support/data.h"

namespace core::calendar {
namespace {

using test::date;
using test::official;

constexpr int kFirstOfficial = 2004;
constexpr int kLastOfficial = 2026;

Fields chinese_days() {
  const Result<Value> read =
      parse_json(test::read_bytes(test::data_path("calendar/chinese-days-1.5.7.json")));
  REQUIRE(read.ok());
  REQUIRE(read.value().fields());
  return *read.value().fields();
}

std::string workday_by(const Fields& holidays, const Fields& workdays, Date day) {
  const std::string text = to_string(day);
  if (workdays.find(text)) return "workday";
  if (holidays.find(text)) return "day off";
  return weekday(day) <= 5 ? "workday" : "day off";
}

TEST_CASE("official days: every day 2004–2026 agrees with chinese-days 1.5.7") {
  const Fields oracle = chinese_days();
  const Fields& holidays = *oracle.find("holidays")->fields();
  const Fields& workdays = *oracle.find("workdays")->fields();
  std::vector<std::string> different;
  for (Date day = date("2004-01-01"); day <= date("2026-12-31"); day = day + 1) {
    const std::string ours = official().is_workday(day) ? "workday" : "day off";
    if (ours != workday_by(holidays, workdays, day)) {
      different.push_back(to_string(day) + " " + ours);
    }
  }
  // The package leaves out a day of the notice for 2006: "将12月31日（星期六）…调至1月2日…，
  // 12月31日（星期六）上班" (国办发明电〔2005〕35号).
  CHECK(different == std::vector<std::string>{"2005-12-31 workday"});
}

TEST_CASE("official days: the holiday of every day is the one chinese-days names") {
  const Fields oracle = chinese_days();
  std::vector<std::string> different;
  for (const char* kind : {"holidays", "workdays"}) {
    for (const auto& [day, name] : *oracle.find(kind)->fields()) {
      const std::string_view ours = official().name(date(day));
      if (ours.find(*name.text()) == std::string_view::npos) different.push_back(day);
    }
  }
  // 2019: the notice gives 4月5日, 6月7日 and 9月13日 off, "与周末连休"; the package counts the
  // weekends after them in, though not those of other years worded the same.
  CHECK(different == std::vector<std::string>{"2019-04-06", "2019-04-07", "2019-06-08",
                                              "2019-06-09", "2019-09-14", "2019-09-15"});
}

TEST_CASE("official days: the years have their known number of workdays") {
  const int known[] = {249, 249, 251, 248, 248};
  for (int year = 2022; year <= 2026; ++year) {
    CAPTURE(year);
    CHECK(official().workdays_between(*make_date(year - 1, 12, 31), *make_date(year, 12, 31)) ==
          known[year - 2022]);
  }
}

TEST_CASE("official days: every make-up workday is a weekend day with the name of its holiday") {
  for (int year = kFirstOfficial; year <= kLastOfficial; ++year) {
    for (const Date day : official().special_days(year)) {
      CAPTURE(to_string(day));
      CHECK_FALSE(official().name(day).empty());
      CHECK_FALSE(official().source(day).empty());
      if (official().kind(day) == DayKind::MakeUpWorkday) CHECK(weekday(day) >= 6);
    }
  }
}

TEST_CASE("official days: a plain year gives the statute's days off and exchanges the rest") {
  // Days off on Monday to Friday less weekend days worked: what the statute gives the year.
  for (int year = 2008; year <= kLastOfficial; ++year) {
    int given = 0;
    for (Date day = *make_date(year, 1, 1); civil(day).year == year; day = day + 1) {
      if (official().kind(day) == DayKind::Holiday && weekday(day) <= 5) ++given;
      if (official().kind(day) == DayKind::MakeUpWorkday) --given;
    }
    CAPTURE(year);
    CHECK(given >= 8);
    CHECK(given <= 13);
  }
}

TEST_CASE("official days: notices are in order and each says where it comes from") {
  int before = 0;
  for (const Notice& notice : official_notices()) {
    CAPTURE(notice.year);
    CHECK(notice.year >= before);
    CHECK_FALSE(notice.number.empty());
    CHECK_FALSE(notice.breaks.empty());
    const bool expected_address = notice.year != 2005 && !notice.provisional;
    CHECK(notice.address.empty() != expected_address);
    before = notice.year;
  }
  for (int year = kFirstOfficial; year <= kLastOfficial; ++year)
    CHECK(official().is_official(year));
  CHECK_FALSE(official().is_official(kFirstOfficial - 1));
  CHECK_FALSE(official().is_official(kLastOfficial + 1));
}

TEST_CASE("official days: a later notice of the same year holds") {
  CHECK(official().kind(date("2020-02-01")) == DayKind::Holiday);
  CHECK(official().source(date("2020-02-01")).find("延长2020年春节假期") != std::string_view::npos);
  CHECK(official().source(date("2020-01-30")).find("国办发明电〔2019〕16号") !=
        std::string_view::npos);
  CHECK(official().is_workday(date("2020-02-03")));
  CHECK(official().kind(date("2019-05-02")) == DayKind::Holiday);
  CHECK(official().kind(date("2019-05-05")) == DayKind::MakeUpWorkday);
  CHECK(official().kind(date("2015-09-04")) == DayKind::Holiday);
  CHECK(official().sources(2020).size() == 2);
  CHECK(official().sources(2026).size() == 1);
}

TEST_CASE("official days: 2027 holds the statutory days only and says so") {
  std::string days;
  for (const Date day : official().special_days(2027)) days += to_string(day).substr(5) + " ";
  CHECK(days == "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03 ");
  CHECK(official().name(date("2027-02-06")) == "春节");
  CHECK(official().source(date("2027-02-06")).find("尚未公布") != std::string_view::npos);
}

}  // namespace
// Why a year without a notice makes provisional what lies from 29 December on before it.
TEST_CASE("official days: a notice has moved December days before its year from the 29th on") {
  int earliest = 31;
  for (const Notice& notice : official_notices()) {
    for (const Break& each : notice.breaks) {
      std::vector<int> days{each.first};
      for (const int workday : each.workdays)
        if (workday != 0) days.push_back(workday);
      for (const int packed : days) {
        if (packed / 10000 != notice.year - 1) continue;
        CAPTURE(packed);
        CHECK(packed / 100 % 100 == 12);
        earliest = std::min(earliest, packed % 100);
      }
    }
  }
  CHECK(earliest == 29);
}

}  // namespace core::calendar
