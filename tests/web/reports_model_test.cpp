#include "web/models/reports_model.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "tests/web/desk_fixture.h"
#include "web/models/words.h"

using web::ReportColumn;
using web::ReportsModel;

TEST_CASE("reports model: what nobody reported before the case was closed stays missed") {
  test::DeskFixture fixture;
  fixture.record(
      R"({"kind":"lead.assigned","on":"2026-10-19","case":"511720260800000127","level":"county_main","official":"L1","plan":"方案"})");
  fixture.record(
      R"({"kind":"report.filed","on":"2026-10-26","case":"511720260800000127","week":"2026-W43","progress":20,"work":"接谈"})");
  fixture.record(
      R"({"kind":"case.closed","on":"2026-11-17","case":"511720260800000127","approver":"周明"})");
  core::app::Desk& desk = fixture.desk();
  const ReportsModel model = web::reports_model(desk.state(), desk.findings(), desk.today());
  REQUIRE(model.rows.size() == 1);
  const auto cell = [&model](std::size_t weeks_ago) {
    return std::string(
        model.table.text(0, static_cast<std::size_t>(ReportColumn::FirstWeek) + weeks_ago));
  };
  CHECK(cell(1) == "免报");  // the closing report takes its place
  CHECK(cell(2) == "漏报");
  CHECK(cell(5) == "迟报 20%");
  CHECK_FALSE(model.is_filed(0, 2));
  CHECK(model.is_filed(0, 5));
  const auto is_missed = [](const core::rules::DutyRow& row) {
    return row.state == core::rules::DutyState::DoneLate &&
           row.remark == core::rules::Remark::Missed;
  };
  const std::vector<core::rules::DutyRow>& duties = desk.findings().duties;
  for (const core::rules::DutyRow& row : duties)
    if (is_missed(row)) CHECK(web::state_words(row, desk.today()).text == "漏报");
  CHECK(std::any_of(duties.begin(), duties.end(), is_missed));
  CHECK(model.rows.front().missed == 0);  // nothing of it can be asked for any more
}
