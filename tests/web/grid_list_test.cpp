// Lists with types: sorted, filtered and arranged by their headers, selected and copied.
#include <doctest/doctest.h>

#include "tests/web/headless_ui.h"
#include "web/widgets/grid.h"
#include "web/widgets/grid_range.h"
#include "web/widgets/list_rows.h"

namespace {

/// A list of people with numbers, sorted and filtered by the grid itself.
struct Typed {
  test::HeadlessUi ui;
  web::ListTable table{{web::ColumnKind::Text, web::ColumnKind::Number, web::ColumnKind::Word}};
  web::ListRows rows{table};
  web::TableQuery query;
  web::GridOptions options;
  web::GridMemory memory;
  std::vector<web::GridColumn> columns = {
      {"name", "名称", 200, 1}, {"count", "数量", 120, 0, true}, {"unit", "单位", 160}};

  explicit Typed(float width = 1440, float height = 900) : ui(width, height) {
    const char* names[] = {"西山", "东河", "石门", "北桥"};
    for (int at = 0; at < 4; ++at)
      table.add(static_cast<std::uint64_t>(at),
                {web::text_cell(names[at]), web::number_cell(at * 10),
                 web::word_cell(at % 2, at % 2 == 0 ? "乡镇" : "部门")});
    options.columns = columns;
    options.table = &table;
    options.query = &query;
    ui.show([this](const web::Look& look) {
      table.select(query);
      web::draw_grid(look, "grid", rows, options, memory, {800, 500});
    });
    ui.frames();
  }

  std::vector<std::string> names() {
    std::vector<std::string> out;
    for (std::size_t row = 0; row < table.count(); ++row)
      out.push_back(table.cell(table.source(row), 0).text);
    return out;
  }
  ImVec2 middle(std::string_view name) {
    const ImVec4 rect = ui.find(name).rect;
    return {(rect.x + rect.z) / 2, (rect.y + rect.w) / 2};
  }
  float width(std::string_view id) {
    const std::string head = "head_" + std::string(id), edge = "edge_" + std::string(id);
    return ui.find(edge).rect.z - ui.find(head).rect.x;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("grid: a press on a header sorts, a second one turns round, Shift adds") {
  Typed list;
  list.ui.press("head_name");
  list.ui.frames();
  CHECK(list.names() == Names{"北桥", "东河", "石门", "西山"});
  CHECK(list.ui.find("head_name").value == "ascending");
  list.ui.press("head_name");
  CHECK(list.ui.find("head_name").value == "descending");
  list.ui.press("head_unit");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  list.ui.press("head_count");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  list.ui.frames();
  CHECK(list.query.sorts.size() == 2);
  CHECK(list.names() == Names{"北桥", "东河", "石门", "西山"});
}

TEST_CASE("grid: the edge of a header resizes its column, a double click fits it") {
  Typed list;
  const float before = list.width("count");
  const ImVec2 edge = list.middle("edge_count");
  list.ui.drag(edge, {edge.x + 60, edge.y});
  CHECK(list.width("count") == doctest::Approx(before + 60));
  CHECK(list.memory.view_changed);
  list.ui.press("edge_count", 2);
  CHECK(list.width("count") < before + 60);
}

TEST_CASE("grid: an edge that is dragged goes with the pointer, and what stands before it stays") {
  Typed list;
  const auto edge_at = [&](const char* id) { return list.ui.find(id).rect.z; };
  const float name = edge_at("edge_name"), count = edge_at("edge_count");
  const ImVec2 edge = list.middle("edge_count");
  for (const float far : {40.0f, 90.0f, -20.0f}) {
    list.ui.drag(list.middle("edge_count"), {edge.x + far, edge.y});
    CHECK(edge_at("edge_name") == doctest::Approx(name).epsilon(0.002));
    CHECK(edge_at("edge_count") == doctest::Approx(count + far).epsilon(0.002));
  }
}

TEST_CASE("grid: a header dragged onto another column moves there and does not sort") {
  Typed list;
  const ImVec2 to = list.middle("head_unit");
  list.ui.drag(list.middle("head_name"), {to.x + 70, to.y});
  CHECK(list.ui.labels("columnheader") == Names{"数量", "单位", "名称"});
  CHECK(list.query.sorts.empty());
}

TEST_CASE("grid: the menu of a column hides it, brings it back and freezes") {
  Typed list;
  list.ui.press("menu_count");
  list.ui.press("hide");
  CHECK(list.ui.labels("columnheader") == Names{"名称", "单位"});
  list.ui.press("menu_name");
  list.ui.press("显示“数量”");
  CHECK(list.ui.labels("columnheader") == Names{"名称", "数量", "单位"});
  list.ui.press("menu_count");
  list.ui.press("freeze");
  CHECK(list.memory.view.frozen == 2);
  list.ui.press("menu_count");
  list.ui.press("reset_view");
  CHECK(list.memory.view == web::ColumnView{});
}

TEST_CASE("grid: the menu of a column filters by words, names, limits and blanks") {
  Typed list;
  list.ui.press("menu_name");
  list.ui.press("filter_part");
  list.ui.type("桥");
  CHECK(list.names() == Names{"北桥"});
  list.ui.press("clear_filter");
  CHECK(list.names().size() == 4);
  list.ui.press("menu_unit");
  list.ui.press("choice_1");
  list.ui.frames();
  CHECK(list.names() == Names{"东河", "北桥"});
  list.ui.press("clear_filter");
  list.ui.press("menu_count");
  list.ui.press("filter_from");
  list.ui.type("15");
  CHECK(list.names() == Names{"石门", "北桥"});
  CHECK(list.ui.find("menu_count").value == "true");
  list.ui.press("blanks_only");
  list.ui.frames();
  CHECK(list.names().empty());
}

TEST_CASE("grid: a dragged range is added up and copied as Excel takes it") {
  Typed list;
  list.ui.drag(list.middle("西山"), list.middle("10"));
  CHECK(list.ui.find("totals").label ==
        "已选 2 行 × 2 列 · 非空 4 · 求和 10 · 平均 5.00 · 最小 0 · 最大 10");
  list.ui.key(ImGuiKey_C, ImGuiMod_Ctrl);
  CHECK(std::string(ImGui::GetClipboardText()) == "西山\t0\r\n东河\t10\r\n");
  ImGui::SetClipboardText("");
  list.ui.press("copy_range");  // who has no keys
  CHECK(std::string(ImGui::GetClipboardText()) == "西山\t0\r\n东河\t10\r\n");
  CHECK(list.ui.shows("totals"));
  list.ui.key(ImGuiKey_Escape);
  CHECK_FALSE(list.ui.shows("totals"));
  list.table.add(4, {web::text_cell("南山"), web::number_cell(-41), web::word_cell(0, "乡镇")});
  list.table.forget();
  list.ui.frames();
  list.ui.drag(list.middle("30"), list.middle("南山"));
  CHECK(list.ui.find("totals").label ==
        "已选 2 行 × 2 列 · 非空 4 · 求和 -11 · 平均 -5.50 · 最小 -41 · 最大 30");
}

TEST_CASE("grid: keys extend the range, select all, rows and columns") {
  Typed list;
  list.ui.press("东河");
  list.ui.key(ImGuiKey_DownArrow, ImGuiMod_Shift);
  list.ui.key(ImGuiKey_RightArrow, ImGuiMod_Shift);
  CHECK(list.memory.anchor == web::GridPlace{1, 0});
  CHECK(list.memory.active == web::GridPlace{2, 1});
  list.ui.key(ImGuiKey_Space, ImGuiMod_Shift);
  CHECK(list.memory.anchor == web::GridPlace{1, 0});
  CHECK(list.memory.active == web::GridPlace{2, 2});
  list.ui.key(ImGuiKey_A, ImGuiMod_Ctrl);
  CHECK(list.memory.active == web::GridPlace{3, 2});
  list.ui.key(ImGuiKey_C, ImGuiMod_Ctrl);
  CHECK(std::string(ImGui::GetClipboardText()).rfind("名称\t数量\t单位\r\n西山\t0\t乡镇", 0) == 0);
  list.ui.key(ImGuiKey_Home, ImGuiMod_Ctrl);
  CHECK(list.memory.active == web::GridPlace{0, 0});
  list.ui.key(ImGuiKey_End);
  CHECK(list.memory.active == web::GridPlace{0, 2});
  list.ui.key(ImGuiKey_DownArrow, ImGuiMod_Alt);
  CHECK(list.ui.shows("sort_up"));
}

TEST_CASE("grid: cells with tabs, quotes and line breaks are quoted when copied") {
  Typed list;
  list.table.add(
      9, {web::text_cell("甲\t\"乙\"\n丙"), web::number_cell(1), web::word_cell(0, "乡镇")});
  list.table.forget();
  list.ui.frames();
  const std::string text = web::table_csv(list.rows, list.options.columns, {});
  CHECK(text.find("\"甲\t\"\"乙\"\"\n丙\",1,乡镇") != std::string::npos);
}

TEST_CASE("grid: what Excel would take for a formula is copied as text, numbers as numbers") {
  Typed list;
  list.table.add(
      9, {web::text_cell("=HYPERLINK(1)"), web::number_cell(-3), web::word_cell(0, "乡镇")});
  list.table.forget();
  list.ui.frames();
  list.ui.press("=HYPERLINK(1)");
  list.ui.key(ImGuiKey_Space, ImGuiMod_Shift);
  list.ui.key(ImGuiKey_C, ImGuiMod_Ctrl);
  CHECK(std::string(ImGui::GetClipboardText()) == "'=HYPERLINK(1)\t-3\t乡镇\r\n");
}

TEST_CASE("grid: a row as high as its content shows all of it, others keep their height") {
  Typed list;
  std::string words;
  for (int at = 0; at < 200; ++at) words += "很长的内容";
  list.table.add(9, {web::text_cell(words), web::number_cell(1), web::word_cell(0, "乡镇")});
  list.table.forget();
  list.memory.view.wrap = true;
  list.ui.frames();
  const auto height = [&](const char* id) {
    const ImVec4 rect = list.ui.find(id).rect;
    return rect.w - rect.y;
  };
  CHECK(height("row_0") == doctest::Approx(40));
  CHECK(height("row_9") > 80);
  list.ui.wheel({100, 100}, -1000);
  CHECK(list.ui.find("row_9").rect.w == doctest::Approx(500).epsilon(0.01));
}

TEST_CASE("grid: what was selected is forgotten when other cells stand there") {
  Typed list;
  const auto select = [&] {
    const ImVec2 from = list.middle("西山"), to = list.middle("石门");
    list.ui.drag({from.x + 260, from.y}, {to.x + 260, to.y});
    REQUIRE(list.ui.shows("totals"));
  };
  select();
  list.ui.press("head_count");
  CHECK_FALSE(list.ui.shows("totals"));
  list.query = {};
  list.ui.frames();
  select();
  list.ui.press("menu_name");
  list.ui.press("hide");
  CHECK_FALSE(list.ui.shows("totals"));
  list.memory.view = {};
  list.ui.frames();
  select();
  ++list.memory.revision;
  CHECK_FALSE(list.ui.shows("totals"));
}

TEST_CASE("grid: the right button, which a long press is, begins a range and opens menus") {
  Typed list;
  ImGuiIO& io = ImGui::GetIO();
  const auto hold = [&](ImVec2 from, ImVec2 to) {
    io.AddMousePosEvent(from.x, from.y);
    list.ui.frames(1);
    io.AddMouseButtonEvent(ImGuiMouseButton_Right, true);
    list.ui.frames(2);
    io.AddMousePosEvent(to.x, to.y);
    list.ui.frames(2);
    io.AddMouseButtonEvent(ImGuiMouseButton_Right, false);
    list.ui.frames(2);
  };
  const ImVec2 first = list.middle("西山");
  hold(first, list.middle("石门"));
  CHECK(list.memory.anchor.row == 0);
  CHECK(list.memory.active.row == 2);
  CHECK(list.ui.shows("totals"));
  list.ui.press("北桥");
  CHECK_FALSE(list.ui.shows("totals"));
  hold(list.middle("东河"), list.middle("东河"));  // One cell is something to copy too.
  list.ui.press("copy_range");
  CHECK(std::string(ImGui::GetClipboardText()) == "东河\r\n");
  list.ui.press("北桥");
  CHECK_FALSE(list.ui.shows("totals"));
  const ImVec2 head = list.middle("head_count");
  hold(head, head);
  CHECK(list.ui.shows("sort_up"));
}

TEST_CASE("grid: on touch two handles at the corners of the range make it larger and smaller") {
  Typed list(820, 1180);
  CHECK_FALSE(list.ui.shows("range_end"));
  list.ui.drag(list.middle("西山"), list.middle("10"));
  REQUIRE(list.memory.active == web::GridPlace{1, 1});
  CHECK(list.ui.find("range_start").label == "选区左上角");
  const ImVec4 target = list.ui.find("range_end").rect;
  CHECK(target.z - target.x == doctest::Approx(44));
  CHECK(target.w - target.y == doctest::Approx(44));
  const ImVec2 end = list.middle("range_end");
  list.ui.drag(end, {end.x, end.y + 96});  // two rows down
  CHECK(list.memory.anchor == web::GridPlace{0, 0});
  CHECK(list.memory.active == web::GridPlace{3, 1});
  CHECK(list.ui.find("totals").label.find("已选 4 行 × 2 列") == 0);
  const ImVec2 start = list.middle("range_start");
  list.ui.drag(start, {start.x, start.y + 48});
  CHECK(list.memory.anchor == web::GridPlace{3, 1});
  CHECK(list.memory.active == web::GridPlace{1, 0});
  list.ui.press("range_end");  // a tap alone changes nothing
  CHECK(list.ui.find("totals").label.find("已选 3 行 × 2 列") == 0);
}

TEST_CASE("grid: a mouse needs no handles") {
  Typed list;
  list.ui.drag(list.middle("西山"), list.middle("10"));
  CHECK_FALSE(list.ui.shows("range_end"));
}

TEST_CASE("grid: handles go with what scrolls") {
  Typed list(820, 1180);
  for (std::uint64_t at = 10; at < 90; ++at)
    list.table.add(at, {web::text_cell("行"), web::number_cell(1), web::word_cell(0, "乡镇")});
  list.table.forget();
  list.ui.frames();
  list.ui.drag(list.middle("西山"), list.middle("10"));
  REQUIRE(list.ui.shows("range_start"));
  list.ui.wheel({200, 200}, -20);
  CHECK_FALSE(list.ui.shows("range_start"));
  CHECK_FALSE(list.ui.shows("range_end"));
}
