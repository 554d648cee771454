#include "core/calendar/calendar.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/calendar/support.h"

namespace core::calendar {
namespace {

using test::date;
using test::official;

// What a county might publish for 2027: the new year bridged, with a day of 2026 worked.
PublishedYear county_2027() {
  return {2027,
          {date("2027-01-01"), date("2027-01-02"), date("2027-01-03"), date("2027-02-05"),
           date("2027-02-06"), date("2027-02-07"), date("2027-02-08"), date("2027-02-09"),
           date("2027-02-10"), date("2027-02-11"), date("2027-05-01"), date("2027-06-09"),
           date("2027-10-01")},
          {date("2026-12-27"), date("2027-01-30"), date("2027-02-20")},
          "青山县人民政府办公室通知"};
}

Calendar with(std::vector<PublishedYear> county) { return Calendar::with(county); }

TEST_CASE("calendar: each kind of day is told apart and named") {
  CHECK(official().kind(date("2026-02-13")) == DayKind::Workday);
  CHECK(official().kind(date("2026-02-14")) == DayKind::MakeUpWorkday);
  CHECK(official().kind(date("2026-02-15")) == DayKind::Holiday);
  CHECK(official().kind(date("2026-02-16")) == DayKind::Holiday);
  CHECK(official().kind(date("2026-03-07")) == DayKind::Weekend);
  CHECK(official().name(date("2026-02-14")) == "春节");
  CHECK(official().name(date("2026-02-13")).empty());
  CHECK(official().name(date("2026-03-07")).empty());
  CHECK(official().source(date("2026-03-07")).empty());
  CHECK(official().source(date("2026-02-14")) ==
        "《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号） "
        "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm");
}

TEST_CASE("calendar: an unknown day is no workday and leads nowhere") {
  CHECK_FALSE(official().is_workday(Date{}));
  CHECK(official().kind(Date{}) == DayKind::Weekend);
  CHECK_FALSE(official().add_workdays(Date{}, 3).known());
  CHECK_FALSE(official().add_workdays(Date{}, 0).known());
  CHECK_FALSE(official().add_workdays(Date{}, -3).known());
  CHECK_FALSE(official().roll_to_workday(Date{}).known());
  CHECK(official().workdays_between(Date{}, date("2026-01-01")) == 0);
  CHECK(official().workdays_between(date("2026-01-01"), Date{}) == 0);
  CHECK(official().is_provisional(Date{}, date("2026-01-01")));
  CHECK(official().name(Date{}).empty());
}

TEST_CASE("calendar: counting zero days stays, negative counts go back") {
  CHECK(official().add_workdays(date("2026-02-17"), 0) == date("2026-02-17"));
  CHECK(official().add_workdays(date("2026-02-24"), -1) == date("2026-02-14"));
  CHECK(official().add_workdays(date("2026-02-20"), -1) == date("2026-02-14"));
  CHECK(official().add_workdays(date("2026-02-20"), -2) == date("2026-02-13"));
}

TEST_CASE("calendar: years without an arrangement are Monday to Friday on both sides") {
  CHECK(official().is_workday(date("1999-12-31")));
  CHECK_FALSE(official().is_workday(date("1999-12-26")));
  CHECK(official().is_workday(date("2041-10-01")));
  CHECK_FALSE(official().is_workday(date("2041-10-05")));
  CHECK(official().add_workdays(date("1999-12-20"), 10) == date("2000-01-03"));
  CHECK(official().add_workdays(date("2040-12-28"), 10) == date("2041-01-11"));
  CHECK(official().add_workdays(date("2041-01-11"), -10) == date("2040-12-28"));
  CHECK(official().workdays_between(date("1950-01-01"), date("1950-12-31")) == 260);
  CHECK_FALSE(official().add_workdays(date("2999-12-31"), 1).known());
  CHECK_FALSE(official().add_workdays(date("1900-01-01"), -1).known());
}

TEST_CASE("calendar: a span is provisional when any of its days is") {
  CHECK_FALSE(official().is_provisional(date("2004-01-01"), date("2026-12-28")));
  CHECK(official().is_provisional(date("2004-01-01"), date("2026-12-29")));
  CHECK(official().is_provisional(date("2003-12-31"), date("2004-01-02")));
  CHECK(official().is_provisional(date("2026-12-31"), date("2027-01-01")));
  CHECK(official().is_provisional(date("2027-01-01"), date("2026-12-31")));
  CHECK(official().is_provisional(date("2026-12-31"), date("2500-01-01")));
  CHECK(official().is_provisional(date("1950-01-01"), date("1950-01-01")));
  CHECK(official().is_provisional(date("1999-12-27"), date("1999-12-28")));
}

TEST_CASE(
    "calendar: a county's year replaces the provisional one and may reach into the year before") {
  const Calendar calendar = with({county_2027()});
  CHECK(calendar.is_official(2027));
  CHECK_FALSE(calendar.is_provisional(date("2026-12-18"), date("2027-12-28")));
  CHECK(calendar.is_provisional(date("2027-12-31"), date("2028-01-01")));
  CHECK(calendar.kind(date("2026-12-27")) == DayKind::MakeUpWorkday);
  CHECK(calendar.kind(date("2027-02-10")) == DayKind::Holiday);
  CHECK(calendar.kind(date("2027-09-15")) == DayKind::Workday);  // not in the county's list
  CHECK(working_days(calendar, date("2026-12-18"), 15).due == date("2027-01-08"));
  CHECK_FALSE(working_days(calendar, date("2026-12-18"), 15).provisional);
  CHECK(calendar.source(date("2027-02-10")) == "青山县人民政府办公室通知");
  CHECK(calendar.sources(2027) == std::vector<std::string_view>{"青山县人民政府办公室通知"});
  // 2026 stays as it is.
  CHECK(calendar.kind(date("2026-02-14")) == DayKind::MakeUpWorkday);
}

TEST_CASE("calendar: a county's days off are named where the name is certain") {
  const Calendar calendar = with({county_2027()});
  CHECK(calendar.name(date("2027-01-03")) == "元旦");
  CHECK(calendar.name(date("2027-02-11")) == "春节");
  CHECK(calendar.name(date("2027-06-09")) == "端午节");
  CHECK(calendar.name(date("2027-02-20")).empty());
  const Calendar later = with({{2030, {date("2030-04-05"), date("2030-05-02")}, {}, "x"}});
  CHECK(later.name(date("2030-04-05")).empty());
  CHECK(later.name(date("2030-05-02")).empty());
}

TEST_CASE("calendar: a county that repeats an official year keeps the names") {
  PublishedYear same{2026, {}, {}, "县"};
  for (const Date day : official().special_days(2026)) {
    const bool holiday = official().kind(day) == DayKind::Holiday;
    (holiday ? same.holidays : same.workdays).push_back(day);
  }
  const Calendar calendar = with({same});
  for (const Date day : official().special_days(2026)) {
    CAPTURE(to_string(day));
    CHECK(calendar.kind(day) == official().kind(day));
    CHECK(calendar.name(day) == official().name(day));
    CHECK(calendar.source(day) == "县");
  }
}

TEST_CASE("calendar: days a county adds stand beside the year's own") {
  const Calendar calendar =
      with({{2026, {date("2026-12-01")}, {date("2026-12-05")}, "县庆放假一天"}});
  CHECK(calendar.kind(date("2026-12-01")) == DayKind::Holiday);
  CHECK(calendar.source(date("2026-12-01")) == "县庆放假一天");
  CHECK(calendar.kind(date("2026-12-05")) == DayKind::MakeUpWorkday);
  CHECK(calendar.kind(date("2026-10-01")) == DayKind::Holiday);
  CHECK(calendar.name(date("2026-10-01")) == "国庆节");
  CHECK(calendar.sources(2026).size() == 2);
  CHECK(working_days(calendar, date("2026-09-30"), 5).due ==
        working_days(official(), date("2026-09-30"), 5).due);
  // They are no arrangement of a year that has none.
  const Calendar ahead = with({{2027, {date("2027-01-01"), date("2027-03-15")}, {}, "县庆"}});
  CHECK_FALSE(ahead.is_official(2027));
  CHECK(ahead.kind(date("2027-03-15")) == DayKind::Holiday);
  CHECK(ahead.kind(date("2027-02-08")) == official().kind(date("2027-02-08")));
  CHECK(working_days(ahead, date("2026-12-18"), 15).provisional);
}

TEST_CASE("calendar: of two publications for a year the later holds alone") {
  const std::vector<Date> fixed{date("2027-01-01"), date("2027-05-01"), date("2027-10-01")};
  const Calendar calendar = with({county_2027(), {2027, fixed, {}, "更正"}});
  CHECK(calendar.special_days(2027) == fixed);
  CHECK(calendar.is_workday(date("2027-02-10")));
  CHECK_FALSE(calendar.is_workday(date("2026-12-27")));
  CHECK(calendar.sources(2027) == std::vector<std::string_view>{"更正"});
}

TEST_CASE("calendar: a publication for a far year is honoured") {
  const std::vector<Date> fixed{date("2055-01-01"), date("2055-05-01"), date("2055-10-01")};
  const Calendar calendar =
      with({{2055, fixed, {date("2055-10-09")}, "x"}, {1980, {date("1980-05-01")}, {}, "y"}});
  CHECK(calendar.kind(date("2055-10-01")) == DayKind::Holiday);
  CHECK(calendar.is_workday(date("2055-10-09")));
  CHECK_FALSE(calendar.is_workday(date("1980-05-01")));
  CHECK(calendar.is_official(2055));
  CHECK(calendar.is_provisional(date("2054-12-31"), date("2055-01-01")));
  CHECK_FALSE(calendar.is_provisional(date("2055-01-01"), date("2055-12-28")));
  CHECK(calendar.is_provisional(date("2055-12-29"), date("2055-12-29")));
  CHECK(calendar.add_workdays(date("2026-02-13"), 1) == date("2026-02-14"));
}

TEST_CASE("calendar: senseless publications are passed over, doubtful ones settled") {
  const Calendar calendar = with({{5000, {date("2026-03-02")}, {}, "x"},
                                  {2031, {Date{}, Date{2000000000}}, {Date{}}, "y"},
                                  {2032, {date("2032-03-01")}, {date("2032-03-01")}, "z"}});
  CHECK(calendar.is_workday(date("2026-03-02")));
  CHECK_FALSE(calendar.is_official(5000));
  CHECK_FALSE(calendar.is_official(2031));
  CHECK(calendar.special_days(2031).empty());
  CHECK(calendar.kind(date("2032-03-01")) == DayKind::Workday);
  CHECK_FALSE(calendar.is_official(0));
  CHECK(calendar.sources(0).empty());
}

TEST_CASE("calendar: a copy answers like the original after it is gone") {
  std::string text;
  Calendar copy = official();
  {
    const Calendar original = with({county_2027()});
    copy = original;
  }
  CHECK(copy.source(date("2027-02-10")) == "青山县人民政府办公室通知");
  CHECK(copy.name(date("2027-02-10")) == "春节");
}

}  // namespace
}  // namespace core::calendar
