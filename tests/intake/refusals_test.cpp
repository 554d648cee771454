// What could not be taken is told: cells with errors, sheets nobody knows, files damaged half-way.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/text.h"
#include "tests/intake/import_support.h"
#include "tests/intake/readers/support.h"

using core::intake::FileLog;
using core::intake::ImportFile;

namespace {

constexpr std::string_view kHeader =
    R"(<row r="1"><c r="A1" t="str"><v>信访件编号</v></c><c r="B1" t="str"><v>登记日期</v></c>)"
    R"(<c r="C1" t="str"><v>责任单位</v></c><c r="D1" t="str"><v>概况</v></c>)"
    R"(<c r="E1" t="str"><v>转送日期</v></c></row>)";

std::string cell(std::string_view place, std::string_view text) {
  return "<c r=\"" + std::string(place) + "\" t=\"str\"><v>" + std::string(text) + "</v></c>";
}

std::string good_row(int row, std::string_view rest) {
  const std::string number = std::to_string(row);
  return "<row r=\"" + number + "\">" + cell("A" + number, "E" + number) +
         cell("B" + number, "2026-03-02") + cell("C" + number, "柳林镇") + std::string(rest) +
         "</row>";
}

ImportFile file(std::string_view name, std::string bytes) {
  ImportFile out;
  out.name = std::string(name);
  out.bytes = std::move(bytes);
  return out;
}

FileLog imported(std::string bytes) {
  test::ImportTrial trial;
  trial.units({{"T01", "柳林镇"}});
  return trial.run({file("件.xlsx", std::move(bytes))}).files.front();
}

const core::Issue* issue_at(const FileLog& log, int row, std::string_view column) {
  const auto at = std::find_if(log.issues.begin(), log.issues.end(), [&](const core::Issue& each) {
    return each.row == row && each.column == column;
  });
  return at == log.issues.end() ? nullptr : &*at;
}

std::string book(std::string_view second) {
  test::XlsxParts parts;
  parts.others = {
      {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="件" sheetId="1" r:id="a"/>)"
                          R"(<sheet name="二" sheetId="2" r:id="b"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       R"(<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
       R"(<Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet2.xml"/>)"
       R"(</Relationships>)"},
      {"xl/worksheets/sheet2.xml",
       "<worksheet><sheetData>" + std::string(second) + "</sheetData></worksheet>"}};
  parts.sheet = "<sheetData>" + std::string(kHeader) + good_row(2, "") + "</sheetData>";
  return test::xlsx(parts);
}

}  // namespace

TEST_CASE("importer: a cell that holds an error is told with what stands there") {
  const FileLog log = imported(
      test::xlsx_rows(std::string(kHeader) + good_row(2, R"(<c r="D2" t="e"><v>#NAME?</v></c>)") +
                      good_row(3, R"(<c r="D3"><f>A1</f></c><c r="E3" t="e"><v>#N/A</v></c>)") +
                      R"(<row r="4">)" + cell("A4", "E4") + cell("B4", "2026-03-02") +
                      R"(<c r="C4" t="e"><v>#REF!</v></c></row>)" + good_row(5, cell("D5", ""))));
  CHECK(log.added == 3);
  CHECK(log.refused == 1);
  CHECK(log.issues.size() == 4);
  REQUIRE(issue_at(log, 2, "概况"));
  CHECK(issue_at(log, 2, "概况")->text == "#NAME?");
  CHECK(issue_at(log, 2, "概况")->reason == "公式出错，没有值，此格未取");
  REQUIRE(issue_at(log, 3, "概况"));
  CHECK(core::contains(issue_at(log, 3, "概况")->reason, "公式没有算出结果"));
  REQUIRE(issue_at(log, 3, "转送日期"));
  CHECK(issue_at(log, 3, "转送日期")->text == "#N/A");
  REQUIRE(issue_at(log, 4, "责任单位"));
  CHECK(issue_at(log, 4, "责任单位")->text == "#REF!");
}

TEST_CASE("importer: a table nobody knows beside a good one is an issue, a page of words a note") {
  const auto row = [](int number, std::string_view a, std::string_view b, std::string_view c) {
    const std::string at = std::to_string(number);
    return "<row r=\"" + at + "\">" + cell("A" + at, a) + cell("B" + at, b) + cell("C" + at, c) +
           "</row>";
  };
  FileLog log = imported(book(row(1, "编号码", "谁", "哪个") + row(2, "Q2", "甲", "乙")));
  CHECK(log.added == 1);
  REQUIRE(log.issues.size() == 1);
  CHECK(log.issues[0].sheet == "二");
  CHECK(core::contains(log.issues[0].reason, "认不出这张表"));
  log = imported(book(row(1, "填报单位", "县信访局", "") + row(2, "填报日期", "11月", "")));
  CHECK(log.issues.empty());
  REQUIRE(log.notes.size() == 1);
  CHECK(core::contains(log.notes[0], "“二”不是台账"));
  log = imported(book(""));
  CHECK(log.issues.empty());
  CHECK(log.notes.empty());
}
