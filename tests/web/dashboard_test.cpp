#include "web/screens/dashboard.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/support/data.h"
#include "tests/web/dashboard_page.h"
#include "web/screens/form_panel.h"

namespace {

using Kind = test::DeskFixture::Kind;

struct Page : test::DashboardPage {
  explicit Page(Kind kind = Kind::County, float width = 1440, float height = 900)
      : DashboardPage(kind, width, height) {
    ui.frames();
  }

  void import(const char* name) {
    dashboard.import_files({{name, test::read_bytes(test::sample_path(name)), {}, {}}});
    while (dashboard.work(1000)) ui.frames(1);
    ui.frames(2);
  }
};

struct Size {
  float width, height;
};
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
  // Fifty cases a frame at the least.
  for (int frame = 0; frame < 4505 / 50 + 1 && page.ui.shows("正在准备搜索"); ++frame)
    page.ui.frames(1);
  page.ui.frames();
  CHECK(page.ui.shows("共 4,505 件，符合条件 1 件（搜索“第4321号”）"));
}

TEST_CASE("dashboard: a double click on a case opens it, its duties open in place") {
  Page page;
  page.dashboard.go("cases");
  page.ui.press("征地补偿安置", 2);
  CHECK(page.dashboard.screen() == "case");
  std::string duty;
  page.ui.frames();
  for (const web::RegistryItem& item : page.ui.items())
    if (duty.empty() && item.id.rfind("duty_", 0) == 0) duty = item.id;
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

TEST_CASE("dashboard: the empty ledger asks for files wherever one looks") {
  Page page(Kind::Empty);
  page.ui.press("选择文件");
  CHECK(page.dashboard.take_file_request());
  CHECK_FALSE(page.dashboard.take_file_request());
  page.dashboard.go("data");
  page.ui.press("导入台账");
  CHECK(page.dashboard.take_file_request());
}

TEST_CASE("dashboard: imports what was dropped, shows the log, then what is owed") {
  Page page(Kind::Empty);
  page.import("units-officials.xlsx");
  CHECK(page.dashboard.screen() == "import");
  CHECK(page.dashboard.take_changes());
  CHECK(page.ui.shows("导入结果"));
  page.import("provincial-export.xlsx");
  CHECK(page.ui.labels("tab").size() == 8);
  page.ui.press("看今日");
  CHECK(page.dashboard.screen() == "today");
  CHECK(page.ui.labels("row").size() > 5);
  page.dashboard.go("data");
  CHECK(page.ui.shows("信访事项 600"));
}

TEST_CASE("dashboard: an import goes on between frames and draws none by itself") {
  Page page(Kind::Empty);
  CHECK_FALSE(page.dashboard.work(1000));
  const char* name = "provincial-export.xlsx";
  page.dashboard.import_files({{name, test::read_bytes(test::sample_path(name)), {}, {}}});
  page.ui.frames(3);
  CHECK_FALSE(page.dashboard.wants_frame());
  CHECK(page.fixture.desk().importing());
  CHECK(page.ui.shows("cancel_import"));
  while (page.dashboard.work(1000)) {
  }
  CHECK(page.dashboard.wants_frame());
  page.ui.frames(1);
  CHECK(page.dashboard.screen() == "import");
  CHECK(page.dashboard.take_changes());
}

TEST_CASE("dashboard: an import can be cancelled and leaves nothing behind") {
  Page page(Kind::Empty);
  const std::uint32_t facts = page.fixture.desk().state().fact_count();
  const char* name = "provincial-export.xlsx";
  page.dashboard.import_files({{name, test::read_bytes(test::sample_path(name)), {}, {}}});
  CHECK(page.dashboard.wants_frame());
  CHECK(page.dashboard.work(0));  // the smallest slice
  page.ui.press("cancel_import");
  CHECK_FALSE(page.fixture.desk().importing());
  CHECK(page.fixture.desk().state().fact_count() == facts);
  CHECK_FALSE(page.dashboard.work(1000));
  CHECK(page.ui.shows("已取消导入，台账没有改变"));
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

TEST_CASE("dashboard: a pasted table is tried first and imported when that is wanted") {
  const std::string cells =
      "信访件编号\t信访日期\t登记日期\t内容分类\t责任单位\t概况\n"
      "511720261100000901\t2026-11-02\t2026-11-03\t教育文体_学校招生\t西山镇\t学校招生问题\n"
      "511720261100000902\t2026-11-04\t2026-11-05\t城乡建设_物业\t西山镇\t\"物业\n两行\"\n";
  Page page;
  const auto paste = [&] {
    page.dashboard.preview_table(cells);
    while (page.dashboard.work(1000)) page.ui.frames(1);
    page.ui.frames(2);
    REQUIRE(page.dashboard.screen() == "import");
  };
  const std::size_t cases = page.fixture.desk().state().cases().size();
  paste();
  CHECK(page.ui.shows("粘贴预览"));
  CHECK(page.ui.shows("粘贴的表格.csv"));
  CHECK(page.fixture.desk().state().cases().size() == cases);
  CHECK_FALSE(page.dashboard.take_changes());
  page.ui.press("forget_pasted");
  CHECK(page.dashboard.screen() == "data");
  CHECK(page.fixture.desk().state().cases().size() == cases);
  paste();
  page.ui.press("import_pasted");
  while (page.dashboard.work(1000)) page.ui.frames(1);
  page.ui.frames(2);
  CHECK(page.ui.shows("导入结果"));
  CHECK_FALSE(page.ui.shows("import_pasted"));
  CHECK(page.fixture.desk().state().cases().size() == cases + 2);
  CHECK(page.dashboard.take_changes());
}

TEST_CASE("dashboard: what may not begin neither clears nor leaves a pasted table") {
  constexpr char kCells[] =
      "信访件编号\t信访日期\t登记日期\t责任单位\n511720261100000901\t2026-11-02\t2026-11-"
      "03\t西山镇\n";
  Page page(Kind::Empty);
  const auto read_only = [&](bool now) {
    page.input.read_only = now;
    page.ui.frames(2);
  };
  page.import("units-officials.xlsx");
  CHECK(page.dashboard.take_changes());
  read_only(true);
  page.dashboard.preview_table(kCells);
  read_only(false);
  CHECK_FALSE(page.ui.shows("粘贴预览"));
  CHECK_FALSE(page.ui.shows("import_pasted"));
  page.dashboard.preview_table(kCells);
  while (page.dashboard.work(1000)) page.ui.frames(1);
  REQUIRE(page.ui.shows("import_pasted"));
  read_only(true);
  page.dashboard.import_files({{"a.csv", "编号\n1\n", {}, {}}});
  read_only(false);
  CHECK(page.ui.shows("import_pasted"));
  CHECK(page.ui.shows("粘贴预览"));
  CHECK_FALSE(page.dashboard.take_changes());
}

TEST_CASE("dashboard: a running trial stays one when another import is refused meanwhile") {
  Page page;
  page.dashboard.preview_table("信访件编号\t信访日期\n511720261100000901\t2026-11-02\n");
  page.dashboard.import_files({{"a.csv", "编号\n1\n", {}, {}}});
  CHECK(page.ui.shows("上一次导入还没有结束"));
  while (page.dashboard.work(1000)) page.ui.frames(1);
  CHECK(page.ui.shows("import_pasted"));
  CHECK_FALSE(page.dashboard.take_changes());
}

TEST_CASE("dashboard: the record of an import opens its rows while they are there") {
  Page page(Kind::Empty);
  page.import("units-officials.xlsx");
  page.dashboard.go("data");
  page.ui.press("units-officials.xlsx");
  page.ui.press("open_log");
  CHECK(page.dashboard.screen() == "import");
  page.dashboard.go("data");
  page.ui.press("units-officials.xlsx", 2);
  CHECK(page.dashboard.screen() == "import");
  page.import("provincial-export.xlsx");
  page.dashboard.go("data");
  page.ui.press("units-officials.xlsx", 2);
  CHECK(page.dashboard.screen() == "data");
  CHECK_FALSE(page.ui.shows("open_log"));
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

TEST_CASE("dashboard: an empty ledger is begun by hand") {
  Page page(Kind::Empty);
  page.ui.press("restore");
  CHECK(page.dashboard.take_file_request());
  page.ui.press("register_unit");
  page.ui.press("field_key");
  page.ui.type("T01");
  page.ui.press("field_name");
  page.ui.type("西山镇");
  page.ui.press("type_township");
  page.ui.press("record");
  REQUIRE(page.fixture.desk().state().units().size() == 1);
  page.ui.press("register");
  page.ui.press("field_key");
  page.ui.type("N1");
  page.ui.press("field_unit");
  page.ui.press("西山镇");
  page.ui.press("record");
  CHECK(page.fixture.desk().state().cases().size() == 1);
}

TEST_CASE("dashboard: a county without a name gets one, as titles propose it, and units by it") {
  Page page(Kind::Empty);
  page.fixture.record(R"({"kind":"county.named","on":"2026-11-23","name":"本县"})");
  page.import("units-officials.xlsx");
  const auto refused = [&] {
    std::int64_t rows = 0;
    for (const core::intake::FileLog& file : page.fixture.desk().import_log().files)
      rows += file.refused;
    return rows;
  };
  page.import("provincial-export.xlsx");
  page.import("county-ledger.xlsx");
  const std::int64_t before = refused();
  CHECK(page.ui.shows("name_county"));
  page.dashboard.go("data");
  page.ui.press("name_county");
  CHECK(page.ui.find("field_name").value == "青山县");
  page.ui.press("record");
  CHECK(page.fixture.desk().state().county_name() == "青山县");
  CHECK(page.ui.shows("已记入台账：县名登记"));
  page.import("county-ledger.xlsx");
  CHECK(refused() < before);
}
