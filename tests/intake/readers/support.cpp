#include "tests/intake/readers/support.h"

#include <algorithm>

namespace test {
namespace {

using core::intake::Cell;
using core::intake::CellKind;
using core::intake::Limits;
using core::intake::Row;

std::string cell_text(const Cell& cell) {
  constexpr std::string_view kLetters = "-TNDBE";
  const auto kind = static_cast<std::size_t>(cell.kind);
  if (cell.kind == CellKind::Empty) return "-";
  return std::string(1, kLetters[kind]) + ":" + std::string(cell.text);
}

std::string rows_of(core::intake::TableReader& table) {
  std::string out;
  Row row;
  while (true) {
    const auto more = table.next(row);
    if (!more.ok()) return out + "! " + more.error().message;
    if (!more.value()) return out;
    out += std::to_string(row.number) + ":";
    for (const Cell& cell : row.cells) out += " " + cell_text(cell);
    out += "\n";
  }
}

bool replaced(const XlsxParts& parts, std::string_view name) {
  return std::any_of(parts.others.begin(), parts.others.end(),
                     [&](const auto& other) { return other.first == name; });
}

void add(ZipWriter& zip, const XlsxParts& parts, std::string_view name, std::string_view content) {
  if (!replaced(parts, name)) zip.add(name, content, parts.zip);
}

constexpr std::string_view kRelationships =
    R"(<Relationships>
<Relationship Id="rId1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="rId3" Type="http://x/relationships/styles" Target="styles.xml"/>
</Relationships>)";

}  // namespace

std::string xlsx(const XlsxParts& parts) {
  ZipWriter zip;
  add(zip, parts, "_rels/.rels",
      R"(<Relationships><Relationship Id="a" Type="http://x/relationships/officeDocument" )"
      R"(Target="xl/workbook.xml"/></Relationships>)");
  add(zip, parts, "xl/workbook.xml",
      "<workbook xmlns:r=\"r\">" + parts.workbook_properties +
          R"(<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>)");
  add(zip, parts, "xl/_rels/workbook.xml.rels", kRelationships);
  add(zip, parts, "xl/worksheets/sheet1.xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet>" + parts.sheet + "</worksheet>");
  if (!parts.strings.empty()) {
    add(zip, parts, "xl/sharedStrings.xml", "<sst>" + parts.strings + "</sst>");
  }
  if (!parts.styles.empty()) {
    add(zip, parts, "xl/styles.xml", "<styleSheet>" + parts.styles + "</styleSheet>");
  }
  for (const auto& [name, content] : parts.others) zip.add(name, content, parts.zip);
  return zip.finish();
}

std::string xlsx_rows(std::string_view rows) {
  XlsxParts parts;
  parts.sheet = "<sheetData>" + std::string(rows) + "</sheetData>";
  return xlsx(parts);
}

std::string shown(std::string_view bytes, const Limits& limits, int sheet,
                  std::string_view file_name) {
  // An exactly sized copy, so that a sanitizer sees a look beyond the end.
  const std::vector<char> exact(bytes.begin(), bytes.end());
  auto table = core::intake::open_table({exact.data(), exact.size()}, file_name, limits);
  if (!table.ok()) return "! " + table.error().message;
  const auto opened = table.value()->open_sheet(sheet);
  if (!opened.ok()) return "! " + opened.error().message;
  return rows_of(*table.value());
}

std::string shown_in_blocks(std::string_view bytes, Limits limits) {
  const std::string whole = shown(bytes, limits);
  limits.held_bytes = 0;
  for (const std::size_t block : {1U, 2U, 3U, 7U, 16U, 17U, 23U, 64U, 1000U}) {
    limits.block_bytes = block;
    const std::string pieces = shown(bytes, limits);
    if (pieces != whole) {
      return "in blocks of " + std::to_string(block) + ":\n" + pieces + "\nas a whole:\n" + whole;
    }
  }
  return whole;
}

}  // namespace test
