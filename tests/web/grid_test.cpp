#include "web/widgets/grid.h"

#include <doctest/doctest.h>

#include "tests/web/headless_ui.h"

namespace {

constexpr web::GridColumn kColumns[] = {
    {"name", "名称", 200, 1},
    {"count", "数量", 100, 0, true},
};
constexpr web::GridColumn kWide[] = {
    {"name", "名称", 300},
    {"a", "甲", 900},
    {"b", "乙", 900},
};

class Numbers : public web::GridRows {
 public:
  explicit Numbers(std::size_t count) : count_(count) {}
  std::size_t count() const override { return count_; }
  std::uint64_t key(std::size_t row) const override { return row; }
  void cell(std::size_t row, std::size_t column, web::Cell& out) const override {
    ++asked;
    out.text = column == 0 ? "行" + std::to_string(row) : std::to_string(row * 2);
  }
  mutable std::size_t asked = 0;

 private:
  std::size_t count_;
};

struct Table {
  test::HeadlessUi ui;
  Numbers rows;
  web::GridOptions options;
  web::GridMemory memory;
  std::vector<web::GridAsk> asks;

  explicit Table(std::size_t count) : rows(count) {
    options.columns = kColumns;
    ui.show([this](const web::Look& look) {
      const web::GridAsk ask = web::draw_grid(look, "grid", rows, options, memory, {800, 500});
      if (ask.pressed || ask.opened) asks.push_back(ask);
      if (ask.pressed) options.selected = ask.pressed;
    });
    ui.frames();
  }
};

}  // namespace

TEST_CASE("grid: of columns that do not all fit none is cut through") {
  constexpr web::GridColumn kThree[] = {
      {"name", "名称", 300, 1}, {"a", "甲", 300}, {"b", "乙", 300}};
  Table table(50);
  table.options.columns = kThree;
  table.ui.frames();
  CHECK(table.ui.find("head_a").rect.z > 760);
  CHECK_FALSE(table.ui.shows("head_b"));
  table.options.columns = std::span(kThree).first(2);
  table.ui.frames();
  CHECK(table.ui.find("head_a").rect.z > 760);
}

TEST_CASE("grid: drawing alone asks for nothing") {
  Table table(50);
  table.ui.frames(5);
  CHECK(table.asks.empty());
}

TEST_CASE("grid: only rows that are seen are asked for, however many there are") {
  Table table(5'000'000);
  table.rows.asked = 0;
  table.ui.frames(1);
  CHECK(table.rows.asked <= 2 * 14);
  CHECK(table.ui.shows("行0"));
  CHECK_FALSE(table.ui.shows("行30"));
}

TEST_CASE("grid: the last of five million rows can be seen whole") {
  Table table(5'000'000);
  table.ui.press("row_3");
  table.ui.key(ImGuiKey_End, ImGuiMod_Ctrl);
  CHECK(table.ui.shows("行4999999"));
  const web::RegistryItem& row = table.ui.find("row_4999999");
  CHECK(row.value == "true");
  CHECK(row.rect.w - row.rect.y == doctest::Approx(40));
  CHECK(row.rect.w <= 500);
}

TEST_CASE("grid: pressing a row chooses it and says in which column") {
  Table table(50);
  table.ui.press("行2");
  REQUIRE(table.asks.size() == 1);
  CHECK(table.asks[0].pressed == 2);
  CHECK(table.asks[0].column == 0);
  table.ui.press("6");
  CHECK(table.asks.back().pressed == 3);
  CHECK(table.asks.back().column == 1);
}

TEST_CASE("grid: double click and Enter open a row") {
  Table table(50);
  table.ui.press("行2", 2);
  REQUIRE_FALSE(table.asks.empty());
  bool opened = false;
  for (const web::GridAsk& ask : table.asks) opened = opened || ask.opened == 2;
  CHECK(opened);
  table.asks.clear();
  table.ui.key(ImGuiKey_DownArrow);
  table.ui.key(ImGuiKey_Enter);
  REQUIRE(table.asks.size() == 2);
  CHECK(table.asks[0].pressed == 3);
  CHECK(table.asks[1].opened == 3);
}

TEST_CASE("grid: arrows stop at both ends") {
  Table table(3);
  table.ui.press("行2");
  table.ui.key(ImGuiKey_DownArrow);
  CHECK(table.options.selected == 2);
  table.ui.key(ImGuiKey_PageUp);
  table.ui.key(ImGuiKey_UpArrow);
  CHECK(table.options.selected == 0);
}

TEST_CASE("grid: the wheel scrolls and stops at the ends") {
  Table table(100);
  table.ui.wheel({100, 100}, -1);
  CHECK(table.memory.top > 0);
  table.ui.wheel({100, 100}, 1000);
  CHECK(table.memory.top == 0);
  table.ui.wheel({100, 100}, -1000);
  CHECK(table.ui.shows("行99"));
}

TEST_CASE("grid: frozen columns stay while others scroll sideways") {
  Table table(5);
  table.options.columns = kWide;
  table.options.frozen = 1;
  const web::RegistryItem before = table.ui.find("行1");
  ImGui::GetIO().AddMousePosEvent(500, 100);
  table.ui.frames(1);
  ImGui::GetIO().AddMouseWheelEvent(-8, 0);
  table.ui.frames(2);
  CHECK(table.memory.left > 0);
  CHECK(table.ui.find("行1").rect.x == before.rect.x);
  for (const web::RegistryItem& item : table.ui.items())
    if (item.role == "gridcell" && item.label == "2") CHECK(item.rect.x >= 300);
}

TEST_CASE("grid: blank cells are listed too, and say where they stand") {
  struct Gaps : Numbers {
    using Numbers::Numbers;
    void cell(std::size_t row, std::size_t column, web::Cell& out) const override {
      if (row == 1 && column == 0) return;
      Numbers::cell(row, column, out);
    }
  };
  const Gaps rows(3);
  Table table(0);
  web::GridMemory memory;
  table.ui.show([&](const web::Look& look) {
    web::draw_grid(look, "gaps", rows, table.options, memory, {800, 500});
  });
  CHECK(table.ui.labels("gridcell") == std::vector<std::string>{"行0", "0", "", "2", "行2", "4"});
  CHECK(table.ui.find("cell_1_0").rect.x == table.ui.find("head_name").rect.x);
  CHECK(table.ui.find("cell_1_1").label == "2");
  CHECK(table.ui.find("表格").value == "3 2");
}

TEST_CASE("grid: every column of which a cell is seen is named, however little of it is left") {
  Table table(5);
  table.options.columns = kWide;
  web::TableQuery query;
  table.options.query = &query;
  for (const float left : {870.0f, 885.0f, 895.0f}) {
    table.memory.left = left;
    table.ui.frames();
    std::size_t heads = 0, cells = 0;
    for (const web::RegistryItem& item : table.ui.items()) {
      if (item.role == "columnheader") ++heads;
      if (item.id.starts_with("cell_0_")) ++cells;
    }
    CHECK(heads == cells);
  }
}

TEST_CASE("grid: an empty table says so") {
  Table table(0);
  table.options.empty = "没有内容";
  CHECK(table.ui.shows("没有内容"));
}
