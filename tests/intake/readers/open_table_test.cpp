// What a file is, by its bytes; and the real ledgers of the sample county.

#include <doctest/doctest.h>

#include <map>

#include "tests/intake/readers/support.h"
#include "tests/support/data.h"

using core::intake::Cell;
using core::intake::CellKind;
using core::intake::Row;

namespace {

std::string refusal(std::string_view bytes, std::string_view name) {
  const auto table = core::intake::open_table(bytes, name);
  return table.ok() ? "" : table.error().message;
}

std::string compound(std::string_view stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  for (const char c : stream) {
    bytes += c;
    bytes += '\0';
  }
  return bytes + std::string(600, '\0');
}

struct Counts {
  int rows = 0;
  std::map<CellKind, int> kinds;
  int widest = 0;
};

Counts count(std::string_view bytes, int sheet) {
  Counts counts;
  auto table = core::intake::open_table(bytes, "x");
  REQUIRE(table.ok());
  REQUIRE(table.value()->open_sheet(sheet).ok());
  Row row;
  while (true) {
    const auto more = table.value()->next(row);
    REQUIRE(more.ok());
    if (!more.value()) return counts;
    ++counts.rows;
    counts.widest = std::max(counts.widest, static_cast<int>(row.cells.size()));
    for (const Cell& cell : row.cells) ++counts.kinds[cell.kind];
  }
}

std::string line_of(const std::string& text, int number) {
  const std::string mark = "\n" + std::to_string(number) + ": ";
  const std::size_t at = ("\n" + text).find(mark);
  return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

}  // namespace

TEST_CASE("open table: what cannot be read is refused with what to do") {
  CHECK(refusal("", "a.xlsx") == "文件是空的");
  CHECK(refusal(compound("Workbook"), "台账.xls") ==
        "这是旧版 .xls，请用 WPS 或 Excel 另存为 .xlsx");
  CHECK(refusal(compound("Workbook"), "台账.ET") == "这是 WPS 的 .et，请用 WPS 另存为 .xlsx");
  CHECK(refusal(compound("WordDocument"), "a.xls") ==
        "这是旧版文字文档，不是表格，请另存为 .xlsx 或 .csv");
  CHECK(refusal(compound("PowerPoint Document"), "a") == "这是演示文稿，不是表格");
  CHECK(refusal(compound("EncryptedPackage"), "a.xlsx") ==
        "文件设有打开密码，请取消密码后另存再导入");
  CHECK(refusal("%PDF-1.7\n", "a.csv") == "这是 PDF 文件，不是表格，请导入原来的 .xlsx 或 .csv");
  CHECK(refusal("Rar!\x1A\x07", "a.rar") == "这是 .rar 压缩包，请解压后导入其中的表格");
  CHECK(refusal("\x89PNG\r\n", "a.png") == "这是图片，不是表格");
  CHECK(refusal("SQLite format 3", "a.zelian") == "这是数据库文件，不是表格");
  CHECK(refusal("\xEF\xBB\xBF  <html><body><table>", "导出.xls") ==
        "这是网页格式的表格，请用 WPS 或 Excel 打开后另存为 .xlsx");
  CHECK(refusal("<TABLE border=1>", "导出.xls") ==
        "这是网页格式的表格，请用 WPS 或 Excel 打开后另存为 .xlsx");
  CHECK(refusal("<?xml version=\"1.0\"?><Workbook "
                "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                "a.xml") == "这是 XML 表格 2003，请用 WPS 或 Excel 另存为 .xlsx");
  CHECK(refusal("<?xml version=\"1.0\"?><a/>", "a.xml") ==
        "这是 XML 文件，不是表格，请导入 .xlsx 或 .csv");
  CHECK(refusal("not a zip", "a.xlsx") == "文件已损坏：不是 .xlsx 的内容");
  CHECK(refusal("PK\3\4 and no more", "a.xlsx") == "文件已损坏：压缩包目录读不出来");
}

TEST_CASE("open table: text is read as a table whatever its name") {
  CHECK(test::shown("a,b\n", {}, 0, "list.txt") == "1: T:a T:b\n");
  CHECK(test::shown("a\tb\n", {}, 0, "report.xls") == "1: T:a T:b\n");
  CHECK(test::shown("<甲>,b\n", {}, 0, "x.csv") == "1: T:<甲> T:b\n");
}

TEST_CASE("open table: the provincial export has its rows, days and ids") {
  const std::string bytes = test::read_bytes(test::sample_path("provincial-export.xlsx"));
  const Counts counts = count(bytes, 0);
  CHECK(counts.rows == 601);
  CHECK(counts.widest == 23);
  CHECK(counts.kinds.at(CellKind::Date) > 600 * 4);
  CHECK(counts.kinds.count(CellKind::Error) == 0);
  const std::string text = test::shown(bytes);
  CHECK(line_of(text, 1).rfind("1: T:信访件编号 T:姓名 T:信访人数", 0) == 0);
  CHECK(line_of(text, 2).rfind("2: T:511720260100000001 T:郭桂建 N:1 T:滨江街道11村", 0) == 0);
  CHECK(line_of(text, 2).find(
            " D:2026-03-26 D:2026-03-26 D:2026-04-09 D:2026-04-10 - D:2026-06-09 ") !=
        std::string::npos);
  CHECK(line_of(text, 601).rfind("601: T:511720260100000600", 0) == 0);
}

TEST_CASE("open table: the county's ledger has a merged header over its columns") {
  const std::string bytes = test::read_bytes(test::sample_path("county-ledger.xlsx"));
  auto table = core::intake::open_table(bytes, "county-ledger.xlsx");
  REQUIRE(table.ok());
  REQUIRE(table.value()->open_sheet(0).ok());
  const auto merges = table.value()->merges();
  REQUIRE(merges.ok());
  REQUIRE(merges.value().size() == 12);
  CHECK(merges.value()[0].first_row == 1);
  CHECK(merges.value()[0].last_column == 11);
  const Counts counts = count(bytes, 0);
  CHECK(counts.rows == 185);
  const std::string text = test::shown(bytes);
  CHECK(line_of(text, 3) == "3: - - T:姓名 T:人数");
  CHECK(line_of(text, 188).find("T:填表人：高强") != std::string::npos);
}

TEST_CASE("open table: statistics written by a library have stored entries and formula texts") {
  for (const char* name : {"statistics-2026-07.xlsx", "statistics-2026-08.xlsx",
                           "statistics-2026-09.xlsx", "statistics-2026-10.xlsx"}) {
    const std::string bytes = test::read_bytes(test::sample_path(name));
    auto table = core::intake::open_table(bytes, name);
    REQUIRE(table.ok());
    REQUIRE(table.value()->sheets().size() == 2);
    CHECK(table.value()->sheets()[0].name == "办结率统计结果");
    CHECK(table.value()->sheets()[1].name == "满意率");
    CHECK(count(bytes, 0).rows == 34);
    CHECK(count(bytes, 1).rows == 34);
  }
  const std::string text =
      test::shown(test::read_bytes(test::sample_path("statistics-2026-07.xlsx")));
  CHECK(line_of(text, 1) == "1: T:2026年7月办结率统计结果");
  CHECK(line_of(text, 3).rfind("3: T:城关镇 N:10 N:8 N:2 T:80.00%", 0) == 0);
}

TEST_CASE("open table: units and officials lie in two sheets, leads in one") {
  const std::string units = test::read_bytes(test::sample_path("units-officials.xlsx"));
  CHECK(count(units, 0).widest == 3);
  CHECK(count(units, 1).rows == 73);
  const std::string leads = test::read_bytes(test::sample_path("lead-list.xlsx"));
  CHECK(count(leads, 0).rows == 52);
}

TEST_CASE("open table: the weekly reports are GB18030 with line breaks in quotes") {
  const std::string bytes = test::read_bytes(test::sample_path("weekly-reports.csv"));
  const Counts counts = count(bytes, 0);
  CHECK(counts.rows == 530);
  CHECK(counts.kinds.at(CellKind::Text) == 530 * 9);
  const std::string text = test::shown(bytes);
  CHECK(text.find(
            "2: T:511720260100000001 T:2026-W36 T:县卫生健康局 T:接谈3次，\"面对面\"释法\n实地查看 "
            "T:80% T:资金,需协调 T:继续推进 T:2026-09-03 T:胡建强\n3: ") != std::string::npos);
  CHECK(test::shown_in_blocks(bytes) == text);
}
