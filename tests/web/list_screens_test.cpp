// 今日, 数据 and 导入结果 as lists that are sorted, filtered, selected and copied like every other.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/web/desk_fixture.h"
#include "tests/web/headless_ui.h"
#include "web/models/today_model.h"
#include "web/screens/dashboard.h"
#include "web/screens/data_screen.h"
#include "web/screens/import_screen.h"
#include "web/screens/today_screen.h"

using web::TodayColumn;
using web::Wishes;

namespace {

using Names = std::vector<std::string>;

web::ColumnFilter filter_of(TodayColumn column) {
  web::ColumnFilter filter;
  filter.column = static_cast<std::uint8_t>(column);
  return filter;
}

web::SortKey by(TodayColumn column, bool down = false) {
  return {static_cast<std::uint8_t>(column), down};
}

/// Two cases with a leader in one unit, so that their weekly reports stand in one line.
struct Today {
  test::DeskFixture fixture;
  test::HeadlessUi ui;
  web::TodayModel model;
  web::TodayMemory memory;
  Wishes wishes;

  Today() {
    for (const char* which : {"511720260800000127", "511720260900000093"})
      fixture.record(
          R"({"kind":"lead.assigned","on":"2026-11-02","level":"county_main","official":"L1","unit_official":"T01/李建国","resolve_by":"2026-12-31","plan":"三步走","case":")" +
          std::string(which) + "\"}");
    core::app::Desk& desk = fixture.desk();
    model = web::TodayModel(desk.state(), desk.findings(), desk.today());
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    ui.show([this](const web::Look& look) {
      model.select(memory.query);
      web::draw_today(look, model, {}, {}, memory, wishes);
    });
    ui.frames();
  }

  std::optional<std::size_t> week() {
    ui.frames();
    for (std::size_t at = 0; at < model.lines().size(); ++at)
      if (model.lines()[at].is_week) return at;
    return std::nullopt;
  }
};

}  // namespace

TEST_CASE("today list: a header sorts the rows one by one, the order brings them together again") {
  Today list;
  REQUIRE(list.week().has_value());
  const std::size_t grouped = list.model.lines().size();
  list.ui.press("head_day");
  CHECK(list.memory.query.table.sorts == std::vector<web::SortKey>{by(TodayColumn::Day)});
  list.ui.frames();
  CHECK_FALSE(list.week().has_value());
  CHECK(list.model.lines().size() == list.model.total());
  std::int64_t before = INT64_MIN;
  for (std::size_t at = 0; at < list.model.lines().size(); ++at) {
    const std::int64_t day = list.model.value(list.model.row_at(at), 4);
    if (day == web::kBlank) break;  // blanks come last
    CHECK(before <= day);
    before = day;
  }
  CHECK(list.ui.shows("按表头"));
  list.ui.press("order");
  list.ui.press("按紧急");
  CHECK(list.memory.query.table.sorts.empty());
  list.ui.frames();
  CHECK(list.model.lines().size() == grouped);
}

TEST_CASE("today list: 不按此列排序 goes back to the most pressing first") {
  Today list;
  list.ui.press("head_case");
  list.ui.press("menu_case");
  list.ui.press("sort_not");
  CHECK(list.memory.query.table.sorts.empty());
  CHECK(list.week().has_value());
}

TEST_CASE("today list: columns are filtered by names, days and parts of words") {
  Today list;
  web::TodayQuery query;
  web::ColumnFilter state = filter_of(TodayColumn::State);
  state.words = {static_cast<std::int64_t>(web::Urgency::Late)};
  query.table.set_filter(state);
  list.model.select(query);
  CHECK(list.model.chosen() == list.model.count(web::Urgency::Late));
  query = {};
  web::ColumnFilter title = filter_of(TodayColumn::Case);
  title.part = "补偿";
  query.table.set_filter(title);
  list.model.select(query);
  REQUIRE(list.model.chosen() > 0);
  for (std::size_t at = 0; at < list.model.lines().size(); ++at)
    CHECK(list.model.words(at).title == "征地补偿安置");
  query = {};
  web::ColumnFilter day = filter_of(TodayColumn::Day);
  day.to = list.model.today().days;
  query.table.set_filter(day);
  list.model.select(query);
  REQUIRE(list.model.chosen() > 0);
  CHECK(list.model.chosen() <
        list.model.count(web::Urgency::Late) + list.model.count(web::Urgency::Today) + 1);
}

TEST_CASE("today list: every value that occurs has a name to filter by") {
  Today list;
  for (const TodayColumn column : {TodayColumn::State, TodayColumn::What, TodayColumn::Unit,
                                   TodayColumn::Clause, TodayColumn::Person}) {
    const std::vector<web::TableChoice> choices =
        web::choices_of(list.model, static_cast<std::size_t>(column));
    CHECK_FALSE(choices.empty());
    Names names;
    for (const web::TableChoice& choice : choices) {
      CHECK_FALSE(choice.word.empty());
      CHECK(std::find(names.begin(), names.end(), choice.word) == names.end());
      names.push_back(choice.word);
    }
  }
}

TEST_CASE("today list: what is filtered is said and cleared at one press") {
  Today list;
  const std::size_t all = list.model.lines().size();
  list.ui.press("menu_who");
  list.ui.press("choice_" + std::to_string(list.fixture.desk().state().find_unit("D01").value));
  list.ui.key(ImGuiKey_Escape);
  CHECK(list.model.lines().size() < all);
  list.ui.press("clear_filters");
  CHECK(list.memory.query.table.filters.empty());
  list.ui.frames();
  CHECK(list.model.lines().size() == all);
}

TEST_CASE("today list: arrow keys pass over a week, Enter and a press open it") {
  Today list;
  const std::size_t week = list.week().value();
  const std::size_t before = list.model.lines().size();
  list.memory.chosen = list.model.key(week - 1);
  list.ui.press("row_" + std::to_string(list.model.key(week - 1)));
  list.ui.key(ImGuiKey_DownArrow);
  CHECK(list.memory.chosen == list.model.key(week));
  CHECK(list.model.lines().size() == before);
  list.ui.key(ImGuiKey_Enter);
  list.ui.frames();
  CHECK(list.model.lines().size() > before);
  list.ui.press("row_" + std::to_string(list.model.key(week)));
  CHECK(list.model.lines().size() == before);
}

TEST_CASE("today list: a range is copied with full numbers, and a week is no row of its totals") {
  Today list;
  list.ui.press("row_" + std::to_string(list.model.key(0)));
  list.ui.key(ImGuiKey_Space, ImGuiMod_Shift);
  list.ui.key(ImGuiKey_C, ImGuiMod_Ctrl);
  const std::string copied = ImGui::GetClipboardText();
  CHECK(copied.find("征地补偿安置 511720260800000127") != std::string::npos);
  CHECK(list.model.row_at(list.week().value()) == SIZE_MAX);
}

TEST_CASE("today list: going there from a number keeps how the columns stand") {
  test::DeskFixture fixture;
  test::HeadlessUi ui;
  web::Dashboard dashboard(fixture.desk());
  web::FrameInput input;
  input.width = 1440;
  input.height = 900;
  ui.draw = [&] { dashboard.frame(input); };
  ui.press("menu_clause");
  ui.press("hide");
  CHECK(dashboard.take_views().has_value());
  const Names before = ui.labels("columnheader");
  dashboard.go("overview");
  ui.frames(20);
  ui.press("tile_late");
  REQUIRE(dashboard.screen() == "today");
  CHECK(ui.labels("columnheader") == before);
}

TEST_CASE("data: a ledger too large for tablets says so") {
  test::DeskFixture fixture;
  const auto size = [&](std::uint64_t megabytes) {
    const web::LedgerAccount account{"X", megabytes << 20, false};
    return web::data_model(fixture.desk().state(), account, fixture.desk().today()).size;
  };
  CHECK(size(200) == "200.0 MB");
  CHECK(size(201) == "201.0 MB，平板上可能打不开");
}

TEST_CASE("data list: imports are sorted, filtered and added up") {
  test::DeskFixture fixture;
  for (const std::string rows : {"12", "7", "30"})
    fixture.record(R"({"kind":"import.recorded","on":"2026-11-20","file":")" + rows +
                   R"(.xlsx","digest":")" + rows + R"(","as":["cases"],"rows":)" + rows +
                   R"(,"added":1,"updated":0,"unchanged":0,"refused":0})");
  core::app::Desk& desk = fixture.desk();
  web::DataModel model = web::data_model(desk.state(), {"X", 1, false}, desk.today());
  web::DataMemory memory;
  Wishes wishes;
  test::HeadlessUi ui;
  ui.show([&](const web::Look& look) {
    model.imports.select(memory.query);
    web::draw_data(look, model, {}, memory, wishes);
  });
  const auto files = [&] {
    ui.frames();
    Names names;
    for (std::size_t row = 0; row < model.imports.count(); ++row)
      names.push_back(model.imports.cell(model.imports.source(row), 1).text);
    return names;
  };
  CHECK(files() == Names{"30.xlsx", "7.xlsx", "12.xlsx"});
  ui.press("head_rows");
  CHECK(files() == Names{"30.xlsx", "12.xlsx", "7.xlsx"});
  ui.press("12.xlsx");
  CHECK(memory.chosen == desk.state().fact_count() - 2);  // the position of its fact
  CHECK(ui.shows(
      "这次导入的逐行结果只在导入后、页面重新打开前可看；再导入同一文件，会重新列出没有收录的行"));
  const ImVec4 from = ui.find("30").rect, to = ui.find("7").rect;
  ui.drag({from.z - 4, (from.y + from.w) / 2}, {to.z - 4, (to.y + to.w) / 2});
  CHECK(ui.find("totals").label ==
        "已选 3 行 × 1 列 · 非空 3 · 求和 49 · 平均 16.33 · 最小 7 · 最大 30");
  ui.press("export");
  REQUIRE(wishes.download.has_value());
  CHECK(wishes.download->name == "导入记录-2026-11-23.csv");
}

TEST_CASE("import list: refused rows, cells and notes are told apart and filtered") {
  core::intake::FileLog file;
  file.file = "a.xlsx";
  for (int row = 1; row <= 40; ++row)
    file.issues.push_back({"a.xlsx", "台账", row, row % 2 == 0 ? "登记时间" : "责任单位",
                           "字" + std::to_string(row),
                           row % 2 == 0 ? "没有这一天，此格未取" : "没有登记的单位"});
  file.notes = {"第5行是合计，没有读取"};
  web::ImportModel model({{file}}, *core::make_date(2026, 11, 23));
  web::ImportMemory memory;
  Wishes wishes;
  test::HeadlessUi ui;
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  ui.show([&](const web::Look& look) {
    model.select(memory.file_query, memory.issue_query);
    web::draw_import(look, model, /*preview=*/false, memory, wishes);
  });
  CHECK(ui.shows("没有收录的行和单元格 40 · 说明 1"));
  ui.press("menu_kind");
  CHECK(ui.labels("checkbox") == Names{"未收录", "此格未取", "说明", "行高随内容"});
  ui.press("choice_3");
  ui.key(ImGuiKey_Escape);
  CHECK(model.issues().count() == 1);
  memory.issue_query = {};
  ui.press("menu_text");
  ui.press("filter_part");
  ui.type("字3");
  CHECK(model.issues().count() == 11);  // 3, 30 … 39
  ui.key(ImGuiKey_Escape);              // leaves the field
  ui.key(ImGuiKey_Escape);              // closes the menu
  ui.press("export");
  REQUIRE(wishes.download.has_value());
  CHECK(wishes.download->content.find("未收录,a.xlsx,台账,3,责任单位,字3,没有登记的单位\r\n") !=
        std::string::npos);
}
