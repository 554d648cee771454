// Screens for paper: what is shown, as tables.

#include "web/models/report.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/value.h"
#include "tests/web/dashboard_page.h"
#include "web/screens/dashboard.h"
#include "web/widgets/grid_range.h"

namespace {

struct Page : test::DashboardPage {
  /// Of the screen with this name, as the page gets it.
  core::Value print(std::string_view screen) {
    dashboard.go(screen);
    ui.frames(20);
    ui.press("print");
    return printed();
  }

  core::Value printed() {
    const auto file = dashboard.take_download();
    REQUIRE(file.has_value());
    CHECK(file->report);
    return core::parse_json(file->content).value();
  }
};

const core::List& list_of(const core::Value& value, std::string_view name) {
  const core::Value* found = value.fields()->find(name);
  REQUIRE(found != nullptr);
  REQUIRE(found->list() != nullptr);
  return *found->list();
}

/// Counted from 0.
const core::Fields& table_of(const core::Value& report, std::size_t which) {
  const core::List& tables = list_of(report, "tables");
  REQUIRE(tables.size() > which);
  return *tables[which].fields();
}

class ManyRows : public web::GridRows {
 public:
  std::size_t count() const override { return web::kMostPrinted + 5; }
  std::uint64_t key(std::size_t row) const override { return row; }
  void cell(std::size_t row, std::size_t, web::Cell& out) const override {
    out.text = std::to_string(row);
  }
};

}  // namespace

TEST_CASE("report: JSON of head, lines and tables") {
  const web::Report report{
      "今日", {"一行", ""}, {{"应办", {{"状态"}, {"数", true}}, {{"逾期", "3"}}}}};
  CHECK(web::report_json(report, {"青山县", "2026-11-23", true}) ==
        R"({"county":"青山县","day":"2026-11-23","demo":true,"lines":["一行"],"name":"今日",)"
        R"("tables":[{"caption":"应办","columns":[{"right":false,"title":"状态"},)"
        R"({"right":true,"title":"数"}],"rows":[["逾期","3"]]}]})");
}

TEST_CASE("report: what does not fit is told in the caption") {
  const web::GridColumn columns[] = {{"a", "甲"}};
  const web::ReportTable table = web::table_report("清单", ManyRows(), columns, {});
  CHECK(table.rows.size() == web::kMostPrinted);
  CHECK(table.caption == "清单（共 3,005 行，只列前 3,000 行，其余请筛选后打印）");
}

TEST_CASE("report: 今日 as it is sorted and filtered, without hidden columns") {
  Page page;
  page.ui.press("filter_late");
  const core::Value report = page.print("today");
  CHECK(report.fields()->text("name") == "今日");
  CHECK(report.fields()->text("county") == "青山县");
  CHECK(report.fields()->text("day") == "2026-11-23");
  const core::Fields& table = table_of(report, 0);
  std::vector<std::string> titles;
  for (const core::Value& column : *table.find("columns")->list())
    titles.emplace_back(column.fields()->text("title"));
  CHECK(titles == std::vector<std::string>{"状态", "应办事项", "责任人", "事项", "期限", "条款"});
  const core::List& rows = *table.find("rows")->list();
  REQUIRE_FALSE(rows.empty());
  for (const core::Value& row : rows) {
    CHECK(row.list()->size() == titles.size());
    CHECK(row.list()->front().text()->find("逾期") != std::string::npos);
  }
  CHECK(list_of(report, "lines").back().text()->rfind("所列：逾期，共 ", 0) == 0);
}

TEST_CASE("report: every screen for leaders has one") {
  Page page;
  page.fixture.record(
      R"({"kind":"lead.assigned","on":"2026-11-02","level":"county_main","official":"L1","unit_official":"T01/李建国","resolve_by":"2026-12-31","plan":"三步走","case":"511720260800000127"})");
  CHECK(list_of(page.print("overview"), "tables").size() == 5);
  CHECK(list_of(page.print("leads"), "tables").size() == 2);
  CHECK(list_of(page.print("reports"), "tables").size() == 1);
  const core::Value units = page.print("units");
  CHECK(table_of(units, 0).text("caption") == "单位");
  page.ui.press("tab_officials");
  CHECK(table_of(page.print("units"), 0).text("caption") == "领导");
}

TEST_CASE("report: Ctrl P prints what has a button for it, once") {
  Page page;
  page.dashboard.go("leads");
  page.ui.frames();
  page.ui.key(ImGuiKey_P, ImGuiMod_Ctrl);
  CHECK(page.printed().fields()->text("name") == "包案");
  page.dashboard.go("data");
  page.ui.frames();
  page.ui.key(ImGuiKey_P, ImGuiMod_Ctrl);
  CHECK_FALSE(page.dashboard.take_download().has_value());
}
