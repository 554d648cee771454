#include <doctest/doctest.h>

#include "tests/calendar/support.h"

namespace core::calendar {
namespace {

using test::date;
using test::official;

struct Vector {
  const char* from;
  int count;
  const char* due;
  bool provisional = false;
};

TEST_CASE("deadline: working days skip holidays and count make-up workdays") {
  const Vector vectors[] = {
      {"2026-01-30", 15, "2026-02-27"},       {"2026-02-06", 15, "2026-03-05"},
      {"2026-02-13", 15, "2026-03-12"},       {"2026-02-14", 15, "2026-03-13"},
      {"2026-04-28", 15, "2026-05-21"},       {"2026-09-18", 15, "2026-10-15"},
      {"2026-09-24", 15, "2026-10-22"},       {"2026-09-30", 15, "2026-10-27"},
      {"2026-10-10", 15, "2026-10-30"},       {"2025-01-20", 15, "2025-02-14"},
      {"2025-09-26", 15, "2025-10-23"},       {"2024-09-29", 15, "2024-10-24"},
      {"2023-09-22", 15, "2023-10-19"},       {"2026-11-23", 15, "2026-12-14"},
      {"2026-02-12", 5, "2026-02-26"},        {"2026-09-30", 5, "2026-10-13"},
      {"2026-05-08", 5, "2026-05-14"},        {"2025-01-24", 5, "2025-02-07"},
      {"2026-12-18", 15, "2027-01-11", true},
  };
  for (const Vector& each : vectors) {
    CAPTURE(each.from);
    const Deadline deadline = working_days(official(), date(each.from), each.count);
    CHECK(to_string(deadline.due) == each.due);
    CHECK(deadline.judged == deadline.due);
    CHECK(deadline.from == date(each.from));
    CHECK(deadline.provisional == each.provisional);
  }
}

TEST_CASE(
    "deadline: calendar days end strictly on the due day and are judged by the next workday") {
  const struct {
    const char* from;
    int days;
    const char* due;
    const char* judged;
  } vectors[] = {
      {"2026-02-02", 15, "2026-02-17", "2026-02-24"},
      {"2026-09-18", 15, "2026-10-03", "2026-10-08"},
      {"2026-08-03", 60, "2026-10-02", "2026-10-08"},
      {"2026-02-02", 90, "2026-05-03", "2026-05-06"},
      {"2026-07-31", 15, "2026-08-15", "2026-08-17"},
      {"2026-03-02", 15, "2026-03-17", "2026-03-17"},
      {"2026-01-30", 15, "2026-02-14", "2026-02-14"},  // a Saturday worked
  };
  for (const auto& each : vectors) {
    CAPTURE(each.from);
    const Deadline deadline = calendar_days(official(), date(each.from), each.days);
    CHECK(to_string(deadline.due) == each.due);
    CHECK(to_string(deadline.judged) == each.judged);
    CHECK_FALSE(deadline.provisional);
    CHECK_FALSE(deadline.start_counted);
  }
}

TEST_CASE("deadline: counting the start day ends one day sooner") {
  const Deadline deadline = calendar_days(official(), date("2026-03-02"), 15, true);
  CHECK(deadline.due == date("2026-03-16"));
  CHECK(deadline.start_counted);
  CHECK(calendar_days(official(), date("2026-03-02"), 1, true).due == date("2026-03-02"));
  CHECK(calendar_days(official(), date("2026-03-02"), 0, true).due == date("2026-03-02"));
}

TEST_CASE("deadline: without rolling the judged day is the due day") {
  const Deadline deadline = calendar_days(official(), date("2026-09-18"), 15, false, false);
  CHECK(deadline.due == date("2026-10-03"));
  CHECK(deadline.judged == date("2026-10-03"));
}

TEST_CASE("deadline: whatever touches 2027 is provisional") {
  CHECK_FALSE(calendar_days(official(), date("2026-11-28"), 30).provisional);
  CHECK(calendar_days(official(), date("2026-12-02"), 30).judged == date("2027-01-04"));
  CHECK(calendar_days(official(), date("2026-12-02"), 30).provisional);
  CHECK(working_days(official(), date("2026-12-24"), 5).due == date("2026-12-31"));
  CHECK(working_days(official(), date("2026-12-24"), 5).provisional);
  CHECK(working_days(official(), date("2026-12-24"), 6).due == date("2027-01-04"));
  CHECK(working_days(official(), date("2026-12-24"), 6).provisional);
  CHECK(working_days(official(), date("2003-12-31"), 3).provisional);
}

TEST_CASE("deadline: a term that begins nowhere or leaves all years has no days") {
  for (const Deadline& each :
       {working_days(official(), Date{}, 5), calendar_days(official(), Date{}, 5),
        calendar_days(official(), date("2999-12-01"), 60),
        calendar_days(official(), date("2026-01-01"), 2147483647),
        working_days(official(), date("2026-01-01"), 2147483647)}) {
    CHECK_FALSE(each.from.known());
    CHECK_FALSE(each.due.known());
    CHECK_FALSE(each.judged.known());
    CHECK(each.provisional);
    CHECK(proof_of(official(), each, true).empty());
  }
}

TEST_CASE(
    "deadline: the days before an unpublished year that its notice may move are provisional") {
  CHECK_FALSE(working_days(official(), date("2026-12-21"), 5).provisional);  // 28 December
  CHECK(working_days(official(), date("2026-12-21"), 6).due == date("2026-12-29"));
  CHECK(working_days(official(), date("2026-12-21"), 6).provisional);
  CHECK(calendar_days(official(), date("2026-12-14"), 15).due == date("2026-12-29"));
  CHECK(calendar_days(official(), date("2026-12-14"), 15).provisional);
  CHECK_FALSE(calendar_days(official(), date("2026-12-13"), 15).provisional);
  // Once the year before was followed by a notice, nothing of it is uncertain any more.
  CHECK_FALSE(working_days(official(), date("2025-12-22"), 15).provisional);
}

}  // namespace
}  // namespace core::calendar
