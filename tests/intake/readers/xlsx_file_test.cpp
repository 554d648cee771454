// Workbooks as archives: where parts lie, which sheets there are, what is refused.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/intake/readers/workbook.h"
#include "tests/intake/readers/support.h"

using core::intake::Limits;
using core::intake::resolve_part;
using test::shown;
using test::XlsxParts;
using test::ZipOptions;

namespace {

constexpr std::string_view kRow =
    R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>)";

XlsxParts small() {
  XlsxParts parts;
  parts.sheet = kRow;
  return parts;
}

std::string sheet_of(std::string_view number) {
  return "<worksheet><sheetData><row><c><v>" + std::string(number) +
         "</v></c></row></sheetData></worksheet>";
}

}  // namespace

TEST_CASE("xlsx: stored and deflated entries, sizes behind the data, zip64 fields") {
  for (const bool deflated : {false, true}) {
    for (const bool behind : {false, true}) {
      for (const bool wide : {false, true}) {
        XlsxParts parts = small();
        parts.zip.deflated = deflated;
        parts.zip.sizes_behind = behind;
        parts.zip.wide = wide;
        CHECK(test::shown_in_blocks(test::xlsx(parts)) == "1: N:1\n");
      }
    }
  }
}

TEST_CASE("xlsx: sheets follow the workbook, not the archive, and hidden ones are marked") {
  XlsxParts parts;
  parts.others = {
      {"xl/worksheets/sheet2.xml", sheet_of("2")},
      {"xl/workbook.xml",
       R"(<w:workbook xmlns:w="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="r"><w:sheets>)"
       R"(<w:sheet name="乙&amp;丙" sheetId="7" r:id="b"/><w:sheet name="图" sheetId="1" r:id="c"/>)"
       R"(<w:sheet name="甲" sheetId="9" state="hidden" r:id="a"/>)"
       R"(<w:sheet name="丁" sheetId="3" state="veryHidden" r:id="gone"/></w:sheets></w:workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       R"(<p:Relationships xmlns:p="p"><p:Relationship Id="a" Target="/xl/worksheets/sheet1.xml" )"
       R"(Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/>)"
       R"(<p:Relationship Target="../xl/./worksheets\Sheet2.XML" Type="x/worksheet" Id="b"/>)"
       R"(<p:Relationship Target="charts/c.xml" Type="x/chartsheet" Id="c"/></p:Relationships>)"},
      {"xl/worksheets/sheet1.xml", sheet_of("1")}};
  const std::string bytes = test::xlsx(parts);
  auto table = core::intake::open_table(bytes, "x.xlsx");
  REQUIRE(table.ok());
  const auto sheets = table.value()->sheets();
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].name == "乙&丙");
  CHECK_FALSE(sheets[0].hidden);
  CHECK(sheets[1].name == "甲");
  CHECK(sheets[1].hidden);
  CHECK(sheets[2].index == 2);
  CHECK(sheets[2].hidden);
  CHECK(shown(bytes, {}, 0) == "1: N:2\n");
  CHECK(shown(bytes, {}, 1) == "1: N:1\n");
  CHECK(shown(bytes, {}, 2) == "! 文件已损坏：缺少工作表 丁");
  CHECK(shown(bytes, {}, 3) == "! 没有这张工作表");
  CHECK(shown(bytes, {}, -1) == "! 没有这张工作表");
}

TEST_CASE("xlsx: a sheet can be opened again and starts at its top") {
  const std::string bytes = test::xlsx(small());
  auto table = core::intake::open_table(bytes, "x.xlsx");
  REQUIRE(table.ok());
  for (int i = 0; i < 3; ++i) {
    REQUIRE(table.value()->open_sheet(0).ok());
    core::intake::Row row;
    CHECK(table.value()->next(row).value());
    CHECK_FALSE(table.value()->next(row).value());
    CHECK_FALSE(table.value()->next(row).value());
    CHECK(table.value()->progress() == 1);
  }
}

TEST_CASE("xlsx: a target is absolute or relative to the part that names it") {
  CHECK(resolve_part("xl/workbook.xml", "worksheets/sheet1.xml") == "xl/worksheets/sheet1.xml");
  CHECK(resolve_part("xl/workbook.xml", "/xl/a.xml") == "xl/a.xml");
  CHECK(resolve_part("xl/workbook.xml", "../a.xml") == "a.xml");
  CHECK(resolve_part("xl/workbook.xml", "../../../a.xml") == "a.xml");
  CHECK(resolve_part("", "xl\\workbook.xml") == "xl/workbook.xml");
  CHECK(resolve_part("", "") == "");
}

TEST_CASE("xlsx: a wrong or missing dimension changes nothing") {
  XlsxParts parts = small();
  for (const char* dimension : {"<dimension ref=\"A1\"/>", "<dimension ref=\"ZZ9:A0\"/>", ""}) {
    parts.sheet = dimension + std::string(kRow);
    CHECK(shown(test::xlsx(parts)) == "1: N:1\n");
  }
}

TEST_CASE("xlsx: a workbook elsewhere is found by its relationship") {
  XlsxParts parts;
  parts.others = {
      {"_rels/.rels", R"(<Relationships><Relationship Type="x/officeDocument" )"
                      R"(Target="/book.xml"/></Relationships>)"},
      {"book.xml", R"(<workbook><sheets><sheet name="a" r:id="i"/></sheets></workbook>)"},
      {"_rels/book.xml.rels", R"(<Relationships><Relationship Id="i" Type="x/worksheet" )"
                              R"(Target="one.xml"/></Relationships>)"},
      {"one.xml", sheet_of("5")}};
  CHECK(shown(test::xlsx(parts)) == "1: N:5\n");
}

TEST_CASE("xlsx: merged ranges are known before, between and after the rows") {
  XlsxParts parts;
  parts.sheet =
      R"(<sheetData><row r="1"><c r="A1" t="str"><v>sheetData&gt; sheetData></v></c></row>)"
      R"(<row r="2"><c r="A2"><v>1</v></c></row></sheetData><autoFilter ref="A1:B2"/>)"
      R"(<mergeCells count="9"><mergeCell ref="A1:C1"/><mergeCell ref="D5:B2"/>)"
      R"(<mergeCell ref="A1"/><mergeCell ref="?1:A2"/><mergeCell ref="A0:A2"/>)"
      R"(</mergeCells><pageMargins left="0.7"/>)";
  for (const bool prefixed : {false, true}) {
    for (const std::size_t held : {std::size_t{0}, std::size_t{1} << 20}) {
      for (const std::size_t block : {1U, 5U, 11U, 4096U}) {
        XlsxParts own = parts;
        own.zip.deflated = true;
        if (prefixed) {
          own.others = {{"xl/worksheets/sheet1.xml",
                         R"(<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>)"
                         R"(</x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:C1"/>)"
                         R"(<x:mergeCell ref="B2:D5"/></x:mergeCells></x:worksheet>)"}};
        }
        Limits limits;
        limits.held_bytes = held;
        limits.block_bytes = block;
        const std::string bytes = test::xlsx(own);
        auto table = core::intake::open_table(bytes, "x.xlsx", limits);
        REQUIRE(table.ok());
        REQUIRE(table.value()->open_sheet(0).ok());
        core::intake::Row row;
        REQUIRE(table.value()->next(row).value());
        for (int i = 0; i < 2; ++i) {
          const auto merges = table.value()->merges();
          REQUIRE(merges.ok());
          REQUIRE(merges.value().size() == 2);
          CHECK(merges.value()[0].first_row == 1);
          CHECK(merges.value()[0].last_column == 2);
          CHECK(merges.value()[1].first_row == 2);
          CHECK(merges.value()[1].last_row == 5);
          CHECK(merges.value()[1].first_column == 1);
          CHECK(merges.value()[1].last_column == 3);
        }
        CHECK(row.cells.size() == 1);
        CHECK(table.value()->next(row).value() != prefixed);
      }
    }
  }
}

TEST_CASE("xlsx: a sheet without rows or merged ranges has none") {
  XlsxParts parts;
  for (const char* sheet : {"<sheetData/>", "<sheetData></sheetData>", ""}) {
    parts.sheet = sheet;
    const std::string bytes = test::xlsx(parts);
    auto table = core::intake::open_table(bytes, "x.xlsx");
    REQUIRE(table.ok());
    REQUIRE(table.value()->open_sheet(0).ok());
    CHECK(table.value()->merges().value().empty());
    core::intake::Row row;
    CHECK_FALSE(table.value()->next(row).value());
  }
}

TEST_CASE("xlsx: damage is named in one sentence") {
  XlsxParts parts = small();
  parts.zip.wrong_crc = true;
  CHECK(shown(test::xlsx(parts)) == "! 文件已损坏：_rels/.rels 校验不符");
  parts.zip = {};
  parts.zip.method = 12;
  CHECK(shown(test::xlsx(parts)) == "! 文件已损坏：_rels/.rels 的压缩方法不认识");
  parts.zip = {};
  parts.zip.encrypted = true;
  CHECK(shown(test::xlsx(parts)) == "! 文件设有密码，请去掉密码后再导入");
  parts.zip = {};
  const auto sheet = [&](std::string_view xml) {
    parts.others = {{"xl/worksheets/sheet1.xml", std::string(xml)}};
    return test::shown_in_blocks(test::xlsx(parts));
  };
  CHECK(sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>") ==
        "1: N:1\n! 文件已损坏：xl/worksheets/sheet1.xml 不完整");
  CHECK(sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1") ==
        "! 文件已损坏：xl/worksheets/sheet1.xml 不完整");
  CHECK(sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A") ==
        "! 文件已损坏：xl/worksheets/sheet1.xml 不完整");
  CHECK(sheet("<worksheet><sheetData><row r=\"x\"/></sheetData></worksheet>") ==
        "! 文件已损坏：工作表的行号读不出来");
  CHECK(sheet("<worksheet><sheetData><row r=\"0\"/></sheetData></worksheet>") ==
        "! 文件已损坏：工作表的行号读不出来");
  CHECK(
      sheet("<worksheet><sheetData><row><c r=\"77\"><v>1</v></c></row></sheetData></worksheet>") ==
      "! 文件已损坏：第 1 行有单元格的位置读不出来");
  CHECK(sheet("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>") ==
        "! 文件已损坏：xl/worksheets/sheet1.xml 含有不允许的文档类型声明");
  CHECK(sheet(std::string_view("<\0w\0", 4)) ==
        "! 文件已损坏：xl/worksheets/sheet1.xml 不是 UTF-8 文字");
  CHECK(sheet("</worksheet>") == "! 文件已损坏：xl/worksheets/sheet1.xml 不完整");
}

TEST_CASE("xlsx: elements that do not end where they began are damage, wherever they stand") {
  constexpr std::string_view kOne = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
  const auto inside = [&](std::string_view xml) {
    XlsxParts parts;
    parts.others = {
        {"xl/worksheets/sheet1.xml", "<worksheet>" + std::string(xml) + "</worksheet>"}};
    return test::shown_in_blocks(test::xlsx(parts));
  };
  const auto rows = [&](std::string_view more) {
    return inside("<sheetData>" + std::string(kOne) + std::string(more));
  };
  const std::string found = "1: N:1\n! 文件已损坏：";
  const std::string nesting = found + "工作表的内容在第 ";
  CHECK(rows(R"(<row r="2"><c r="A2"><v>2</v></c></c></sheetData><row r="3"/>)") ==
        nesting + "2 行附近前后不合");
  CHECK(rows(R"(<row r="2"><c r="A2"><v>2</c></row></sheetData>)") == nesting + "2 行附近前后不合");
  CHECK(rows(R"(<row r="2"><c r="A2"><v>2</v></c><row r="3"></row></row></sheetData>)") ==
        nesting + "2 行附近前后不合");
  CHECK(rows(R"(</sheetData><row r="3"><c r="A3"><v>3</v></c></row>)") ==
        nesting + "1 行附近前后不合");
  CHECK(rows(R"(</sheetData><sheetData><row r="3"/></sheetData>)") == nesting + "1 行附近前后不合");
  CHECK(rows("</row>") == nesting + "1 行附近前后不合");
  CHECK(rows(R"(<row r="2"><<c r="A2"><v>2</v></c></row></sheetData>)") ==
        found + "xl/worksheets/sheet1.xml 里有读不出来的标记");
  CHECK(rows(R"(<row r="2"><c r="A2" t="str"><v>甲&foo;</v></c></row></sheetData>)") ==
        found + "xl/worksheets/sheet1.xml 里有不认识的字符写法");
  CHECK(rows("</sheetData><controls><control><x:row>5</x:row></control></controls>") == "1: N:1\n");
}

TEST_CASE("xlsx: every cut of a good file gives an error and nothing else") {
  XlsxParts parts = small();
  parts.zip.deflated = true;
  const std::string bytes = test::xlsx(parts);
  REQUIRE(shown(bytes) == "1: N:1\n");
  for (std::size_t size = 4; size < bytes.size(); ++size) {
    const std::string text = shown(std::string_view(bytes).substr(0, size));
    if (text.substr(0, 2) != "! ") FAIL_CHECK("cut to " << size << " bytes: " << text);
  }
}

TEST_CASE("xlsx: other archives are told apart") {
  const auto with = [](std::string_view part) {
    test::ZipWriter zip;
    zip.add(part, "x");
    return shown(zip.finish());
  };
  CHECK(with("word/document.xml") == "! 这是 Word 文档，不是表格，请另存为 .xlsx 或 .csv");
  CHECK(with("ppt/presentation.xml") == "! 这是演示文稿，不是表格");
  CHECK(with("content.xml") == "! 这是 OpenDocument 文件，请用 WPS 或 Excel 另存为 .xlsx");
  CHECK(with("xl/workbook.bin") == "! 这是二进制工作簿 .xlsb，请用 WPS 或 Excel 另存为 .xlsx");
  CHECK(with("EncryptedPackage") == "! 文件设有打开密码，请取消密码后另存再导入");
  CHECK(with("台账.csv") == "! 这是压缩包，里面没有工作簿，请解压后导入其中的表格");
  CHECK(shown(test::ZipWriter().finish()) ==
        "! 这是压缩包，里面没有工作簿，请解压后导入其中的表格");
}

TEST_CASE("xlsx: over a limit there is one sentence and it names the limit") {
  const std::string bytes =
      test::xlsx_rows(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>甲乙丙丁</t></is></c></row>)"
                      R"(<row r="3"><c r="C3"><v>1</v></c></row>)");
  const auto over = [&](auto set) {
    Limits limits;
    set(limits);
    return test::shown_in_blocks(bytes, limits);
  };
  CHECK(over([](Limits& it) { it.file_bytes = 100; }) ==
        "! 表格太大：文件超过 100 字节，请拆分后再导入");
  CHECK(over([](Limits& it) { it.expanded_bytes = 300; }) ==
        "! 表格太大：展开后超过 300 字节，请拆分后再导入");
  CHECK(over([](Limits& it) { it.zip_entries = 3; }) ==
        "! 表格太大：压缩包里的文件超过 3 个，请拆分后再导入");
  CHECK(over([](Limits& it) { it.sheets = 0; }) == "! 表格太大：工作表超过 0 张，请拆分后再导入");
  CHECK(over([](Limits& it) { it.sheet_rows = 2; }) ==
        "1: T:甲乙丙丁\n! 表格太大：超过 2 行，请拆分后再导入");
  CHECK(over([](Limits& it) { it.sheet_rows = 3; }).back() == '\n');
  CHECK(over([](Limits& it) { it.sheet_columns = 2; }) ==
        "1: T:甲乙丙丁\n! 表格太大：超过 2 列，请拆分后再导入");
  CHECK(over([](Limits& it) { it.cell_bytes = 11; }) ==
        "! 表格太大：单元格 A1 的文字超过 11 字节，请拆分后再导入");
  CHECK(over([](Limits& it) { it.cell_bytes = 12; }).back() == '\n');
  CHECK(over([](Limits& it) { it.xml_depth = 5; }) ==
        "! 表格太大：xl/worksheets/sheet1.xml 的层次太深，请拆分后再导入");
}

TEST_CASE("xlsx: a workbook may not list any number of relationships, or of sheets without cells") {
  constexpr auto kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const auto relationships = [&](int count) {
    std::string text = "<Relationships>";
    for (int n = 1; n <= count; ++n)
      text += fmt::format(R"(<Relationship Id="r{0}" Type="{1}/chartsheet" Target="c{0}.xml"/>)", n,
                          kOffice);
    return text + "</Relationships>";
  };
  XlsxParts parts = small();
  parts.others = {{"xl/_rels/workbook.xml.rels", relationships(11)}};
  Limits limits;
  limits.zip_entries = 10;
  CHECK(shown(test::xlsx(parts), limits) == "! 表格太大：部件之间的关系太多，请拆分后再导入");
  std::string sheets;
  for (int n = 0; n < 257; ++n) sheets += R"(<sheet name="图" r:id="r1"/>)";
  parts.others = {{"xl/_rels/workbook.xml.rels", relationships(1)},
                  {"xl/workbook.xml", "<workbook><sheets>" + sheets + "</sheets></workbook>"}};
  CHECK(shown(test::xlsx(parts)) == "! 表格太大：工作表超过 256 张，请拆分后再导入");
}

TEST_CASE("xlsx: shared strings have limits of number and size") {
  XlsxParts parts = small();
  parts.strings = "<si><t>甲乙</t></si><si><t>丙</t></si>";
  const std::string bytes = test::xlsx(parts);
  const auto over = [&](auto set) {
    Limits limits;
    set(limits);
    return test::shown_in_blocks(bytes, limits);
  };
  CHECK(over([](Limits& it) { it.shared_strings = 1; }) ==
        "! 表格太大：共享文字超过 1 条，请拆分后再导入");
  CHECK(over([](Limits& it) { it.shared_string_bytes = 8; }) ==
        "! 表格太大：共享文字合计超过 8 字节，请拆分后再导入");
  CHECK(over([](Limits& it) { it.cell_bytes = 5; }) ==
        "! 表格太大：有单元格的文字超过 5 字节，请拆分后再导入");
  CHECK(over([](Limits& it) { it.shared_string_bytes = 9; }) == "1: N:1\n");
}

TEST_CASE("xlsx: one long text in many cells has a limit") {
  XlsxParts parts = small();
  parts.strings = "<si><t>甲乙</t></si>";
  parts.sheet = R"(<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row></sheetData>)";
  const std::string bytes = test::xlsx(parts);
  Limits limits;
  limits.sheet_text_bytes = 12;
  CHECK(test::shown_in_blocks(bytes, limits) == "1: T:甲乙 T:甲乙\n");
  limits.sheet_text_bytes = 11;
  CHECK(test::shown_in_blocks(bytes, limits) ==
        "! 表格太大：工作表的文字合计超过 11 字节，请拆分后再导入");
}
