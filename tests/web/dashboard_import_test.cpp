// Ledgers taken in: the empty page, files, pasted tables, and what the log says of them.
#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <algorithm>

#include "tests/web/import_page.h"

using Kind = test::DeskFixture::Kind;
using Page = test::ImportPage;

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

TEST_CASE("dashboard: a mapping among the files is used, and refused in words") {
  Page page(Kind::Empty);
  page.import("units-officials.xlsx");
  const char* table = "编码X,地方,啥时候登记\nA1,西山镇,10月10日\n";
  const auto import = [&](const char* mapping) {
    page.dashboard.import_files({{"表.csv", table, {}, {}}, {"列.json", mapping, {}, {}}});
    while (page.dashboard.work(1000)) page.ui.frames(1);
    page.ui.frames(2);
  };
  page.dashboard.go("data");
  import(R"({"sheets":[{"columns":{"编码X":"nummer"}}]})");
  CHECK(page.dashboard.screen() == "data");
  const std::vector<std::string> said = page.ui.labels("alert");
  REQUIRE_FALSE(said.empty());
  CHECK(said[0].find("没有导入：“列.json”不能用作对应表，“columns”里没有“nummer”") == 0);
  CHECK(page.fixture.desk().state().cases().empty());
  import(R"({"sheets":[{"as":"cases","year":2026,)"
         R"("columns":{"编码X":"case","地方":"unit","啥时候登记":"registered_on"}}]})");
  CHECK(page.dashboard.screen() == "import");
  CHECK(page.ui.shows("对应表“列.json”已用于此文件"));
  CHECK(page.fixture.desk().state().cases().size() == 1);
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

TEST_CASE("dashboard: the number of facts leads to where they come from") {
  Page page(Kind::Empty, 1180, 620);
  page.import("units-officials.xlsx");
  page.import("provincial-export.xlsx");
  page.dashboard.go("data");
  page.ui.frames();
  const float before = page.ui.find("导入记录 2").rect.y;
  page.ui.press("tile_facts");
  page.ui.frames();
  CHECK(page.dashboard.screen() == "data");
  CHECK(page.ui.find("导入记录 2").rect.y < before);
  CHECK(page.ui.shows("open_log"));  // of the newest
}

TEST_CASE("dashboard: at twice the text size every entry of the rail is in sight and readable") {
  for (const test::Size& size : test::kSizes) {
    Page page(Kind::Empty, size.width, size.height);
    page.import("units-officials.xlsx");  // its log is one entry more
    page.input.scale = 2;
    page.ui.frames();
    int entries = 0;
    for (const web::RegistryItem& item : page.ui.items()) {
      if (!item.id.starts_with("nav_")) continue;
      ++entries;
      CHECK_MESSAGE(!item.cut, size.width, item.id);
      CHECK_MESSAGE(item.rect.w <= size.height, size.width, item.id);
      CHECK(item.rect.w - item.rect.y >= 88);
    }
    CHECK(entries == 8);
  }
}

TEST_CASE("dashboard: the card of an empty ledger is as high as what it says") {
  for (const auto& [width, height] : {std::pair{1440.0f, 900.0f}, {820.0f, 1180.0f}}) {
    Page page(Kind::Empty, width, height);
    page.ui.frames();
    float foot = 0;
    for (const web::RegistryItem& item : page.ui.items())
      if (item.id == "register") foot = item.rect.w;
    REQUIRE(foot > 0);
    const ImGuiWindow* card = nullptr;
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
      if (window->WasActive &&
          std::string_view(window->Name).find("/welcome_") != std::string::npos)
        card = window;
    REQUIRE(card != nullptr);
    CHECK(card->Pos.y + card->Size.y == doctest::Approx(foot + 16).epsilon(0.002));
  }
}

TEST_CASE("dashboard: what an import left out is said to be seen now only, and is had as a file") {
  Page page(Kind::Empty);
  page.import("provincial-export.xlsx");
  page.import("county-ledger.xlsx");
  const auto says = [&](std::string_view words) {
    const std::span<const web::RegistryItem> items = page.ui.items();
    return std::any_of(items.begin(), items.end(), [&](const web::RegistryItem& item) {
      return item.label.find(words) != std::string::npos;
    });
  };
  REQUIRE(page.dashboard.screen() == "import");
  CHECK(says("没有收录的只在页面重新打开前可看，要留存请点“导出”"));
  page.ui.press("export");
  const std::optional<web::Download> file = page.dashboard.take_download();
  REQUIRE(file.has_value());
  CHECK(file->content.find("处理,文件,表,行,列,内容,原因\r\n") != std::string::npos);
  CHECK(file->content.find("county-ledger.xlsx") != std::string::npos);
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

TEST_CASE("dashboard: a county without a name takes its units and gets the name titles propose") {
  Page page(Kind::Empty);
  page.fixture.record(R"({"kind":"county.named","on":"2026-11-23","name":"本县"})");
  page.import("units-officials.xlsx");
  page.import("provincial-export.xlsx");
  page.import("county-ledger.xlsx");
  const std::vector<core::intake::FileLog>& files = page.fixture.desk().import_log().files;
  CHECK(files.at(0).refused == 1);
  CHECK(page.ui.shows("name_county"));
  page.dashboard.go("data");
  page.ui.press("name_county");
  CHECK(page.ui.find("field_name").value == "青山县");
  page.ui.press("record");
  CHECK(page.fixture.desk().state().county_name() == "青山县");
  CHECK(page.ui.shows("已记入台账：县名登记"));
  page.dashboard.go("import");
  page.ui.frames();
  CHECK(page.ui.shows("import_more"));
  CHECK_FALSE(page.ui.shows("name_county"));
}
