// Forms of the desk: opened, filled in, refused, recorded and corrected.
#include <doctest/doctest.h>

#include "tests/web/desk_page.h"

using test::Desk;
using test::kSizes;
using test::Size;

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

TEST_CASE("desk: a fact on the timeline is corrected, and retracted with a reason") {
  Desk desk;
  desk.go("cases");
  desk.ui.press("征地补偿安置", 2);
  const std::string id = desk.press_step("9月1日 受理");
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
  desk.ui.press("未报");
  CHECK_FALSE(desk.ui.shows("已记入台账：周报告"));  // of the form before
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
  desk.press_step("9月1日 受理");
  desk.ui.press("correct_fact");
  CHECK(desk.ui.find("correct_reason").description.empty());
  desk.ui.press("correct_reason");
  desk.ui.type("x");
  desk.ui.key(ImGuiKey_Backspace);
  CHECK(desk.ui.find("correct_reason").description == "必填");
}

TEST_CASE("desk: a form calls by name also who has left since") {
  Desk desk;
  desk.lead();
  desk.fixture.record(R"({"kind":"official.left","on":"2026-11-20","official":"L1"})");
  desk.go("cases");
  desk.ui.press("物业服务", 2);
  desk.press_step("11月2日 明确包案领导");
  desk.ui.press("correct_fact");
  CHECK(desk.ui.find("field_official").value == "周明 已离任");
  CHECK(desk.ui.find("field_on").value == "2026年11月2日");
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

TEST_CASE("desk: a list that is opened again begins at its top") {
  Desk desk(1440, 500);
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  desk.go("cases");
  desk.ui.press("拖欠工资", 2);
  const auto seen = [&] { return desk.ui.labels("option"); };
  desk.ui.press("record_other");
  const std::vector<std::string> first = seen();
  const ImVec4 entry = desk.ui.find(first[1]).rect;
  desk.ui.wheel({(entry.x + entry.z) / 2, entry.w}, -20);
  REQUIRE_FALSE(seen() == first);
  desk.ui.key(ImGuiKey_Escape);
  REQUIRE(seen().empty());
  desk.ui.press("record_other");
  CHECK(seen() == first);
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
  desk.ui.type("9");  // The keys are where it is mended.
  CHECK(desk.ui.find("field_key").value.find('9') != std::string::npos);
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

TEST_CASE("desk: a low window keeps the buttons of a form in sight") {
  Desk desk(1180, 520);
  desk.go("cases");
  desk.ui.press("register");
  CHECK_MESSAGE(desk.ui.outside().empty(), desk.ui.outside());
  CHECK(desk.ui.find("record").rect.w < 520);
}

TEST_CASE("desk: what is filled in and not recorded is known until it is given up") {
  Desk desk;
  desk.lead();
  desk.go("cases");
  desk.ui.press("物业服务", 2);
  const std::string report = desk.state().fact_id(core::FactRef{desk.facts()});
  desk.ui.press("fact_" + report);
  desk.ui.press("correct_fact");
  CHECK_FALSE(desk.dashboard.has_unrecorded());  // Opened is not filled in.
  desk.ui.wheel({1200, 600}, -50);               // The reason stands at the end.
  desk.ui.press("correct_reason");
  desk.ui.type("核对");
  CHECK(desk.dashboard.has_unrecorded());
  desk.go("today");
  CHECK(desk.dashboard.has_unrecorded());
  desk.ui.press("close_form");
  CHECK_FALSE(desk.dashboard.has_unrecorded());
}
