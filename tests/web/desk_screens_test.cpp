// The desk's screens as a clerk uses them: through the whole dashboard, by mouse and keys.
#include <doctest/doctest.h>

#include "core/app/demo_county.h"
#include "core/app/undo.h"
#include "tests/web/dashboard_page.h"
#include "web/screens/dashboard.h"

namespace {

/// The small county with a leader for one case and one weekly report of two.
struct Desk : test::DashboardPage {
  explicit Desk(float width = 1440, float height = 900)
      : DashboardPage(test::DeskFixture::Kind::County, width, height) {
    ui.frames();
  }

  void lead() {
    fixture.record(
        R"({"kind":"lead.assigned","on":"2026-11-02","case":"511720260900000093","level":"county_main","official":"L1","unit_official":"T01/李建国","resolve_by":"2026-12-31","plan":"三步走"})");
    fixture.record(
        R"({"kind":"report.filed","on":"2026-11-12","case":"511720260900000093","week":"2026-W46","progress":40,"work":"接谈"})");
  }
  void go(const char* screen) {
    dashboard.go(screen);
    ui.frames(20);
  }
  /// Scrolls the form until the field is whole in view.
  void reach(const char* id) {
    const auto seen = [&] {
      for (const web::RegistryItem& item : ui.items())
        if (item.id == id) return !item.cut;
      return false;
    };
    for (int turn = 0; turn < 30 && !seen(); ++turn) ui.wheel({1200, 500}, -1);
  }
  const core::State& state() { return fixture.desk().state(); }
  std::uint32_t facts() { return state().fact_count(); }
};

struct Size {
  float width, height;
};
constexpr Size kSizes[] = {{1440, 900}, {1180, 820}, {820, 1180}};

}  // namespace

TEST_CASE("desk: a leader is assigned from the prompt's panel, undone and brought back") {
  Desk desk;
  desk.ui.press("filter_pending");
  desk.ui.press("建议由县分管领导包案");
  desk.ui.press("step_lead.assigned");
  CHECK(desk.ui.shows("明确包案领导"));
  CHECK(desk.ui.shows("拖欠工资 511720261100000211"));
  desk.ui.press("record");
  CHECK(desk.ui.shows("必填"));
  desk.ui.press("level_county_portfolio");
  desk.ui.press("field_official");
  desk.ui.press("周明");
  const std::uint32_t before = desk.facts();
  desk.ui.press("record");
  CHECK(desk.facts() == before + 1);
  CHECK(desk.dashboard.take_changes());
  CHECK(desk.ui.shows("已记入台账：明确包案领导"));
  CHECK_FALSE(desk.ui.shows("close_form"));
  desk.ui.press("undo_notice");
  CHECK(desk.ui.shows("已撤销：明确包案领导"));
  CHECK(desk.facts() == before + 2);
  desk.ui.key(ImGuiKey_Y, ImGuiMod_Ctrl);
  CHECK(desk.ui.shows("已恢复：明确包案领导"));
  desk.ui.key(ImGuiKey_Z, ImGuiMod_Ctrl);
  CHECK(desk.ui.shows("已撤销：明确包案领导"));
}

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

TEST_CASE("desk: a fact on the timeline is corrected, and retracted with a reason") {
  Desk desk;
  desk.go("cases");
  desk.ui.press("征地补偿安置", 2);
  const std::string id = [&] {
    for (const web::RegistryItem& item : desk.ui.items())
      if (item.role == "listitem" && item.label.find("9月1日 受理") == 0) return item.id;
    return std::string();
  }();
  REQUIRE_FALSE(id.empty());
  desk.ui.press(id);
  desk.ui.press("retract_fact");
  CHECK(desk.ui.find("retract_confirm").disabled);
  desk.ui.press("retract_reason");
  desk.ui.type("录错了");
  desk.ui.press("retract_confirm");
  CHECK_FALSE(desk.ui.shows(id));
  CHECK(desk.ui.shows("已撤回：受理"));
  desk.ui.press("undo_notice");
  CHECK(desk.ui.shows("已撤销：撤回"));
  CHECK(desk.ui.shows(id));
}

TEST_CASE("desk: what was corrected is corrected again from what it says now") {
  Desk desk;
  desk.lead();
  const std::string report = desk.state().fact_id(core::FactRef{desk.facts()});
  desk.fixture.record(
      R"({"kind":"fact.corrected","on":"2026-11-20","reason":"录错","with":{"progress":60},"fact":")" +
      report + "\"}");
  const auto progress = [&] {
    desk.ui.frames();
    const core::CaseIndex which = desk.state().find_case("511720260900000093");
    int last = -1;
    for (std::uint32_t at = desk.state().case_row(which).first_event; at != core::kNoIndex;
         at = desk.state().event(at).next)
      if (desk.state().event(at).kind == core::EventKind::ReportFiled)
        last = desk.state().event(at).number;
    return last;
  };
  desk.go("cases");
  desk.ui.press("物业服务", 2);
  desk.ui.press("fact_" + report);
  desk.ui.press("correct_fact");
  CHECK(desk.ui.find("field_progress").value == "60");
  // Back to what was recorded first is a change too.
  for (const char* typed : {"40", "70"}) {
    if (!desk.ui.shows("field_progress")) desk.ui.press("correct_fact");
    desk.ui.press("field_progress");
    desk.ui.key(ImGuiKey_A, ImGuiMod_Ctrl);
    desk.ui.type(typed);
    CHECK(desk.ui.find("field_progress").value == typed);
    CHECK_FALSE(desk.ui.shows("还没有改动"));
    desk.ui.wheel({1200, 600}, -50);  // The reason stands at the end.
    desk.ui.press("correct_reason");
    desk.ui.type("核对");
    desk.ui.press("record");
    CHECK(progress() == std::stoi(typed));
  }
}

TEST_CASE("desk: a week that is pressed opens its report, one tap records it") {
  Desk desk;
  desk.lead();
  desk.go("reports");
  CHECK(desk.ui.shows("物业服务"));
  CHECK(desk.ui.shows("40%"));
  desk.ui.press("未报");
  CHECK(desk.ui.shows("周报告"));
  const std::uint32_t before = desk.facts();
  desk.ui.press("record");
  CHECK(desk.facts() == before + 1);
  CHECK(desk.ui.shows("已记入台账：周报告"));
  CHECK(desk.ui.shows("迟报 40%"));
}

TEST_CASE("desk: what was typed into a form waits while another is open") {
  Desk desk;
  desk.lead();
  desk.go("reports");
  desk.ui.press("待报");
  desk.ui.press("field_work");
  desk.ui.type("走访两次");
  desk.ui.press("未报");
  CHECK(desk.ui.find("field_work").value.empty());
  desk.ui.press("record");
  CHECK(desk.ui.shows("已记入台账：周报告"));
  desk.ui.press("待报");
  CHECK(desk.ui.find("field_work").value == "走访两次");
  desk.ui.press("待报");
  CHECK(desk.ui.find("field_work").value == "走访两次");
  // Who gives it up is not shown it again.
  desk.ui.press("close_form");
  desk.ui.press("待报");
  CHECK(desk.ui.find("field_work").value.empty());
}

TEST_CASE("desk: what is wrong with number and reason shows once they were typed into") {
  Desk desk;
  desk.go("cases");
  desk.ui.press("register");
  CHECK(desk.ui.find("field_key").description.empty());
  desk.ui.press("field_key");
  desk.ui.type("N");
  desk.ui.key(ImGuiKey_Backspace);
  CHECK(desk.ui.find("field_key").description == "必填");
  desk.ui.press("close_form");
  desk.ui.press("征地补偿安置", 2);
  for (const web::RegistryItem& item : desk.ui.items())
    if (item.role == "listitem" && item.label.find("9月1日 受理") == 0) {
      desk.ui.press(std::string(item.id));
      break;
    }
  desk.ui.press("correct_fact");
  CHECK(desk.ui.find("correct_reason").description.empty());
  desk.ui.press("correct_reason");
  desk.ui.type("x");
  desk.ui.key(ImGuiKey_Backspace);
  CHECK(desk.ui.find("correct_reason").description == "必填");
}

TEST_CASE("desk: a long list of choices shows what is chosen already") {
  Desk desk;
  for (const char* code : {"D02", "D03", "D04", "D05", "D06"})
    desk.fixture.record(
        R"({"kind":"unit.registered","on":"2026-01-04","type":"department","unit":")" +
        std::string(code) + R"(","name":"县)" + code + "局\"}");
  desk.go("units");
  desk.ui.press("tab_officials");
  desk.ui.press("appoint");
  desk.ui.press("field_oversees");
  const auto chosen = [&](std::string_view name) {
    desk.ui.frames();
    for (const web::RegistryItem& item : desk.ui.items())
      if (item.role == "option" && item.label == name) return item.value;
    return std::string("not there");
  };
  CHECK(chosen("县D03局") == "false");
  for (const char* unit : {"县D03局", "县D05局"}) desk.ui.press(unit);
  CHECK(chosen("县D03局") == "true");
  CHECK(chosen("县D04局") == "false");
  CHECK(chosen("县D05局") == "true");
  desk.ui.press("县D03局");
  CHECK(chosen("县D03局") == "false");
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
  CHECK(desk.ui.shows("未明确领导 1"));
  desk.ui.press("load_0");
  CHECK(desk.ui.labels("row").size() == 1);
  desk.ui.press("clear_leader");
  desk.ui.press("filter_unled");
  CHECK(desk.ui.labels("row").size() == 1);
  desk.ui.press("未明确");
  CHECK(desk.ui.shows("close_form"));
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
  for (const char* screen : {"today", "overview", "cases", "leads", "reports", "units", "data"}) {
    desk.go(screen);
    for (const char* id : {"undo", "register", "register_unit", "step_lead.assigned"})
      CHECK_MESSAGE(!desk.ui.shows(id), screen);
  }
  const std::uint32_t before = desk.facts();
  desk.ui.key(ImGuiKey_Z, ImGuiMod_Ctrl);
  CHECK(desk.facts() == before);
}

TEST_CASE("desk: an open form fits every screen size") {
  for (const Size& size : kSizes) {
    Desk desk(size.width, size.height);
    desk.go("cases");
    desk.ui.press("register");
    CHECK(desk.ui.shows("field_key"));
    CHECK_MESSAGE(desk.ui.outside().empty(), desk.ui.outside());
  }
}

TEST_CASE("desk: the card of a form is as high as what it asks for") {
  for (const Size& size : kSizes) {
    Desk desk(size.width, size.height);
    desk.go("cases");
    desk.ui.press("拖欠工资", 2);
    desk.ui.press("record_case.forwarded");
    const float record = desk.ui.find("record").rect.y;
    CHECK(record < size.height * 0.75f);
    CHECK(record > desk.ui.find("field_on").rect.w);
  }
}

TEST_CASE("desk: the day a field understands is written out under it") {
  Desk desk;
  desk.go("cases");
  desk.ui.press("register");
  desk.reach("field_received_on");
  desk.ui.press("field_received_on");
  desk.ui.type("11.20");
  CHECK(desk.ui.shows("即2026年11月20日 周五"));
  desk.reach("field_imported_deadline");
  desk.ui.press("field_imported_deadline");
  desk.ui.type("1-20");
  CHECK(desk.ui.shows("即2027年1月20日 周三"));
}

TEST_CASE("desk: a refused form says why above its buttons and shows the first thing wrong") {
  Desk desk;
  desk.go("cases");
  desk.ui.press("register");
  desk.ui.press("field_key");
  desk.ui.type("511720261100000211");
  CHECK(desk.ui.shows("事项“511720261100000211”已登记"));  // while typing
  const ImVec4 card = desk.ui.find("field_on").rect;
  desk.ui.wheel({(card.x + card.z) / 2, 700}, -30);
  CHECK_FALSE(desk.ui.shows("事项“511720261100000211”已登记"));
  const std::uint32_t before = desk.facts();
  desk.ui.press("record");
  desk.ui.frames(5);
  CHECK(desk.facts() == before);
  CHECK(desk.ui.shows("事项“511720261100000211”已登记"));
  CHECK_FALSE(desk.ui.find("record").disabled);
  desk.ui.press("close_form");

  desk.ui.press("拖欠工资", 2);
  desk.ui.press("record_other");
  desk.ui.press("复查意见");
  const web::RegistryItem& why = desk.ui.find("此前没有“请求复查”的记录");
  CHECK_FALSE(why.cut);
  CHECK(why.rect.w <= desk.ui.find("record").rect.y);
}

TEST_CASE("desk: what an input method wrote in the frame of the press is recorded") {
  Desk desk;
  desk.go("cases");
  desk.ui.press("拖欠工资", 2);
  desk.ui.press("record_case.forwarded");
  desk.ui.press("field_unit");
  desk.ui.press("西山镇");
  desk.ui.press("field_reason");
  const std::uint32_t before = desk.facts();
  const ImVec4 record = desk.ui.find("record").rect;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent((record.x + record.z) / 2, (record.y + record.w) / 2);
  desk.ui.frames(2);
  io.AddInputCharactersUTF8("接谈");
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  desk.ui.frames(8);
  CHECK(desk.facts() == before + 1);
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

TEST_CASE("desk: a low window keeps the buttons of a form in sight") {
  Desk desk(1180, 520);
  desk.go("cases");
  desk.ui.press("register");
  CHECK_MESSAGE(desk.ui.outside().empty(), desk.ui.outside());
  CHECK(desk.ui.find("record").rect.w < 520);
}
