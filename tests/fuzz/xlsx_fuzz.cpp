// Any bytes as the parts of a workbook, separated by a line `%%`: sheet, shared strings, styles,
// workbook, relationships. They are put into a sound archive, so that the fuzzer's work goes into
// what stands inside; bytes that start like an archive are taken as they are.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/intake/readers/table_reader.h"
#include "core/intake/readers/xlsx_reader.h"
#include "tests/support/zip_writer.h"

namespace {

using core::intake::Limits;

constexpr std::string_view kNames[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
                                       "xl/styles.xml", "xl/workbook.xml",
                                       "xl/_rels/workbook.xml.rels"};
constexpr std::string_view kUsual[] = {
    "", "", "", R"(<workbook><sheets><sheet name="a" r:id="1"/></sheets></workbook>)",
    R"(<Relationships><Relationship Id="1" Type="/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="2" Type="/sharedStrings" Target="sharedStrings.xml"/>)"
    R"(<Relationship Id="3" Type="/styles" Target="styles.xml"/></Relationships>)"};

std::string archive_of(std::string_view bytes) {
  test::ZipWriter zip;
  test::ZipOptions deflated;
  deflated.deflated = true;
  bool more = true;
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    const std::size_t end = more ? bytes.find("\n%%\n") : 0;
    const std::string_view part = bytes.substr(0, end);
    if (!more || part.empty()) {
      if (!kUsual[i].empty()) zip.add(kNames[i], kUsual[i], deflated);
    } else {
      zip.add(kNames[i], part, deflated);
    }
    more = more && end != std::string_view::npos;
    bytes.remove_prefix(more ? end + 4 : 0);
  }
  return zip.finish();
}

std::string shown(std::string_view bytes, const Limits& limits) {
  auto table = core::intake::open_xlsx(bytes, limits);
  if (!table.ok()) return table.error().message;
  std::string out;
  for (const auto& sheet : table.value()->sheets()) {
    out += sheet.name + "\n";
    const auto opened = table.value()->open_sheet(sheet.index);
    if (!opened.ok()) {
      out += opened.error().message;
      continue;
    }
    core::intake::Row row;
    while (true) {
      const auto more = table.value()->next(row);
      if (!more.ok()) out += more.error().message;
      if (!more.ok() || !more.value()) break;
      out += std::to_string(row.number);
      for (const auto& cell : row.cells) {
        out += '|';
        out += cell.text;
      }
      out += '\n';
    }
    // Where the tail of malformed XML begins is anybody's guess, so this is not compared.
    if (!table.value()->merges().ok()) continue;
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string archive = bytes.substr(0, 2) == "PK" ? std::string(bytes) : archive_of(bytes);
  Limits limits;
  limits.expanded_bytes = 1 << 22;
  limits.sheet_columns = 64;
  limits.cell_bytes = 4096;
  const std::string whole = shown(archive, limits);
  limits.held_bytes = 0;
  limits.block_bytes = 3;
  // A sound part is the same in blocks; damage may be met later in them.
  const std::string pieces = shown(archive, limits);
  if (bytes.substr(0, 2) != "PK" && pieces.size() != whole.size()) std::abort();
  return 0;
}
