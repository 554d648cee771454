// The desk's screens as a clerk uses them: through the whole dashboard, by mouse and keys.
#include <doctest/doctest.h>

#include "tests/web/desk_page.h"

using test::Desk;
using test::kSizes;
using test::Size;

TEST_CASE("desk: what was recorded is undone by another session of the same ledger") {
  Desk desk;
  desk.fixture.record(
      R"({"kind":"case.forwarded","on":"2026-11-20","case":"511720261100000211","unit":"T01"})");
  web::Dashboard later(desk.fixture.desk());
  desk.ui.draw = [&] { later.frame(desk.input); };
  desk.ui.press("undo");
  CHECK(desk.ui.shows("已撤销：转送交办"));
  desk.ui.draw = [] {};
}

TEST_CASE("desk: the case offers what comes next and every other fact") {
  Desk desk;
  desk.go("cases");
  desk.ui.press("拖欠工资", 2);
  CHECK(desk.ui.shows("record_case.forwarded"));
  desk.ui.press("record_other");
  desk.ui.press("提出异议");
  CHECK(desk.ui.shows("close_form"));
  desk.ui.press("close_form");
  CHECK_FALSE(desk.ui.shows("close_form"));
}

TEST_CASE("desk: at least three whole weeks are seen whatever the size of the screen") {
  for (const Size& size : kSizes) {
    Desk desk(size.width, size.height);
    desk.lead();
    desk.go("reports");
    int weeks = 0;
    for (const web::RegistryItem& item : desk.ui.items())
      if (item.role == "columnheader" && item.id.rfind("head_w", 0) == 0 && !item.cut) ++weeks;
    CHECK_MESSAGE(weeks >= 3, size.width, " ", weeks);
  }
}

TEST_CASE("desk: however low the window, every list has rows to be scrolled to") {
  const Size low[] = {{1366, 650}, {1280, 600}, {1440, 900}};
  for (const Size& size : low) {
    Desk desk(size.width, size.height);
    desk.lead();
    desk.input.scale = 2;  // a person's zoom
    for (const char* screen : {"today", "cases", "leads", "reports", "units"}) {
      desk.go(screen);
      for (int turn = 0; turn < 6; ++turn) desk.ui.wheel({size.width / 2, 300}, -5);
      desk.ui.press_at({1, 1});  // Else the next wheel still goes to this list.
      CHECK_MESSAGE(!desk.ui.labels("row").empty(), size.width, " ", std::string(screen));
    }
  }
}

TEST_CASE("desk: weeks already reported open the case") {
  Desk desk;
  desk.lead();
  desk.go("reports");
  const std::uint32_t before = desk.facts();
  desk.ui.press("40%");
  desk.ui.frames();
  CHECK((desk.dashboard.screen() == "case" || desk.dashboard.screen() == "reports"));
  CHECK(desk.facts() == before);
}

TEST_CASE("desk: the responsibility list shows leaders and what each carries") {
  Desk desk;
  desk.lead();
  desk.go("leads");
  CHECK(desk.ui.labels("row").size() == 2);
  CHECK(desk.ui.shows("待明确领导 1"));
  desk.ui.press("load_0");
  CHECK(desk.ui.labels("row").size() == 1);
  desk.ui.press("clear_leader");
  desk.ui.press("filter_unled");
  CHECK(desk.ui.labels("row").size() == 1);
  desk.ui.press("未明确");
  CHECK(desk.ui.shows("close_form"));
}

TEST_CASE("desk: where there is little room the responsibility list begins with who leads what") {
  const std::vector<std::string> first = {"事项", "县级领导", "包案日期"};
  for (const Size& size : {Size{390, 844}, Size{820, 1180}}) {
    Desk desk(size.width, size.height);
    desk.lead();
    desk.go("leads");
    std::vector<std::string> seen;
    for (const web::RegistryItem& item : desk.ui.items())
      if (item.role == "columnheader" && !item.cut) seen.push_back(item.label);
    REQUIRE(seen.size() >= first.size());
    seen.resize(first.size());
    CHECK_MESSAGE(seen == first, size.width);
    CHECK(desk.ui.shows("11月2日"));
    CHECK_FALSE(desk.dashboard.take_views());  // nobody has arranged anything
  }
  Desk desk;
  desk.go("leads");
  CHECK(desk.ui.labels("columnheader").front() == "编号");
}

TEST_CASE("desk: every tile of the overview opens as many as it counts") {
  Desk desk;
  desk.lead();
  desk.go("overview");
  const auto number = [&](const char* id) { return std::stoul(desk.ui.find(id).value); };
  const unsigned long open = number("tile_open");
  desk.ui.press("tile_open");
  CHECK(desk.dashboard.screen() == "cases");
  CHECK(desk.ui.labels("row").size() == open);
  desk.go("overview");
  const unsigned long late = number("tile_late");
  desk.ui.press("tile_late");
  CHECK(desk.dashboard.screen() == "today");
  CHECK(desk.ui.find("filter_late").label == "逾期 " + std::to_string(late));
  desk.go("overview");
  const unsigned long led = number("tile_led");
  desk.ui.press("tile_led");
  CHECK(desk.ui.labels("row").size() == led);
  desk.go("overview");
  desk.ui.press("tile_reports");
  CHECK(desk.dashboard.screen() == "reports");
}

TEST_CASE("desk: the number of cases in the ledger opens all of them") {
  Desk desk;
  desk.lead();
  desk.go("overview");
  desk.ui.press("tile_led");
  CHECK(desk.ui.labels("row").size() == 1);
  desk.go("data");
  const unsigned long cases = std::stoul(desk.ui.find("tile_cases").value);
  desk.ui.press("tile_cases");
  CHECK(desk.dashboard.screen() == "cases");
  CHECK(desk.ui.labels("row").size() == cases);
}

TEST_CASE("desk: the overview's trend ends with today's numbers") {
  Desk desk;
  desk.go("overview");
  CHECK_FALSE(desk.dashboard.wants_frame());
  const std::string words = desk.ui.find("trend_chart").label;
  const std::string end =
      "今天  在办 " + desk.ui.find("tile_open").value + "  逾期 " + desk.ui.find("tile_late").value;
  CHECK_MESSAGE(words.find(end) != std::string::npos, words);
}

TEST_CASE("desk: bars of units and leaders open what they owe") {
  Desk desk;
  desk.lead();
  desk.go("overview");
  desk.ui.press("officials_bar_0");
  CHECK(desk.dashboard.screen() == "today");
  CHECK(desk.ui.shows("clear_narrowed"));
  desk.ui.press("clear_narrowed");
  CHECK_FALSE(desk.ui.shows("clear_narrowed"));
}

TEST_CASE("desk: units and leaders are listed with what lies with them") {
  Desk desk;
  desk.go("units");
  CHECK(desk.ui.shows("单位 2"));
  CHECK(desk.ui.labels("row").size() == 2);
  desk.ui.press("tab_officials");
  CHECK(desk.ui.shows("县委副书记"));
  desk.ui.press("appoint");
  CHECK(desk.ui.shows("field_key"));
}

TEST_CASE("desk: arranged columns are handed out once and come back") {
  Desk desk;
  desk.go("cases");
  CHECK_FALSE(desk.dashboard.take_views().has_value());
  desk.ui.press("menu_form");
  desk.ui.press("hide");
  const std::optional<std::string> views = desk.dashboard.take_views();
  REQUIRE(views.has_value());
  CHECK_FALSE(desk.dashboard.take_views().has_value());
  web::Dashboard later(desk.fixture.desk());
  later.restore_views(*views);
  later.restore_views("damaged");
  later.go("cases");
  desk.ui.draw = [&] { later.frame(desk.input); };
  CHECK_FALSE(desk.ui.shows("head_form"));
  CHECK(desk.ui.shows("head_unit"));
  desk.ui.draw = [] {};
}

TEST_CASE("desk: a reader is offered no form and no undo anywhere") {
  Desk desk;
  desk.lead();
  desk.input.read_only = true;
  for (const char* screen : {"today", "overview", "cases", "leads", "reports", "units"}) {
    desk.go(screen);
    for (const char* id : {"undo", "register", "register_unit", "step_lead.assigned"})
      CHECK_MESSAGE(!desk.ui.shows(id), screen);
  }
  const std::uint32_t before = desk.facts();
  desk.ui.key(ImGuiKey_Z, ImGuiMod_Ctrl);
  CHECK(desk.facts() == before);
}

TEST_CASE("desk: undo pressed twice in one place takes back two facts") {
  Desk desk;
  desk.lead();
  desk.ui.frames();
  const ImVec4 undo = desk.ui.find("undo").rect;
  const ImVec2 place{(undo.x + undo.z) / 2, (undo.y + undo.w) / 2};
  CHECK(desk.ui.find("redo").disabled);
  desk.ui.press_at(place);
  CHECK(desk.ui.shows("已撤销：周报告"));
  CHECK_FALSE(desk.ui.find("redo").disabled);
  desk.ui.press_at(place);
  CHECK(desk.ui.shows("已撤销：明确包案领导"));
}

TEST_CASE("desk: a case in little room scrolls as one page") {
  Desk desk(1440, 900);
  desk.input.scale = 2;
  desk.go("cases");
  desk.ui.press("拖欠工资", 2);
  REQUIRE(desk.dashboard.screen() == "case");
  desk.ui.frames(5);
  CHECK_FALSE(desk.ui.shows("经过"));
  for (int turn = 0; turn < 40 && !desk.ui.shows("经过"); ++turn) desk.ui.wheel({800, 600}, -2);
  CHECK(desk.ui.shows("经过"));
}

TEST_CASE("desk: with little room the list has it alone, and a row opens over it") {
  for (const float scale : {1.0f, 2.0f}) {
    Desk desk(scale > 1 ? 1440 : 1024, scale > 1 ? 900 : 768);
    desk.input.scale = scale;
    desk.go("today");
    CHECK_FALSE(desk.ui.shows("step_lead.assigned"));
    for (const std::string& row : desk.ui.labels("row")) {
      desk.ui.press(row);
      break;
    }
    CHECK(desk.ui.shows("back_to_list"));
  }
  Desk wide(1180, 820);
  wide.go("today");
  for (const std::string& row : wide.ui.labels("row")) {
    wide.ui.press(row);
    break;
  }
  CHECK_FALSE(wide.ui.shows("back_to_list"));
}
