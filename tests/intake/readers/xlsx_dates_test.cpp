// Which numbers are days, and which days they are.

#include <doctest/doctest.h>

#include "core/intake/readers/number_format.h"
#include "tests/intake/readers/support.h"

using core::intake::built_in_format;
using core::intake::custom_format;
using core::intake::NumberFormat;

namespace {

// One number under one format of the cell.
std::string dated(std::string_view number, std::string_view format, bool from_1904 = false) {
  test::XlsxParts parts;
  parts.styles = R"(<numFmts><numFmt numFmtId="170" formatCode=")" + std::string(format) +
                 R"("/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
                 R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs>)";
  if (from_1904) parts.workbook_properties = "<workbookPr date1904=\"1\"/>";
  parts.sheet = R"(<sheetData><row r="1"><c r="A1" s="1"><v>)" + std::string(number) +
                "</v></c></row></sheetData>";
  return test::shown_in_blocks(test::xlsx(parts));
}

}  // namespace

TEST_CASE("xlsx: cells shown as per cent say so") {
  test::XlsxParts parts;
  parts.styles =
      R"(<numFmts><numFmt numFmtId="164" formatCode="0.0%;[Red]-0.0%"/>)"
      R"(<numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts><cellXfs>)"
      R"(<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>)";
  parts.sheet = R"(<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c>)"
                R"(<c r="C1" s="2"><v>0.8</v></c><c r="D1" s="3"><v>80</v></c></row></sheetData>)";
  const std::string bytes = test::xlsx(parts);
  auto table = core::intake::open_table(bytes, "x.xlsx");
  REQUIRE(table.ok());
  REQUIRE(table.value()->open_sheet(0).ok());
  core::intake::Row row;
  REQUIRE(table.value()->next(row).value());
  CHECK_FALSE(row.cells[0].percent);
  CHECK(row.cells[1].percent);
  CHECK(row.cells[1].text == "1");
  CHECK(row.cells[2].percent);
  CHECK_FALSE(row.cells[3].percent);
}

TEST_CASE("number format: codes with days and times outside quotes and brackets") {
  for (const char* code :
       {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "yyyy年m月d日", "m\"月\"d\"日\"", "yyyy/m/d;@",
        "mmm", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "[DBNum1]yyyy年m月", "[$-804]aaaa", "[$-411]ge.m.d", "YYYY/MM/DD"}) {
    CHECK_MESSAGE(custom_format(code) == NumberFormat::Day, code);
  }
  for (const char* code : {"yyyy-mm-dd hh:mm", "m/d/yy h:mm AM/PM", "yyyy年m月d日 h时mm分"}) {
    CHECK_MESSAGE(custom_format(code) == NumberFormat::DayAndTime, code);
  }
  for (const char* code : {"h:mm", "hh:mm:ss", "mm:ss.0", "上午/下午h\"时\"mm\"分\"", "h:mm a/p"}) {
    CHECK_MESSAGE(custom_format(code) == NumberFormat::TimeOfDay, code);
  }
  for (const char* code : {"[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[SS]"}) {
    CHECK_MESSAGE(custom_format(code) == NumberFormat::Elapsed, code);
  }
  for (const char* code :
       {"General", "GENERAL", "0", "0.00", "#,##0.00_);[Red]\\(#,##0.00\\)", "0.00E+00", "##0.0e-0",
        "@", "\"dd-mm-yyyy\"0", "[Red]0", "[$￥-804]#,##0.00", "0\\d", "0_d", "0*y", "0;\"y\"d",
        "\"open", "[open", "\\", ""}) {
    CHECK_MESSAGE(custom_format(code) == NumberFormat::Number, code);
  }
}

TEST_CASE("number format: the built-in ones, Chinese ones included") {
  for (const unsigned id : {14U, 15U, 16U, 17U, 27U, 28U, 31U, 36U, 50U, 54U, 57U, 58U}) {
    CHECK_MESSAGE(built_in_format(id) == NumberFormat::Day, id);
  }
  CHECK(built_in_format(22) == NumberFormat::DayAndTime);
  for (const unsigned id : {18U, 21U, 32U, 35U, 45U, 47U, 55U, 56U}) {
    CHECK_MESSAGE(built_in_format(id) == NumberFormat::TimeOfDay, id);
  }
  CHECK(built_in_format(46) == NumberFormat::Elapsed);
  for (const unsigned id : {0U, 1U, 13U, 23U, 26U, 37U, 44U, 48U, 49U, 59U, 164U}) {
    CHECK_MESSAGE(built_in_format(id) == NumberFormat::Number, id);
  }
}

TEST_CASE("xlsx dates: serials count from 1900 with the day that never was") {
  CHECK(dated("46204", "yyyy-mm-dd") == "1: D:2026-07-01\n");
  CHECK(dated("1", "yyyy-mm-dd") == "1: D:1900-01-01\n");
  CHECK(dated("59", "yyyy-mm-dd") == "1: D:1900-02-28\n");
  CHECK(dated("60", "yyyy-mm-dd") == "1: N:60\n");
  CHECK(dated("61", "yyyy-mm-dd") == "1: D:1900-03-01\n");
  CHECK(dated("401768", "yyyy-mm-dd") == "1: D:2999-12-31\n");
  CHECK(dated("401769", "yyyy-mm-dd") == "1: N:401769\n");
  CHECK(dated("-1", "yyyy-mm-dd") == "1: N:-1\n");
  CHECK(dated("20260701", "yyyy-mm-dd") == "1: N:20260701\n");
  CHECK(dated("0", "yyyy-mm-dd") == "1: N:0\n");
}

TEST_CASE("xlsx dates: or from 1904") {
  CHECK(dated("44742", "yyyy-mm-dd", true) == "1: D:2026-07-01\n");
  CHECK(dated("0", "yyyy-mm-dd", true) == "1: D:1904-01-01\n");
  CHECK(dated("60", "yyyy-mm-dd", true) == "1: D:1904-03-01\n");
}

TEST_CASE("xlsx dates: times are rounded to the second, then cut to the minute") {
  CHECK(dated("46204.395833333336", "yyyy/m/d h:mm") == "1: D:2026-07-01 09:30\n");
  CHECK(dated("46204.39583333333", "yyyy/m/d h:mm") == "1: D:2026-07-01 09:30\n");
  CHECK(dated("46203.999999999", "yyyy/m/d h:mm") == "1: D:2026-07-01 00:00\n");
  CHECK(dated("46204.999", "yyyy-mm-dd") == "1: D:2026-07-01\n");
  CHECK(dated("0.5", "h:mm") == "1: D:12:00\n");
  CHECK(dated("46204.5", "h:mm") == "1: D:2026-07-01 12:00\n");
  CHECK(dated("0.75", "[h]:mm") == "1: D:18:00\n");
  CHECK(dated("1.75", "[h]:mm") == "1: N:1.75\n");
}

TEST_CASE("xlsx dates: the number itself stays at hand") {
  test::XlsxParts parts;
  parts.styles = R"(<cellXfs><xf numFmtId="22"/></cellXfs>)";
  parts.sheet = R"(<sheetData><row><c s="0"><v>46204.5</v></c></row></sheetData>)";
  const std::string bytes = test::xlsx(parts);
  auto table = core::intake::open_table(bytes, "x.xlsx");
  REQUIRE(table.ok());
  REQUIRE(table.value()->open_sheet(0).ok());
  core::intake::Row row;
  REQUIRE(table.value()->next(row).value());
  CHECK(row.cells[0].number == 46204.5);
  CHECK(row.cells[0].date == *core::make_date(2026, 7, 1));
  CHECK(row.cells[0].minute_of_day == 12 * 60);
}

TEST_CASE("xlsx dates: only the cell's own formats count, and an unknown style is none") {
  // Style 2 is a date by its built-in number; a custom format of that number would win.
  test::XlsxParts parts;
  parts.styles =
      R"(<numFmts><numFmt numFmtId="15" formatCode="0.0"/></numFmts>)"
      R"(<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="15"/><xf numFmtId="14"/></cellXfs>)";
  parts.sheet = R"(<sheetData><row><c s="0"><v>1</v></c><c s="1"><v>2</v></c><c s="2"><v>3</v></c>)"
                R"(<c s="9"><v>4</v></c><c s="x"><v>5</v></c></row></sheetData>)";
  CHECK(test::shown(test::xlsx(parts)) == "1: N:1 N:2 D:1900-01-03 N:4 N:5\n");
  parts.styles.clear();
  CHECK(test::shown(test::xlsx(parts)) == "1: N:1 N:2 N:3 N:4 N:5\n");
}

TEST_CASE("xlsx dates: ISO texts") {
  const auto iso = [](std::string_view text) {
    return test::shown_in_blocks(
        test::xlsx_rows("<row><c t=\"d\"><v>" + std::string(text) + "</v></c></row>"));
  };
  CHECK(iso("2026-07-01") == "1: D:2026-07-01\n");
  CHECK(iso("2026-07-01T00:00:00") == "1: D:2026-07-01\n");
  CHECK(iso("2026-07-01T09:30:00.000Z") == "1: D:2026-07-01 09:30\n");
  CHECK(iso("09:30:00") == "1: D:09:30\n");
  CHECK(iso("2026-02-30") == "1: T:2026-02-30\n");
  CHECK(iso("2026-07-01T25:00") == "1: T:2026-07-01T25:00\n");
  CHECK(iso("2026-07-01X") == "1: T:2026-07-01X\n");
}
