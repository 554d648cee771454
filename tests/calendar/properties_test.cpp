#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "tests/calendar/support.h"

namespace core::calendar {
namespace {

using test::date;
using test::Dice;
using test::official;

Date some_day(Dice& dice, const char* first, int span) { return date(first) + dice.roll(span); }

PublishedYear some_year(Dice& dice, int year) {
  PublishedYear made{year, {}, {}, "x"};
  const Date first = *make_date(year, 1, 1);
  for (int run = dice.roll(9); run > 0; --run) {
    const Date start = first + dice.roll(350);
    for (int i = dice.roll(9); i >= 0; --i) made.holidays.push_back(start + i);
  }
  for (int i = dice.roll(9); i > 0; --i) {
    const Date day = first + dice.roll(360);
    if (weekday(day) >= 6) made.workdays.push_back(day);
  }
  return made;
}

Calendar with(const PublishedYear& year) { return Calendar::with({&year, 1}); }

// Whether no deadline of the first calendar is later than the second's.
void check_never_later(const Calendar& a, const Calendar& b, Dice& dice, int year) {
  for (int i = 0; i < 200; ++i) {
    const Date from = *make_date(year - 1, 11, 1) + dice.roll(430);
    const int count = dice.roll(70);
    CAPTURE(to_string(from));
    CAPTURE(count);
    CHECK(working_days(a, from, count).judged <= working_days(b, from, count).judged);
    CHECK(calendar_days(a, from, count).judged <= calendar_days(b, from, count).judged);
    CHECK(calendar_days(a, from, count).due == calendar_days(b, from, count).due);
  }
}

TEST_CASE("properties: adding a holiday never makes a deadline earlier") {
  Dice dice(20260214);
  for (int round = 0; round < 40; ++round) {
    const PublishedYear before = some_year(dice, 2031);
    PublishedYear after = before;
    const Date added = *make_date(2031, 1, 1) + dice.roll(365);
    after.holidays.push_back(added);
    after.workdays.erase(std::remove(after.workdays.begin(), after.workdays.end(), added),
                         after.workdays.end());
    CAPTURE(to_string(added));
    check_never_later(with(before), with(after), dice, 2031);
  }
}

TEST_CASE("properties: adding a make-up workday never makes a deadline later") {
  Dice dice(20261010);
  for (int round = 0; round < 40; ++round) {
    const PublishedYear before = some_year(dice, 2031);
    PublishedYear after = before;
    Date added = *make_date(2031, 1, 1) + dice.roll(350);
    added = added + (6 - weekday(added) + (weekday(added) == 7 ? 7 : 0));
    after.workdays.push_back(added);
    CAPTURE(to_string(added));
    check_never_later(with(after), with(before), dice, 2031);
  }
}

TEST_CASE("properties: adding workdays agrees with counting them one by one") {
  Dice dice(7);
  for (int i = 0; i < 4000; ++i) {
    const Date from = some_day(dice, "1998-01-01", 16500);
    const int count = 1 + dice.roll(60);
    Date day = from;
    for (int left = count; left > 0;) {
      day = day + 1;
      if (official().is_workday(day)) --left;
    }
    CAPTURE(to_string(from));
    CAPTURE(count);
    CHECK(official().add_workdays(from, count) == day);
    CHECK(official().workdays_between(from, day) == count);
    CHECK(official().workdays_between(from, day - 1) == count - 1);
    CHECK(official().workdays_between(day, from) == 0);
  }
}

TEST_CASE("properties: going back is going forward undone") {
  Dice dice(11);
  for (int i = 0; i < 4000; ++i) {
    const Date from = official().roll_to_workday(some_day(dice, "1998-01-01", 16500));
    const int count = dice.roll(300);
    CAPTURE(to_string(from));
    CHECK(official().add_workdays(official().add_workdays(from, count), -count) == from);
    CHECK(official().add_workdays(official().add_workdays(from, -count), count) == from);
  }
}

TEST_CASE(
    "properties: a day is a workday exactly when its kind says so, and rolls to the next one") {
  int failures = 0;
  for (Date day = date("1998-01-01"); day <= date("2043-12-31"); day = day + 1) {
    const DayKind kind = official().kind(day);
    const bool works = kind == DayKind::Workday || kind == DayKind::MakeUpWorkday;
    if (works != official().is_workday(day)) ++failures;
    Date next = day;
    while (!official().is_workday(next)) next = next + 1;
    if (official().roll_to_workday(day) != next) ++failures;
    if (official().workdays_between(day - 1, day) != (works ? 1 : 0)) ++failures;
  }
  CHECK(failures == 0);
}

TEST_CASE("properties: a week's count and last workday agree with its seven days") {
  int failures = 0;
  for (Date start = date("1997-12-29"); start <= date("2043-12-31"); start = start + 7) {
    int count = 0;
    std::optional<Date> last;
    for (int i = 0; i < 7; ++i) {
      if (!official().is_workday(start + i)) continue;
      ++count;
      last = start + i;
    }
    const IsoWeek week = iso_week(start);
    if (official().workdays_in_week(week) != count) ++failures;
    if (official().last_workday_of_week(week) != last) ++failures;
  }
  CHECK(failures == 0);
}

TEST_CASE("properties: a proof counts what was asked, day by day, up to the judged day") {
  Dice dice(3);
  for (int i = 0; i < 600; ++i) {
    const Date from = some_day(dice, "2003-01-01", 9200);
    const int count = 1 + dice.roll(90);
    const bool working = dice.roll(2) == 0;
    const bool count_start = dice.roll(2) == 0;
    const Deadline deadline = working ? working_days(official(), from, count)
                                      : calendar_days(official(), from, count, count_start);
    CAPTURE(to_string(from));
    CAPTURE(count);
    CHECK(deadline.judged >= deadline.due);
    CHECK(official().is_workday(deadline.judged));
    const std::vector<ProofDay> proof = proof_of(official(), deadline, working);
    CHECK(proof.front().day == from);
    CHECK(proof.back().day == deadline.judged);
    CHECK(static_cast<int>(proof.size()) == deadline.judged - from + 1);
    int counted = 0;
    int unexplained = 0;
    for (const ProofDay& line : proof) {
      counted += line.counted ? 1 : 0;
      unexplained += line.why.empty() ? 1 : 0;
    }
    CHECK(counted == count);
    CHECK(unexplained == 0);
  }
}

}  // namespace
}  // namespace core::calendar
