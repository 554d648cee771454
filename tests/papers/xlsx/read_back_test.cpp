#include "core/papers/xlsx/workbook.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/intake/readers/table_reader.h"
#include "core/intake/readers/zip.h"

using namespace core;
using papers::CellStyle;
using papers::workbook_bytes;
using papers::WorkbookCell;
using papers::WorkbookSheet;

namespace {

WorkbookCell number(std::string digits) { return {std::move(digits), true}; }
WorkbookCell text(std::string words) { return {std::move(words)}; }

WorkbookSheet sheet(std::vector<std::vector<WorkbookCell>> rows) {
  WorkbookSheet made;
  made.name = "表";
  made.rows = std::move(rows);
  return made;
}

/// A cell as our own reader finds it: T text, N number, - empty.
std::string shown(const intake::Cell& cell) {
  if (cell.kind == intake::CellKind::Empty) return "-";
  const bool is_text = cell.kind == intake::CellKind::Text;
  const bool is_number = cell.kind == intake::CellKind::Number;
  return (is_text ? "T:" : is_number ? "N:" : "?:") + std::string(cell.text);
}

/// Row by row, each with its number, as our own reader finds them.
std::vector<std::vector<std::string>> read_back(const std::string& bytes, int index = 0) {
  std::vector<std::vector<std::string>> rows;
  auto table = intake::open_table(bytes, "x.xlsx");
  REQUIRE_MESSAGE(table.ok(), table.error().message);
  REQUIRE(table.value()->open_sheet(index).ok());
  intake::Row row;
  for (;;) {
    const Result<bool> more = table.value()->next(row);
    REQUIRE_MESSAGE(more.ok(), more.error().message);
    if (!more.value()) return rows;
    std::vector<std::string>& cells = rows.emplace_back();
    cells.push_back(std::to_string(row.number));
    for (const intake::Cell& cell : row.cells) cells.push_back(shown(cell));
  }
}

std::vector<std::string> one_row(std::vector<WorkbookCell> cells) {
  const auto rows = read_back(workbook_bytes({sheet({std::move(cells)})}));
  REQUIRE(rows.size() == 1);
  return {rows[0].begin() + 1, rows[0].end()};
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("workbook: text stays text, whatever it looks like") {
  CHECK(one_row({text("511720260100000001"), text("0012"), text("2026-11-23"), text("=1+1"),
                 text("1e5"), text("TRUE"), text("-5")}) == Texts{"T:511720260100000001", "T:0012",
                                                                  "T:2026-11-23", "T:=1+1", "T:1e5",
                                                                  "T:TRUE", "T:-5"});
}

TEST_CASE("workbook: numbers are numbers, with the digits they had") {
  CHECK(one_row({number("0"), number("98.25"), number("-3.5"), number("1000000"), number("0.5")}) ==
        Texts{"N:0", "N:98.25", "N:-3.5", "N:1000000", "N:0.5"});
}

TEST_CASE("workbook: signs of XML, spaces, line breaks and rare characters come back") {
  CHECK(one_row({text("甲<乙>&\"丙\"'丁'"), text("  前后空格  "), text("第一行\n第二行"),
                 text("制表\t符"), text("𠮷野家"), text("]]>"), text("&amp;")}) ==
        Texts{"T:甲<乙>&\"丙\"'丁'", "T:  前后空格  ", "T:第一行\n第二行", "T:制表\t符", "T:𠮷野家",
              "T:]]>", "T:&amp;"});
}

TEST_CASE("workbook: characters XML cannot carry are left out, the rest stays") {
  CHECK(one_row({text(std::string("甲\x01乙\x1F丙\r", 11))}) == Texts{"T:甲乙丙"});
}

TEST_CASE("workbook: columns go on beyond Z, and empty cells keep their places") {
  std::vector<WorkbookCell> cells(704);
  for (const std::size_t at : {0U, 25U, 26U, 51U, 52U, 701U, 702U, 703U})
    cells[at] = text("列" + std::to_string(at));
  const Texts found = one_row(cells);
  REQUIRE(found.size() == 704);
  for (std::size_t at = 0; at < cells.size(); ++at) {
    CAPTURE(at);
    CHECK(found[at] == (cells[at].text.empty() ? "-" : "T:" + cells[at].text));
  }
}

TEST_CASE("workbook: empty rows count, and many rows come back in their order") {
  std::vector<std::vector<WorkbookCell>> rows(3000);
  for (std::size_t at = 0; at < rows.size(); at += 2)
    rows[at] = {text("第" + std::to_string(at) + "件"), number(std::to_string(at))};
  const auto found = read_back(workbook_bytes({sheet(rows)}));
  REQUIRE(found.size() == 1500);
  for (std::size_t at = 0; at < found.size(); ++at)
    CHECK(found[at] == Texts{std::to_string(2 * at + 1), "T:第" + std::to_string(2 * at) + "件",
                             "N:" + std::to_string(2 * at)});
}

TEST_CASE("workbook: sheets keep their names and their order") {
  WorkbookSheet first = sheet({{text("一")}});
  WorkbookSheet second = sheet({{text("二")}});
  first.name = "设置";
  second.name = "考核<表>&\"分\"";
  const std::string bytes = workbook_bytes({first, second});
  const auto table = intake::open_table(bytes, "x.xlsx");
  REQUIRE(table.ok());
  REQUIRE(table.value()->sheets().size() == 2);
  CHECK(table.value()->sheets()[0].name == "设置");
  CHECK(table.value()->sheets()[1].name == "考核<表>&\"分\"");
  CHECK_FALSE(table.value()->sheets()[1].hidden);
  CHECK(read_back(bytes, 1) == std::vector<Texts>{{"1", "T:二"}});
}

TEST_CASE("workbook: styles, frozen headers, widths and choices change no content") {
  WorkbookSheet styled =
      sheet({{{"项目", false, CellStyle::Header}, {"值", false, CellStyle::Title}},
             {{"说明", false, CellStyle::Told}, number("7")}});
  const auto plain = read_back(workbook_bytes({styled}));
  styled.frozen_rows = 1;
  styled.columns = {{20, {}}, {10, {"是", "否", "A&B"}}};
  CHECK(read_back(workbook_bytes({styled})) == plain);
  CHECK(plain == std::vector<Texts>{{"1", "T:项目", "T:值"}, {"2", "T:说明", "N:7"}});
}

TEST_CASE("workbook: the parts a spreadsheet program asks for are there, once, and sound") {
  const std::string bytes = workbook_bytes({sheet({{text("一")}}), sheet({{text("二")}})});
  const auto zip = intake::ZipArchive::open(bytes, {});
  REQUIRE(zip.ok());
  for (const char* part :
       {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
    CAPTURE(part);
    CHECK(zip.value().find(part) != nullptr);
  }
  CHECK(zip.value().entries().size() == 7);
}

TEST_CASE("workbook: the same content gives the same bytes, other content does not") {
  const auto make = [](const char* words) {
    return workbook_bytes({sheet({{text(words), number("1")}})});
  };
  CHECK(make("甲") == make("甲"));
  CHECK(make("甲") != make("乙"));
}

TEST_CASE("workbook: a flipped bit in what was written is noticed by the reader") {
  std::string bytes = workbook_bytes({sheet({{text("甲乙丙丁"), number("12345")}})});
  const auto zip = intake::ZipArchive::open(bytes, {});
  REQUIRE(zip.ok());
  const intake::ZipEntry& entry = *zip.value().find("xl/worksheets/sheet1.xml");
  CHECK(entry.crc != 0);
  CHECK(entry.size > entry.packed_size);
  const auto packed = zip.value().packed(entry);
  REQUIRE(packed.ok());
  const auto at = static_cast<std::size_t>(packed.value().data() - bytes.data());
  bytes[at + packed.value().size() / 2] ^= 0x10;
  auto table = intake::open_table(bytes, "x.xlsx");
  bool sound = table.ok() && table.value()->open_sheet(0).ok();
  intake::Row row;
  while (sound) {
    const Result<bool> more = table.value()->next(row);
    sound = more.ok();
    if (sound && !more.value()) break;
  }
  CHECK_FALSE(sound);
}
