// Numbers on the filters count what they open, whatever else narrows the list; files and paper hold
// everything that is chosen.

#include <doctest/doctest.h>

#include "core/app/search_index.h"
#include "tests/web/dashboard_page.h"
#include "web/models/cases_model.h"
#include "web/models/leads_model.h"
#include "web/models/reports_model.h"
#include "web/models/today_model.h"
#include "web/models/units_model.h"

using web::CaseScope;
using web::Urgency;

namespace {

constexpr const char* kLeads[] = {
    R"({"kind":"official.appointed","on":"2026-01-04","official":"L2","name":"安平","rank":"county_leader"})",
    R"({"kind":"lead.assigned","on":"2026-11-02","case":"511720260800000127","level":"county_main","official":"L1","unit_official":"T01/李建国","resolve_by":"2026-12-31","plan":"三步走"})",
    R"({"kind":"lead.assigned","on":"2026-11-02","case":"511720260900000093","level":"county_leader","official":"L2","unit_official":"T01/李建国","resolve_by":"2026-12-31"})",
};

struct Page : test::DashboardPage {
  explicit Page(bool demo = false)
      : DashboardPage(test::DeskFixture::Kind::County, 1440, 900, demo) {
    for (const char* fact : kLeads) fixture.record(fact);
    ui.frames();
  }
  core::app::Desk& desk() { return fixture.desk(); }
  std::string csv(const char* screen) {
    dashboard.go(screen);
    ui.frames(20);
    ui.press("export");
    const std::optional<web::Download> file = dashboard.take_download();
    REQUIRE(file.has_value());
    name = file->name;
    return file->content;
  }
  std::string name;
};

std::size_t lines_of(const std::string& text) {
  std::size_t lines = 0;
  for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos; at += 2) ++lines;
  return lines;
}

}  // namespace

TEST_CASE("narrowing: urgencies of 今日 count within a unit, a person and the filters of columns") {
  Page page;
  web::TodayModel model(page.desk().state(), page.desk().findings(), page.desk().today());
  const auto agrees = [&](web::TodayQuery query) {
    query.urgency.reset();
    model.select(query);
    const std::size_t all = model.chosen();
    CHECK(model.count() == all);
    std::size_t sum = 0;
    for (std::size_t at = 0; at < web::kUrgencies; ++at) {
      query.urgency = static_cast<Urgency>(at);
      model.select(query);
      CHECK(model.count(*query.urgency) == model.chosen());
      sum += model.chosen();
    }
    CHECK(sum == all);
    CHECK(all < model.total());
  };
  web::TodayQuery query;
  query.unit = page.desk().state().find_unit("D01");
  agrees(query);
  query = {};
  query.official = page.desk().state().find_official("T01/李建国");
  agrees(query);
  query = {};
  web::ColumnFilter filter;
  filter.column = static_cast<std::uint8_t>(web::TodayColumn::Case);
  filter.part = "物业";
  query.table.set_filter(filter);
  agrees(query);
}

TEST_CASE("narrowing: scopes of 事项 count within a search and the filters of columns") {
  Page page;
  core::app::SearchIndex index;
  index.update(page.desk().state());
  web::CasesModel model(page.desk().state(), page.desk().findings(), page.desk().today());
  const auto agrees = [&](web::CasesQuery query) {
    for (std::size_t at = 0; at < web::kCaseScopes; ++at) {
      query.scope = static_cast<CaseScope>(at);
      model.select(query, [&](std::string_view text) { return index.find(text); });
      CHECK(model.count(query.scope) == model.count());
    }
  };
  web::CasesQuery query;
  query.search = "西山镇";
  agrees(query);
  CHECK(model.count(CaseScope::All) == 2);
  query = web::cases_with(CaseScope::All, web::CaseColumn::Unit,
                          page.desk().state().find_unit("D01").value);
  agrees(query);
  CHECK(model.count(CaseScope::All) == 3);
  agrees({});
  CHECK(model.count(CaseScope::All) == 5);
}

TEST_CASE("narrowing: scopes of 包案 count within one leader's cases") {
  Page page;
  page.dashboard.go("leads");
  page.ui.frames(20);
  CHECK(page.ui.find("filter_all").label == "全部 3");
  CHECK(page.ui.find("filter_no_plan").label == "无方案 1");
  web::LeadsModel model =
      web::leads_model(page.desk().state(), page.desk().findings(), page.desk().today());
  const core::OfficialIndex leader = page.desk().state().find_official("L1");
  for (std::size_t at = 0; at < web::kLeadScopes; ++at) {
    model.select({}, static_cast<web::LeadScope>(at), leader);
    CHECK(model.counts[at] == model.table.count());
    CHECK(model.counts[0] == 1);
  }
}

TEST_CASE(
    "narrowing: scopes of 周报 count within the filters of columns, and say how to be rid of "
    "them") {
  Page page;
  web::ReportsModel model =
      web::reports_model(page.desk().state(), page.desk().findings(), page.desk().today());
  REQUIRE(model.rows.size() == 2);
  web::TableQuery query;
  query.set_filter(web::filter_by(static_cast<std::size_t>(web::ReportColumn::Lead),
                                  page.desk().state().find_official("L2").value));
  for (std::size_t at = 0; at < web::kReportScopes; ++at) {
    model.select(query, static_cast<web::ReportScope>(at));
    CHECK(model.counts[at] == model.table.count());
    CHECK(model.counts[0] == 1);
  }
  page.dashboard.go("reports");
  page.ui.frames(20);
  CHECK_FALSE(page.ui.shows("clear_filters"));
  page.ui.press("menu_lead");
  page.ui.press("blanks_only");
  page.ui.press_at({1400, 880});  // beside the menu
  CHECK(page.ui.shows("没有符合条件的，请清除筛选"));
  CHECK(page.ui.find("filter_all").label == "全部 0");
  page.ui.press("clear_filters");
  CHECK(page.ui.find("filter_all").label == "全部 2");
  CHECK_FALSE(page.ui.shows("clear_filters"));
}

TEST_CASE("narrowing: what has no plan is one number, on its button and in its column") {
  Page page;
  web::LeadsModel model =
      web::leads_model(page.desk().state(), page.desk().findings(), page.desk().today());
  model.select({}, web::LeadScope::All, {});
  std::size_t lacking = 0;
  for (std::size_t row = 0; row < model.table.rows(); ++row)
    lacking +=
        model.table.cell(row, static_cast<std::size_t>(web::LeadColumn::Plan)).text == "未制定";
  CHECK(lacking == model.counts[static_cast<std::size_t>(web::LeadScope::NoPlan)]);
  CHECK(lacking == 1);
  CHECK(model.table.rows() == 3);
}

TEST_CASE("narrowing: the tabs of 单位领导 count what is shown") {
  Page page;
  page.dashboard.go("units");
  page.ui.frames(20);
  page.ui.press("tab_officials");
  const std::string all = page.ui.find("tab_officials").label;
  page.ui.press("tab_units");
  page.ui.press("cell_0_5");  // 领导
  CHECK(page.ui.find("tab_officials").label ==
        "领导 " + std::to_string(page.ui.labels("row").size()));
  page.ui.press("clear_filters");
  CHECK(page.ui.find("tab_officials").label == all);
}

TEST_CASE("narrowing: the file of 今日 has every report, and days with their year") {
  Page page;
  const std::string file = page.csv("today");
  web::TodayModel model(page.desk().state(), page.desk().findings(), page.desk().today());
  model.select({});
  REQUIRE(model.lines().size() < model.total());
  CHECK(lines_of(file) == model.total() + 1);
  CHECK(file.find("展开") == std::string::npos);
  CHECK(file.find("2026年11月27日") != std::string::npos);
  CHECK(file.find(",11月") == std::string::npos);
  CHECK(file.find("—") == std::string::npos);
  page.ui.press("print");
  const std::optional<web::Download> paper = page.dashboard.take_download();
  REQUIRE(paper.has_value());
  CHECK(paper->content.find("展开") == std::string::npos);
  CHECK(paper->content.find("2026年11月27日") != std::string::npos);
}

TEST_CASE("narrowing: a file of demonstration data says so in its name and in its first line") {
  {
    Page demo(/*demo=*/true);
    const std::string file = demo.csv("cases");
    CHECK(demo.name == "演示-事项-2026-11-23.csv");
    CHECK(file.starts_with("\xEF\xBB\xBF演示数据，不是真实台账\r\n编号,"));
  }
  Page own;  // one page at a time
  CHECK(own.csv("cases").starts_with("\xEF\xBB\xBF编号,"));
  CHECK(own.name == "事项-2026-11-23.csv");
}

TEST_CASE("narrowing: a leader's late cases are counted and opened beside what is owed in person") {
  Page page;
  const core::State& state = page.desk().state();
  const web::UnitsModel units =
      web::units_model(state, page.desk().findings(), page.desk().today());
  web::CasesModel cases(state, page.desk().findings(), page.desk().today());
  std::int64_t most = 0;
  for (std::size_t at = 0; at < units.officials.rows(); ++at) {
    cases.select(
        web::cases_with(CaseScope::Late, web::CaseColumn::Lead, static_cast<std::int64_t>(at)),
        nullptr);
    const std::int64_t late =
        units.officials.value(at, static_cast<std::size_t>(web::OfficialColumn::LedLate));
    CHECK(late == static_cast<std::int64_t>(cases.count()));
    most = std::max(most, late);
  }
  CHECK(most == 1);
}

TEST_CASE("narrowing: Ctrl K leads into the search field, whatever was clicked before") {
  Page page;
  for (const char* clicked : {"nav_cases", "nav_today", "nav_overview"}) {
    CAPTURE(clicked);
    page.ui.press(clicked);
    page.ui.key(ImGuiKey_K, ImGuiMod_Ctrl);
    page.ui.frames(3);
    CHECK(ImGui::GetIO().WantTextInput);
    page.ui.type("噪声");
    page.ui.frames(3);
    CHECK(page.ui.find("search").value == "噪声");
    page.ui.key(ImGuiKey_A, ImGuiMod_Ctrl);
    page.ui.key(ImGuiKey_Delete);
  }
}
