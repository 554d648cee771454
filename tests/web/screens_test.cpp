#include <doctest/doctest.h>

#include "tests/web/desk_fixture.h"
#include "tests/web/headless_ui.h"
#include "web/models/case_model.h"
#include "web/screens/case_screen.h"
#include "web/screens/cases_screen.h"
#include "web/screens/data_screen.h"
#include "web/screens/detail_panel.h"
#include "web/screens/import_screen.h"
#include "web/screens/navigation.h"
#include "web/screens/today_screen.h"
#include "web/screens/top_bar.h"

using web::Wishes;

namespace {

web::DutyDetail prompt_with_reason() {
  web::DutyDetail detail;
  detail.shown = true;
  detail.heading = "建议明确包案领导";
  detail.who = "西山镇";
  detail.state = {"待定", web::Tone::Accent};
  detail.sentence = "由办公室决定";
  detail.quotes = {{"二·4", "对被列入市级挂牌督办的重点案件，落实县分管领导包案。"}};
  detail.facts = {{"11月20日", "列为重点", "依据 市级挂牌督办", "f8"}};
  detail.which = {2};
  detail.case_label = "拖欠工资 511720261100000211";
  detail.prompt = "lead_level:C:1";
  return detail;
}

struct Detail {
  test::HeadlessUi ui;
  web::DutyDetail detail = prompt_with_reason();
  web::DetailOptions options;
  web::DetailMemory memory;
  Wishes wishes;

  Detail() {
    ui.show(
        [this](const web::Look& look) { web::draw_detail(look, detail, options, memory, wishes); });
  }
};

core::intake::ImportLog sample_log() {
  core::intake::FileLog file;
  file.file = "county-ledger.xlsx";
  file.as = {core::intake::SheetKind::Cases};
  file.rows = 187;
  file.added = 185;
  file.refused = 1;
  file.skipped = 1;
  file.scrubbed.phone = 42;
  file.dropped_columns = {"扬言", "风险等级"};
  file.issues = {
      {"county-ledger.xlsx", "台账", 189, "登记时间", "2026.13.45", "没有这一天，此格未取"},
      {"county-ledger.xlsx", "台账", 190, "责任单位", "不存在镇", "没有登记的单位"}};
  file.notes = {"隐藏的工作表“旧”没有读取"};
  core::intake::FileLog damaged;
  damaged.file = "坏.xlsx";
  damaged.error = "文件已损坏：压缩包目录读不出来";
  return {{file, damaged}};
}

}  // namespace

TEST_CASE("detail panel: drawing alone asks for nothing, and everything is listed") {
  Detail panel;
  panel.ui.frames(5);
  CHECK(panel.wishes.empty());
  CHECK(panel.ui.find("建议明确包案领导").role == "heading");
  CHECK(panel.ui.find("待定").role == "status");
  CHECK(panel.ui.find("二·4 对被列入市级挂牌督办的重点案件，落实县分管领导包案。").role ==
        "blockquote");
  CHECK(panel.ui.shows("11月20日 列为重点 依据 市级挂牌督办"));
}

TEST_CASE("detail panel: 打开事项 opens the case") {
  Detail panel;
  panel.ui.press("打开事项");
  CHECK(panel.wishes.open_case == core::CaseIndex{2});
}

TEST_CASE("detail panel: declining needs a reason, given in place") {
  Detail panel;
  panel.ui.press("不处理…");
  CHECK(panel.memory.declining);
  CHECK(panel.ui.find("decline_confirm").disabled);
  panel.ui.press("reason");
  panel.ui.type("  已由市里明确领导  ");
  panel.ui.press("decline_confirm");
  REQUIRE(panel.wishes.commands.size() == 1);
  const auto& decline = std::get<core::app::DeclinePrompt>(panel.wishes.commands[0]);
  CHECK(decline.prompt == "lead_level:C:1");
  CHECK(decline.reason == "已由市里明确领导");
  CHECK_FALSE(panel.memory.declining);
}

TEST_CASE("detail panel: with its buttons at the foot it fits, however thick its lines are") {
  Detail panel;
  panel.options.pinned = true;
  float below = -1;
  for (const float line : {1.0f, 2.0f, 4.0f}) {
    panel.ui.show([&](web::Look look) {
      look.line = line;
      web::draw_detail(look, panel.detail, panel.options, panel.memory, panel.wishes);
      below = ImGui::GetScrollMaxY();
    });
    panel.ui.frames();
    CHECK_MESSAGE(below == 0, line);
  }
}

TEST_CASE("detail panel: going back from declining asks for nothing") {
  Detail panel;
  panel.ui.press("decline");
  panel.ui.press("decline_cancel");
  CHECK_FALSE(panel.memory.declining);
  CHECK(panel.wishes.empty());
}

TEST_CASE("detail panel: a reader is offered nothing that writes, a duty no declining") {
  Detail panel;
  panel.options.read_only = true;
  CHECK_FALSE(panel.ui.shows("decline"));
  panel.options.read_only = false;
  panel.detail.prompt.clear();
  CHECK_FALSE(panel.ui.shows("decline"));
}

TEST_CASE("detail panel: a tapped day of the strip is explained") {
  Detail panel;
  const core::Date start = *core::make_date(2026, 11, 20);
  panel.detail.counting = "11月20日双方签字，次日起1个工作日";
  panel.detail.strip = {{start, web::StripDay::Kind::Skipped, "起算日不计"},
                        {start + 1, web::StripDay::Kind::Skipped, "星期六"},
                        {start + 3, web::StripDay::Kind::Due, "第1个工作日"}};
  CHECK(panel.ui.shows("期限怎样算出来的：11月20日双方签字，次日起1个工作日"));
  CHECK(panel.ui.find("day_after").disabled);
  panel.ui.press("day_before");
  CHECK(panel.memory.picked == start + 1);
  CHECK(panel.ui.find("11月21日 周六：星期六").rect.x >= 0);
  const ImVec4 days = panel.ui.find("days").rect;
  panel.ui.press_at({days.x + 2, days.y + 2});
  CHECK(panel.memory.picked == start);
}

TEST_CASE("today screen: an empty ledger says what to do first") {
  test::DeskFixture fixture(test::DeskFixture::Kind::Empty);
  core::app::Desk& desk = fixture.desk();
  web::TodayModel model(desk.state(), desk.findings(), desk.today());
  web::TodayMemory memory;
  Wishes wishes;
  model.select(memory.query);
  test::HeadlessUi ui;
  ui.show([&](const web::Look& look) { web::draw_today(look, model, {}, {}, memory, wishes); });
  CHECK(ui.shows("把台账文件拖到这里，或选择文件"));
  CHECK(wishes.empty());
  ui.press("选择文件");
  CHECK(wishes.choose_files);
}

TEST_CASE("cases screen: headers sort, the number opens the case, filters clear") {
  test::DeskFixture fixture;
  core::app::Desk& desk = fixture.desk();
  web::CasesModel model(desk.state(), desk.findings(), desk.today());
  web::CasesMemory memory;
  Wishes wishes;
  test::HeadlessUi ui;
  ui.show([&](const web::Look& look) {
    model.select(memory.query, [](std::string_view) { return core::app::CaseSet(0); });
    web::draw_cases(look, model, /*read_only=*/false, memory, wishes);
  });
  ui.frames(5);
  CHECK(wishes.empty());
  CHECK(ui.shows("共 5 件"));

  const auto title = static_cast<std::uint8_t>(web::CaseColumn::Title);
  ui.press("head_title");
  CHECK(memory.query.table.sorts == std::vector<web::SortKey>{{title, false}});
  ui.press("head_title");
  CHECK(memory.query.table.sorts == std::vector<web::SortKey>{{title, true}});

  ui.press("有逾期 1");
  CHECK(memory.query.scope == web::CaseScope::Late);
  CHECK(ui.shows("共 5 件，符合条件 1 件"));
  ui.press("…00127");
  REQUIRE(wishes.open_case.has_value());
  CHECK(desk.state().case_text(*wishes.open_case).title == "征地补偿安置");
  ui.press("clear_filters");
  CHECK(memory.query.scope == web::CaseScope::All);
  CHECK(wishes.search == "");

  memory.query.search = "没有";
  CHECK(ui.shows("没有符合条件的事项，请清除筛选或换一个词"));
}

TEST_CASE("cases screen: a unit is chosen in the menu of its column") {
  test::DeskFixture fixture;
  core::app::Desk& desk = fixture.desk();
  web::CasesModel model(desk.state(), desk.findings(), desk.today());
  web::CasesMemory memory;
  Wishes wishes;
  test::HeadlessUi ui;
  ui.show([&](const web::Look& look) {
    model.select(memory.query, [](std::string_view) { return core::app::CaseSet(0); });
    web::draw_cases(look, model, /*read_only=*/false, memory, wishes);
  });
  ui.press("menu_unit");
  CHECK(ui.labels("checkbox") == std::vector<std::string>{"西山镇", "县住建局", "行高随内容"});
  const std::uint32_t unit = desk.state().find_unit("D01").value;
  ui.press("choice_" + std::to_string(unit));
  REQUIRE(memory.query.table.filter(static_cast<std::size_t>(web::CaseColumn::Unit)) != nullptr);
  CHECK(ui.shows("共 5 件，符合条件 3 件，已按责任单位筛选"));
  ui.press("clear_filter");
  CHECK(memory.query.table.filters.empty());
  CHECK_FALSE(ui.shows("clear_filter"));
}

TEST_CASE("cases screen: what is shown is exported with full numbers") {
  test::DeskFixture fixture;
  core::app::Desk& desk = fixture.desk();
  web::CasesModel model(desk.state(), desk.findings(), desk.today());
  web::CasesMemory memory;
  Wishes wishes;
  test::HeadlessUi ui;
  ui.show([&](const web::Look& look) {
    model.select(memory.query, [](std::string_view) { return core::app::CaseSet(0); });
    web::draw_cases(look, model, /*read_only=*/false, memory, wishes);
  });
  ui.press("filter_late");
  ui.press("export");
  REQUIRE(wishes.download.has_value());
  CHECK(wishes.download->name == "事项-2026-11-23.csv");
  CHECK(wishes.download->content ==
        "\xEF\xBB\xBF编号,事项,责任单位,办理状态,最近期限,逾期,包案领导,信访人,形式,登记\r\n"
        "\"\t511720260800000127\",征地补偿安置,西山镇,办理中,2026年10月31日,1,,张某等12人,来访,"
        "2026年8月20日\r\n");
}

TEST_CASE("data screen: says what there is, asks for files, opens what it counts") {
  test::DeskFixture fixture;
  fixture.record(
      R"({"kind":"import.recorded","on":"2026-11-23","file":"county-ledger.xlsx","digest":"x","as":["cases"],"rows":187,"added":184,"updated":0,"unchanged":0,"refused":2,"skipped":1})");
  core::app::Desk& desk = fixture.desk();
  web::DataModel model =
      web::data_model(desk.state(), {"K3Q9-7MZ2-41AB", 1258291, true}, desk.today());
  web::DataMemory memory;
  Wishes wishes;
  web::FrameInput input;
  input.saving = web::SaveState::Saving;
  test::HeadlessUi ui;
  ui.show([&](const web::Look& look) {
    model.imports.select(memory.query);
    web::draw_data(look, model, input, memory, wishes);
  });
  ui.frames(5);
  CHECK(wishes.empty());
  CHECK(ui.shows("信访事项 5"));
  CHECK(ui.shows("台账校验码 K3Q9-7MZ2-41AB"));
  CHECK(ui.shows("保存状态 保存中"));
  CHECK(ui.shows("大小 1.2 MB"));
  CHECK(ui.shows("县（区） 青山县（演示数据）"));
  CHECK(ui.shows("11月23日 county-ledger.xlsx 事项 187 184 0 0 2 1"));
  ui.press("导入台账");
  CHECK(wishes.choose_files);
  ui.press("tile_cases");
  CHECK(wishes.screen == "cases");
}

TEST_CASE("import screen: accounts for files and lists every refused row") {
  web::ImportModel model(sample_log(), *core::make_date(2026, 11, 23));
  web::ImportMemory memory;
  Wishes wishes;
  test::HeadlessUi ui;
  ui.show([&](const web::Look& look) {
    model.select(memory.file_query, memory.issue_query);
    web::draw_import(look, model, /*preview=*/false, memory, wishes);
  });
  ui.frames(5);
  CHECK(wishes.empty());
  CHECK(ui.shows("2个文件（1个没有收录），187行：新增 185，更新 0，未变 0，拒绝 1，跳过 1"));
  CHECK(ui.shows("此格未取 county-ledger.xlsx 台账 189 登记时间 2026.13.45 没有这一天，此格未取"));
  CHECK(ui.shows("未收录 county-ledger.xlsx 台账 190 责任单位 不存在镇 没有登记的单位"));
  CHECK(ui.shows("说明 county-ledger.xlsx — 隐藏的工作表“旧”没有读取"));
  CHECK(ui.shows("没有收录的文件 1，行和单元格 2 · 说明 1"));
  CHECK(ui.shows("电话42处"));
  ui.press("没有登记的单位");
  CHECK(ui.shows("county-ledger.xlsx 台账 第190行 责任单位：“不存在镇” 没有登记的单位"));
  CHECK(ui.shows("county-ledger.xlsx 不收录的列：扬言、风险等级"));
  ui.press("row_1");
  CHECK(ui.shows("坏.xlsx：文件已损坏：压缩包目录读不出来"));
  ui.press("看今日");
  CHECK(wishes.screen == "today");
  ui.press("再导入");
  CHECK(wishes.choose_files);
}

TEST_CASE("import screen: files that could not be read are counted and listed") {
  core::intake::ImportLog log;
  for (const char* name : {"bad1.csv", "bad2.xlsx"}) {
    core::intake::FileLog& file = log.files.emplace_back();
    file.file = name;
    file.error = "文件已损坏";
  }
  // A workbook none of whose sheets is known says so of each.
  log.files[1].issues = {{"bad2.xlsx", "表一", 0, {}, {}, "认不出这张表"}};
  const web::ImportModel model(std::move(log), *core::make_date(2026, 11, 23));
  CHECK(model.failed() == 2);
  CHECK(model.issues().count(web::IssueKind::File) == 2);
  CHECK(model.issues().rows() == 2);
  CHECK(model.issues().issue(0).reason == "文件已损坏");
  CHECK(model.issues().issue(1).reason == "认不出这张表");
  CHECK(model.summary() == "2个文件（2个没有收录），0行：新增 0，更新 0，未变 0，拒绝 0");
}

TEST_CASE("navigation: entries lead to their screens and say what waits") {
  web::NavigationModel model;
  model.entries = {{"today", "今日", 12}, {"cases", "事项", 0}, {"data", "数据", 0}};
  model.current = "today";
  Wishes wishes;
  test::HeadlessUi ui;
  ui.show([&](const web::Look& look) { web::draw_navigation(look, model, wishes); });
  CHECK(ui.labels("tab") == std::vector<std::string>{"今日", "事项", "数据"});
  CHECK(ui.find("nav_today").value == "true");
  CHECK(wishes.empty());
  ui.press("事项");
  CHECK(wishes.screen == "cases");
}

TEST_CASE("top bar: says county, day, demo and whether it is saved") {
  web::TopBarModel model{"青山县", true, *core::make_date(2026, 11, 23), web::SaveState::MemoryOnly,
                         false};
  std::string search;
  Wishes wishes;
  test::HeadlessUi ui(1440, 56);
  ui.show([&](const web::Look& look) { web::draw_top_bar(look, model, search, wishes); });
  CHECK(ui.shows("责链"));
  CHECK(ui.shows("演示"));
  CHECK(ui.shows("演示，不保存"));
  CHECK(ui.shows("截至 2026年11月23日 周一"));
  CHECK(ui.find("search").role == "searchbox");
  ui.press("search");
  ui.type("工资");
  CHECK(search == "工资");
  CHECK(wishes.search == "工资");
  model.saving = web::SaveState::Failed;
  CHECK(ui.shows("未能保存"));
  model.read_only = true;
  CHECK(ui.shows("只读"));
}
