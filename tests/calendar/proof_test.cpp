#include <doctest/doctest.h>

#include <string>

#include "core/calendar/proof_json.h"
#include "tests/calendar/support.h"

namespace core::calendar {
namespace {

using test::date;
using test::official;

std::string lines(const Deadline& deadline, bool working) {
  std::string text;
  for (const ProofDay& line : proof_of(official(), deadline, working)) {
    text += to_string(line.day).substr(5) + (line.counted ? " + " : " - ") + line.why + "\n";
  }
  return text;
}

TEST_CASE("proof: working days name every day skipped and number every day counted") {
  CHECK(lines(working_days(official(), date("2026-02-12"), 4), true) ==
        "02-12 - 起算日不计\n"
        "02-13 + 第1个工作日\n"
        "02-14 + 第2个工作日，调休上班（春节）\n"
        "02-15 - 春节放假\n"
        "02-16 - 春节放假\n"
        "02-17 - 春节放假\n"
        "02-18 - 春节放假\n"
        "02-19 - 春节放假\n"
        "02-20 - 春节放假\n"
        "02-21 - 春节放假\n"
        "02-22 - 春节放假\n"
        "02-23 - 春节放假\n"
        "02-24 + 第3个工作日\n"
        "02-25 + 第4个工作日，到期日\n");
}

TEST_CASE("proof: calendar days show the due day and the days it is put off by") {
  CHECK(lines(calendar_days(official(), date("2026-09-30"), 3), false) ==
        "09-30 - 起算日不计\n"
        "10-01 + 第1日\n"
        "10-02 + 第2日\n"
        "10-03 + 第3日，到期日，国庆节放假，顺延\n"
        "10-04 - 国庆节放假，顺延\n"
        "10-05 - 国庆节放假，顺延\n"
        "10-06 - 国庆节放假，顺延\n"
        "10-07 - 国庆节放假，顺延\n"
        "10-08 - 顺延后到期日\n");
  CHECK(lines(calendar_days(official(), date("2026-11-26"), 2), false) ==
        "11-26 - 起算日不计\n"
        "11-27 + 第1日\n"
        "11-28 + 第2日，到期日，星期六，顺延\n"
        "11-29 - 星期日，顺延\n"
        "11-30 - 顺延后到期日\n");
}

TEST_CASE("proof: a term may end on a make-up workday, also after being put off") {
  CHECK(lines(calendar_days(official(), date("2026-02-12"), 2), false) ==
        "02-12 - 起算日不计\n"
        "02-13 + 第1日\n"
        "02-14 + 第2日，到期日\n");
  CHECK(lines(calendar_days(official(), date("2026-01-01"), 1), false) ==
        "01-01 - 起算日不计\n"
        "01-02 + 第1日，到期日，元旦放假，顺延\n"
        "01-03 - 元旦放假，顺延\n"
        "01-04 - 调休上班（元旦），顺延后到期日\n");
}

TEST_CASE("proof: a counted start day is day one") {
  CHECK(lines(calendar_days(official(), date("2026-03-02"), 2, true), false) ==
        "03-02 + 第1日，起算日计入\n"
        "03-03 + 第2日，到期日\n");
}

TEST_CASE("proof: holidays of a year without a notice are marked") {
  CHECK(lines(working_days(official(), date("2026-12-31"), 1), true) ==
        "12-31 - 起算日不计\n"
        "01-01 - 元旦放假（暂定）\n"
        "01-02 - 星期六\n"
        "01-03 - 星期日\n"
        "01-04 + 第1个工作日，到期日\n");
}

TEST_CASE("proof: a holiday without a known name is still a reason") {
  const PublishedYear year{
      2030,
      {date("2030-01-01"), date("2030-04-05"), date("2030-05-01"), date("2030-10-01")},
      {date("2030-04-06")},
      "县"};
  const Calendar calendar = Calendar::with({&year, 1});
  const auto proof = proof_of(calendar, working_days(calendar, date("2030-04-04"), 1), true);
  REQUIRE(proof.size() == 3);
  CHECK(proof[1].why == "放假");
  CHECK(proof[2].why == "第1个工作日，调休上班，到期日");
}

TEST_CASE("proof json: a deadline carries its days") {
  const Deadline deadline = calendar_days(official(), date("2026-11-26"), 1);
  CHECK(to_json(deadline_json(official(), deadline, false)) ==
        R"({"days":[{"counted":false,"day":"2026-11-26","why":"起算日不计"},)"
        R"({"counted":true,"day":"2026-11-27","why":"第1日，到期日"}],)"
        R"("due":"2026-11-27","from":"2026-11-26","judged":"2026-11-27","provisional":false})");
}

TEST_CASE("proof json: a year lists its special days and adds up") {
  const Value year = year_json(official(), 2026);
  const Fields& fields = *year.fields();
  CHECK(fields.boolean("official"));
  CHECK_FALSE(fields.boolean("provisional"));
  const Fields& totals = *fields.find("totals")->fields();
  CHECK(totals.integer("workdays") == 248);
  CHECK(totals.integer("holidays") == 33);
  CHECK(totals.integer("make_up_workdays") == 6);
  CHECK(totals.integer("workdays") + totals.integer("holidays") + totals.integer("weekends") ==
        totals.integer("days"));
  const List& days = *fields.find("days")->list();
  REQUIRE(days.size() == 39);
  CHECK(days.front().fields()->text("day") == "2026-01-01");
  CHECK(days.front().fields()->text("kind") == "holiday");
  CHECK(days[3].fields()->text("kind") == "make_up_workday");
  CHECK(days[3].fields()->text("name") == "元旦");
  CHECK(days[3].fields()->text("source").find("〔2025〕7号") != std::string_view::npos);
}

TEST_CASE("proof json: a year nobody published is provisional and empty") {
  const Value year = year_json(official(), 2035);
  CHECK(year.fields()->boolean("provisional"));
  CHECK(year.fields()->find("days")->list()->empty());
  CHECK(year.fields()->find("sources")->list()->empty());
  CHECK(year.fields()->find("totals")->fields()->integer("days") == 365);
  CHECK(year_json(official(), 2027).fields()->find("sources")->list()->size() == 1);
}

}  // namespace
}  // namespace core::calendar
