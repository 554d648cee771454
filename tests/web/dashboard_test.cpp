#include "web/screens/dashboard.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/web/import_page.h"
#include "web/screens/form_panel.h"

namespace {

using Kind = test::DeskFixture::Kind;

using Page = test::ImportPage;

using test::Size;
constexpr const char* kScreens[] = {"today",   "overview", "cases", "leads",
                                    "reports", "units",    "data"};
constexpr Size kSizes[] = {{1440, 900}, {1180, 820}, {820, 1180}, {1920, 1080}};

}  // namespace

TEST_CASE("dashboard: opens on what is owed, with the most pressing explained beside it") {
  Page page;
  CHECK(page.dashboard.screen() == "today");
  CHECK(page.ui.shows("谁、欠什么、哪天到期、依据哪一条"));
  CHECK(page.ui.shows("逾期 1"));
  CHECK(page.ui.shows("今天到期 1"));
  CHECK(page.ui.shows("依据"));
  CHECK(page.ui.shows("打开事项"));
  CHECK(page.ui.shows("应于2026年10月31日前完成"));
}

TEST_CASE("dashboard: drawing alone changes nothing and asks for no further frame") {
  Page page;
  const std::uint64_t revision = page.fixture.desk().revision();
  for (const char* screen : kScreens) {
    page.dashboard.go(screen);
    page.ui.frames(20);  // 总览 works out its months one by one
    CHECK(page.dashboard.screen() == screen);
    CHECK_FALSE(page.dashboard.wants_frame());
    CHECK_FALSE(page.dashboard.take_changes());
    CHECK_FALSE(page.dashboard.take_file_request());
  }
  CHECK(page.fixture.desk().revision() == revision);
}

TEST_CASE("dashboard: unknown screens and screens with nothing to show are not gone to") {
  Page page;
  for (const char* screen : {"", "nowhere", "case", "import"}) {
    page.dashboard.go(screen);
    CHECK(page.dashboard.screen() == "today");
  }
}

TEST_CASE("dashboard: from a duty to its case and back") {
  Page page;
  page.ui.press("打开事项");
  CHECK(page.dashboard.screen() == "case");
  CHECK(page.ui.shows("征地补偿安置"));
  CHECK(page.ui.shows("511720260800000127"));
  CHECK(page.ui.shows("经过"));
  page.ui.press("back");
  CHECK(page.dashboard.screen() == "today");
}

TEST_CASE("dashboard: filters show what they count") {
  Page page;
  page.ui.press("filter_today");
  CHECK(page.ui.labels("row").size() == 1);
  CHECK(page.ui.labels("row").front().find("物业服务") != std::string::npos);
  page.ui.press("filter_all");
  CHECK(page.ui.labels("row").size() > 1);
}

TEST_CASE("dashboard: a declined prompt is recorded and gone") {
  Page page;
  page.ui.press("filter_pending");
  const std::size_t before = page.ui.labels("row").size();
  REQUIRE(before > 0);
  page.ui.press("不处理…");
  page.ui.press("reason");
  page.ui.type("已口头明确");
  page.ui.press("decline_confirm");
  CHECK(page.dashboard.take_changes());
  CHECK_FALSE(page.dashboard.take_changes());
  CHECK(page.ui.labels("row").size() == before - 1);
}

TEST_CASE("dashboard: a reason typed for one prompt never stands beside another") {
  Page page;
  page.ui.press("filter_pending");
  const std::size_t before = page.ui.labels("row").size();
  REQUIRE(before > 1);
  page.ui.press("建议由县分管领导包案");
  page.ui.press("不处理…");
  page.ui.press("reason");
  page.ui.type("已口头明确");
  REQUIRE(page.ui.shows("decline_confirm"));
  // The prompt it was typed for is settled elsewhere; the next one takes its place.
  page.fixture.record(
      R"({"kind":"lead.assigned","on":"2026-11-23","case":"511720261100000211","level":"county_portfolio","official":"L1"})");
  CHECK_FALSE(page.ui.shows("decline_confirm"));
  CHECK(page.ui.labels("row").size() == before - 1);
  CHECK(page.ui.shows("不处理…"));
}

TEST_CASE("dashboard: a reader changes nothing") {
  Page page;
  page.input.read_only = true;
  page.ui.press("filter_pending");
  CHECK_FALSE(page.ui.shows("不处理…"));
  page.dashboard.import_files({{"a.csv", "编号\n1\n", {}, {}}});
  CHECK(page.ui.shows("另一个页面正在使用这本台账，这里不能导入"));
  page.ui.press("dismiss_notice");
  CHECK_FALSE(page.ui.shows("dismiss_notice"));
  CHECK(page.ui.shows("只读"));
}

TEST_CASE("dashboard: typing in the search field leads to the cases that are found") {
  Page page;
  page.ui.press("search");
  page.ui.type("电梯");
  CHECK(page.dashboard.screen() == "cases");
  CHECK(page.ui.shows("共 5 件，符合条件 1 件（搜索“电梯”）"));
  CHECK(page.ui.shows("物业服务"));
  page.ui.type("停用");
  CHECK(page.ui.shows("没有符合条件的事项，请清除筛选或换一个词"));
}

TEST_CASE("dashboard: a search in many cases is made ready frame by frame, then answers") {
  Page page;
  std::vector<core::Fact> facts;
  for (int n = 0; n < 4500; ++n) {
    core::Fact fact{"case.registered", page.fixture.desk().today(), {}, {}};
    fact.fields.set("case", fmt::format("5117202611{:08}", n + 1000));
    fact.fields.set("unit", "T01");
    fact.fields.set("title", fmt::format("第{}号路灯", n));
    fact.fields.set("received_on", core::to_string(fact.on));
    facts.push_back(std::move(fact));
  }
  REQUIRE(page.fixture.desk().record(std::move(facts)).value().empty());
  page.ui.press("search");
  page.ui.type("第4321号");
  const char* answer = "共 4,505 件，符合条件 1 件（搜索“第4321号”）";
  // Three walks over the cases, at least fifty a frame, and a few frames between them.
  for (int frame = 0; frame < 3 * (4505 / 50 + 1) + 9 && !page.ui.shows(answer); ++frame) {
  }
  CHECK(page.ui.shows(answer));
}

TEST_CASE("dashboard: a double click on a case opens it, its duties open in place") {
  Page page;
  page.dashboard.go("cases");
  page.ui.press("征地补偿安置", 2);
  CHECK(page.dashboard.screen() == "case");
  std::string duty;
  page.ui.frames();
  std::size_t bases = 0;  // who owes it, and under which clause
  for (const web::RegistryItem& item : page.ui.items()) {
    if (item.id.rfind("duty_", 0) != 0) continue;
    if (duty.empty()) duty = item.id;
    if (item.label.find("10月31日 西山镇　条例34") != std::string::npos) ++bases;
  }
  CHECK(bases == 1);
  REQUIRE_FALSE(duty.empty());
  CHECK_FALSE(page.ui.shows("依据"));
  page.ui.press(duty);
  CHECK(page.ui.shows("依据"));
  CHECK(page.ui.shows("逐日计算"));
  page.ui.press(duty);
  CHECK_FALSE(page.ui.shows("依据"));
}

TEST_CASE("dashboard: an accusation shows number, days and organ only") {
  Page page;
  page.fixture.record(
      R"({"kind":"case.registered","on":"2026-11-19","case":"J1","unit":"D01","received_on":"2026-11-19","purpose":"appeal","title":"举报某人","summary":"秘密内容","petitioner":"赵某","category":"违纪"})");
  // What it is was found out later.
  const core::State& state = page.fixture.desk().state();
  page.fixture.record(
      R"({"kind":"fact.corrected","on":"2026-11-20","reason":"实为检举控告","with":{"purpose":"accusation"},"fact":")" +
      state.fact_id(core::FactRef{state.fact_count()}) + "\"}");
  page.dashboard.go("cases");
  page.ui.press("J1");
  CHECK(page.dashboard.screen() == "case");
  page.ui.frames();
  for (const web::RegistryItem& item : page.ui.items())
    for (const char* secret : {"举报某人", "秘密", "赵某", "违纪"})
      CHECK_MESSAGE(item.label.find(secret) == std::string::npos, item.label);
}

TEST_CASE("dashboard: a form to correct an accusation shows none of its content, and keeps it") {
  Page page;
  page.fixture.record(
      R"({"kind":"case.registered","on":"2026-11-19","case":"J1","unit":"D01","received_on":"2026-11-19","purpose":"appeal","title":"举报某人","summary":"秘密内容","petitioner":"赵某","category":"违纪"})");
  const core::State& state = page.fixture.desk().state();
  const std::string id = state.fact_id(core::FactRef{state.fact_count()});
  page.fixture.record(
      R"({"kind":"fact.corrected","on":"2026-11-20","reason":"实为检举控告","with":{"purpose":"accusation"},"fact":")" +
      id + "\"}");
  page.dashboard.go("cases");
  page.ui.press("J1");
  page.ui.press("fact_" + id);
  page.ui.press("correct_fact");
  REQUIRE(page.ui.shows("close_form"));
  const web::FormMemory form = web::form_memory(page.fixture.desk(), {{}, {}, {}, id});
  REQUIRE(form.form.open());
  for (const char* secret : {"举报某人", "秘密", "赵某", "违纪"}) {
    for (const web::RegistryItem& item : page.ui.items())
      CHECK_MESSAGE((item.label + item.value).find(secret) == std::string::npos, item.label);
    for (const web::FormField& field : form.form.fields)
      CHECK_MESSAGE(field.text.find(secret) == std::string::npos, field.text);
    CHECK(core::to_json(core::fact_to_json(form.form.before)).find(secret) == std::string::npos);
  }
  // What is hidden is not taken for deleted.
  CHECK(form.form.problems == std::vector<std::string>{"还没有改动"});
}

TEST_CASE("dashboard: nothing is drawn outside the display, whatever its size") {
  for (const Size& size : kSizes) {
    Page page(Kind::County, size.width, size.height);
    for (const char* screen : kScreens) {
      page.dashboard.go(screen);
      CHECK_MESSAGE(page.ui.outside().empty(), page.ui.outside());
    }
    page.dashboard.go("cases");
    page.ui.press("征地补偿安置", 2);
    CHECK(page.dashboard.screen() == "case");
    CHECK_MESSAGE(page.ui.outside().empty(), page.ui.outside());
  }
}

TEST_CASE("dashboard: on a small upright screen the detail lies over the list, with a way back") {
  Page page(Kind::County, 820, 1180);
  CHECK_FALSE(page.ui.shows("依据"));
  page.ui.press(page.ui.find("逾期 1").id == "filter_late" ? "filter_late" : "filter_all");
  const std::vector<std::string> rows = page.ui.labels("row");
  REQUIRE(rows.size() == 1);
  page.ui.press(rows.front());
  CHECK(page.ui.shows("依据"));
  page.ui.press("back_to_list");
  CHECK(page.ui.labels("row").size() == 1);
}

TEST_CASE("dashboard: the numbers of 数据 open lists of as many rows") {
  Page page;
  page.fixture.record(
      R"({"kind":"talk.opened","on":"2026-11-20","talk":"约1","ground":"late_report","units":["T01"]})");
  page.fixture.record(
      R"({"kind":"talk.group_formed","on":"2026-11-20","talk":"约1","leader":"周明"})");
  page.fixture.record(
      R"({"kind":"talk.targets_set","on":"2026-11-20","talk":"约1","targets":[{"official":"T01/李建国"}]})");
  page.fixture.record(R"({"kind":"talk.notified","on":"2026-11-20","talk":"约1"})");
  page.fixture.record(R"({"kind":"talk.held","on":"2026-11-20","talk":"约1"})");
  page.fixture.record(
      R"({"kind":"talk.signed","on":"2026-11-20","talk":"约1","side":"office","official":"周明"})");
  CHECK(page.fixture.desk().state().find_official("周明").known());  // by name alone
  page.dashboard.go("data");
  CHECK(page.ui.shows("领导和联络员 2"));
  page.ui.press("tile_officials");
  CHECK(page.dashboard.screen() == "units");
  CHECK(page.ui.shows("领导 2"));
  page.dashboard.go("data");
  page.ui.press("tile_units");
  CHECK(page.ui.find("tab_units").value == "true");
}
