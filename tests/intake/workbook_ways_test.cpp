// What offices do to their workbooks: cells merged over several cases, days that count from 1904.
#include <doctest/doctest.h>

#include "core/base/text.h"
#include "tests/intake/import_support.h"
#include "tests/intake/readers/support.h"

using core::intake::FileLog;

namespace {

std::string text(std::string_view place, std::string_view words) {
  return "<c r=\"" + std::string(place) + "\" t=\"inlineStr\"><is><t>" + std::string(words) +
         "</t></is></c>";
}

std::string row(int number, std::string_view cells) {
  return "<row r=\"" + std::to_string(number) + "\">" + std::string(cells) + "</row>";
}

std::string header() {
  return row(1, text("A1", "信访编号") + text("B1", "诉求") + text("C1", "责任单位") +
                    text("D1", "登记日期"));
}

std::string number(std::string_view place, std::string_view digits) {
  return "<c r=\"" + std::string(place) + "\"><v>" + std::string(digits) + "</v></c>";
}

struct Trial : test::ImportTrial {
  Trial() { units({{"T01", "柳林镇"}, {"D07", "县民政局"}}); }

  FileLog workbook(test::XlsxParts parts) {
    core::intake::ImportFile file;
    file.name = "件.xlsx";
    file.bytes = test::xlsx(parts);
    return run({std::move(file)}).files.front();
  }

  std::string unit_of(std::string_view number) const {
    const core::CaseIndex found = state().find_case(number);
    return found.known() ? state().unit(state().case_row(found).unit).code : "";
  }
};

}  // namespace

TEST_CASE("workbooks: a cell merged over several cases says the same of each of them") {
  Trial trial;
  test::XlsxParts parts;
  parts.sheet =
      "<sheetData>" + header() +
      row(2, text("A2", "F1") + text("B2", "修路") + text("C2", "县民政局") +
                 text("D2", "2026-03-02")) +
      row(3, text("A3", "F2") + text("B3", "低保")) + row(4, text("A4", "F3") + text("B4", "水")) +
      row(5,
          text("A5", "F4") + text("B5", "电") + text("C5", "柳林镇") + text("D5", "2026-03-05")) +
      row(6, text("B6", "说明")) +
      "</sheetData><mergeCells><mergeCell ref=\"A5:A6\"/><mergeCell ref=\"C2:C4\"/>"
      "<mergeCell ref=\"D2:D3\"/></mergeCells>";
  const FileLog log = trial.workbook(parts);
  CHECK(trial.unit_of("F1") == "D07");
  CHECK(trial.unit_of("F2") == "D07");
  CHECK(trial.unit_of("F4") == "T01");
  CHECK(trial.unit_of("F3").empty());  // merged with nothing that tells its day
  CHECK(log.added == 3);
  CHECK(log.refused == 1);
  REQUIRE(!log.issues.empty());
  CHECK(log.issues.front().row == 4);
}

TEST_CASE("workbooks: a bare number under a day counts from 1904 where the workbook does") {
  Trial trial;
  test::XlsxParts parts;
  parts.workbook_properties = "<workbookPr date1904=\"1\"/>";
  parts.sheet = "<sheetData>" + header() +
                row(2, text("A2", "F1") + text("B2", "修路") + text("C2", "县民政局") +
                           number("D2", "44620")) +
                "</sheetData>";
  trial.workbook(parts);
  const core::CaseIndex found = trial.state().find_case("F1");
  REQUIRE(found.known());
  CHECK(core::to_string(trial.state().case_row(found).received_on) == "2026-03-01");
}
