#include "core/papers/xlsx/workbook.h"

#include <doctest/doctest.h>

#include "core/intake/readers/table_reader.h"

using namespace core;
using papers::CellStyle;
using papers::WorkbookSheet;

namespace {

struct Seen {
  intake::CellKind kind;
  std::string text;

  bool operator==(const Seen&) const = default;
};

/// Every cell of a sheet, row by row, as our own reader sees it.
std::vector<std::vector<Seen>> read_back(const std::string& bytes, int sheet) {
  std::vector<std::vector<Seen>> rows;
  auto table = intake::open_table(bytes, "规则.xlsx");
  if (!table.ok()) {
    FAIL_CHECK(table.error().message);
    return rows;
  }
  REQUIRE(table.value()->open_sheet(sheet).ok());
  intake::Row row;
  for (;;) {
    const Result<bool> more = table.value()->next(row);
    REQUIRE(more.ok());
    if (!more.value()) return rows;
    rows.resize(static_cast<std::size_t>(row.number));
    for (const intake::Cell& cell : row.cells)
      rows.back().push_back({cell.kind, std::string(cell.text)});
  }
}

const Seen kNothing{intake::CellKind::Empty, ""};

Seen text(std::string value) { return {intake::CellKind::Text, std::move(value)}; }
Seen number(std::string value) { return {intake::CellKind::Number, std::move(value)}; }

}  // namespace

TEST_CASE("workbook: what is written is read back, text as text and numbers as numbers") {
  WorkbookSheet sheet;
  sheet.name = "设置";
  sheet.columns = {{20, {}}, {12, {"是", "否"}}};
  sheet.rows = {{{"键", false, CellStyle::Header}, {"值", false, CellStyle::Header}},
                {{"answer_days"}, {"60", true}},
                {{"编号", false, CellStyle::Told}, {"007"}},
                {{"扣分"}, {"0.25", true}}};
  sheet.frozen_rows = 1;
  const auto rows = read_back(papers::workbook_bytes({sheet}), 0);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] == std::vector{text("键"), text("值")});
  CHECK(rows[1] == std::vector{text("answer_days"), number("60")});
  CHECK(rows[2] == std::vector{text("编号"), text("007")});
  CHECK(rows[3] == std::vector{text("扣分"), number("0.25")});
}

TEST_CASE("workbook: what XML or Excel would take for something else comes back the same") {
  const std::string odd[] = {
      "<b>&\"'", "a\nb", "  vorn und hinten  ", "=1+1", "2026-11-23", "_x0041_", "𠮷野家", "]]>"};
  WorkbookSheet sheet;
  sheet.name = "示例";
  for (const std::string& each : odd) sheet.rows.push_back({{each}});
  const auto rows = read_back(papers::workbook_bytes({sheet}), 0);
  REQUIRE(rows.size() == std::size(odd));
  for (std::size_t i = 0; i < std::size(odd); ++i) {
    CAPTURE(odd[i]);
    CHECK(rows[i] == std::vector{text(odd[i])});
  }
}

TEST_CASE("workbook: empty cells and rows leave their places") {
  WorkbookSheet sheet;
  sheet.name = "表";
  sheet.rows = {{{""}, {""}, {"丙"}}, {}, {{"甲"}}};
  const auto rows = read_back(papers::workbook_bytes({sheet}), 0);
  REQUIRE(rows.size() == 3);
  REQUIRE(rows[0].size() == 3);
  CHECK(rows[0][0] == kNothing);
  CHECK(rows[0][2] == text("丙"));
  CHECK(rows[1].empty());
  CHECK(rows[2].front() == text("甲"));
}

TEST_CASE("workbook: a column beyond Z is where it says it is") {
  WorkbookSheet sheet;
  sheet.name = "宽表";
  sheet.rows.emplace_back(53);
  sheet.rows[0][26].text = "AA";
  sheet.rows[0][52].text = "BA";
  const auto rows = read_back(papers::workbook_bytes({sheet}), 0);
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].size() == 53);
  CHECK(rows[0][26] == text("AA"));
  CHECK(rows[0][52] == text("BA"));
}

TEST_CASE("workbook: sheets keep their names, order and contents; same content gives same bytes") {
  std::vector<WorkbookSheet> sheets(3);
  const std::string names[] = {"设置", "权重 & 其他", "计分"};
  for (std::size_t i = 0; i < 3; ++i) {
    sheets[i].name = names[i];
    sheets[i].rows = {{{names[i]}}};
  }
  const std::string bytes = papers::workbook_bytes(sheets);
  const auto table = intake::open_table(bytes, "规则.xlsx");
  REQUIRE(table.ok());
  REQUIRE(table.value()->sheets().size() == 3);
  for (int i = 0; i < 3; ++i) {
    const auto at = static_cast<std::size_t>(i);
    CHECK(table.value()->sheets()[at].name == names[at]);
    const auto rows = read_back(bytes, i);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0] == std::vector{text(names[at])});
  }
  CHECK(papers::workbook_bytes(sheets) == bytes);
  sheets[1].rows[0][0].text += "!";
  CHECK(papers::workbook_bytes(sheets) != bytes);
}
