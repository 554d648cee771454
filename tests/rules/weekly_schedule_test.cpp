#include "core/rules/lead/weekly_schedule.h"

#include <doctest/doctest.h>

#include "tests/rules/county.h"

using namespace core;
using namespace core::rules;
using test::County;
using test::day;

namespace {

/// `2026-W07 2026-02-14`, one for each week owed.
std::vector<std::string> owed(const County& county, std::string_view on,
                              const Settings& settings = {}) {
  const Rulebook rulebook(settings);
  const Decisions decisions;
  const Context context{
      county.state(), test::official_calendar(), rulebook, decisions, day(on), {}, {}};
  CaseFacts facts;
  REQUIRE(read_case(county.state(), county.index(), day(on), facts));
  WeekTable weeks(context);
  schedule_weeks(facts, weeks);
  std::vector<std::string> lines;
  for (const OwedWeek& each : facts.owed_weeks)
    lines.push_back(to_string(iso_week(each.monday)) + " " + to_string(each.due_on));
  return lines;
}

County led_from(std::string_view on) {
  County county;
  county.register_case(on);
  county.about("lead.assigned", on, {{"level", "county_leader"}, {"official", "leader"}});
  return county;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("weekly schedule: weeks of holidays and make-up days") {
  struct Edge {
    std::string_view from;
    std::string_view until;
    Lines weeks;
  };
  const Edge edges[] = {
      {"2023-01-16", "2023-02-05", {"2023-W03 2023-01-20", "2023-W05 2023-02-03"}},
      {"2023-09-25", "2023-10-15", {"2023-W39 2023-09-28", "2023-W41 2023-10-13"}},
      {"2024-02-05", "2024-02-25", {"2024-W06 2024-02-09", "2024-W08 2024-02-23"}},
      {"2024-04-22", "2024-05-12", {"2024-W17 2024-04-28", "2024-W19 2024-05-11"}},
      {"2024-09-23", "2024-10-13", {"2024-W39 2024-09-29", "2024-W41 2024-10-12"}},
      {"2025-01-20", "2025-02-09", {"2025-W04 2025-01-26", "2025-W06 2025-02-08"}},
      {"2025-09-22", "2025-10-12", {"2025-W39 2025-09-28", "2025-W41 2025-10-11"}},
      {"2026-02-09", "2026-03-01", {"2026-W07 2026-02-14", "2026-W09 2026-02-28"}},
      {"2026-09-21",
       "2026-10-11",
       {"2026-W39 2026-09-24", "2026-W40 2026-09-30", "2026-W41 2026-10-10"}},
      {"2026-12-28", "2027-01-10", {"2026-W53 2026-12-31", "2027-W01 2027-01-08"}},
  };
  for (const Edge& edge : edges) {
    CAPTURE(std::string(edge.from));
    CHECK(owed(led_from(edge.from), edge.until) == edge.weeks);
  }
}

TEST_CASE("weekly schedule: the week of assignment counts when three workdays remain") {
  CHECK(owed(led_from("2026-11-04"), "2026-11-08") == Lines{"2026-W45 2026-11-06"});
  CHECK(owed(led_from("2026-11-05"), "2026-11-08").empty());
  CHECK(owed(led_from("2026-11-08"), "2026-11-09") == Lines{"2026-W46 2026-11-13"});
  // 2026-09-18 is a Friday followed by a make-up Sunday: two remain.
  CHECK(owed(led_from("2026-09-18"), "2026-09-20").empty());
  CHECK(owed(led_from("2026-09-17"), "2026-09-20") == Lines{"2026-W38 2026-09-20"});
}

TEST_CASE("weekly schedule: a week is owed from its Monday") {
  const County county = led_from("2026-11-02");
  CHECK(owed(county, "2026-11-08").size() == 1);
  CHECK(owed(county, "2026-11-09").size() == 2);
}

TEST_CASE("weekly schedule: it ends with the week of closure") {
  County county = led_from("2026-11-02");
  county.about("case.closed", "2026-11-11", {{"approver", "main"}});
  CHECK(owed(county, "2026-12-31") == Lines{"2026-W45 2026-11-06", "2026-W46 2026-11-13"});
}

TEST_CASE("weekly schedule: closed and led again in one week, the week is owed once") {
  County county = led_from("2026-11-02");
  county.about("case.closed", "2026-11-09", {{"approver", "main"}});
  county.about("case.reopened", "2026-11-10");
  county.about("lead.assigned", "2026-11-10", {{"level", "county_leader"}, {"official", "leader"}});
  CHECK(owed(county, "2026-11-15") == Lines{"2026-W45 2026-11-06", "2026-W46 2026-11-13"});
}

TEST_CASE("weekly schedule: nothing is owed while the case is paused") {
  County county = led_from("2026-11-02");
  county.about("case.suspended", "2026-11-10", {{"until", "2026-11-17"}, {"approver", "main"}});

  SUBCASE("three workdays after the pause are enough") {
    CHECK(owed(county, "2026-11-22") == Lines{"2026-W45 2026-11-06", "2026-W47 2026-11-20"});
  }
  SUBCASE("resumed early, the week is owed again") {
    county.about("case.resumed", "2026-11-11");
    CHECK(owed(county, "2026-11-15") == Lines{"2026-W45 2026-11-06", "2026-W46 2026-11-13"});
  }
}

TEST_CASE("weekly schedule: a fixed weekday lies in the next week") {
  Settings settings;
  settings.report_weekday = 2;
  CHECK(owed(led_from("2026-11-02"), "2026-11-10", settings) ==
        Lines{"2026-W45 2026-11-10", "2026-W46 2026-11-17"});
}

TEST_CASE("weekly schedule: settings hold from the day they are in force") {
  County county = led_from("2026-11-02");
  county.add("rulebook.activated", "2026-11-03",
             {{"settings", Fields{{"report_due", "weekday:1"}}},
              {"from", "2026-11-09"},
              {"approver", "main"}});
  const Rulebook rulebook = Rulebook::of(county.state());
  Findings dated;
  derive(county.state(), test::official_calendar(), rulebook, day("2026-11-15"), dated);
  std::vector<Date> due;
  for (const DutyRow& row : dated.duties)
    if (row.rule == RuleId::WeeklyReport) due.push_back(row.due_on);
  CHECK(due == std::vector<Date>{day("2026-11-06"), day("2026-11-16")});
}
