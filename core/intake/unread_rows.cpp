#include "core/intake/unread_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"

namespace core::intake {
namespace {

constexpr std::size_t kListedRows = 10;

}  // namespace

std::string skipped_note(const std::string& sheet, const std::vector<int>& rows) {
  std::string numbers;
  for (std::size_t i = 0; i < std::min(rows.size(), kListedRows); ++i) {
    if (!numbers.empty()) numbers += "、";
    numbers += fmt::format("{}", rows[i]);
  }
  return fmt::format("{}跳过{}行合计、标题或填表说明（第{}{}行）",
                     sheet.empty() ? "" : fmt::format("“{}”", sheet), rows.size(), numbers,
                     rows.size() > kListedRows ? "…" : "");
}

Issue other_header_issue(const std::string& file, const std::string& sheet, int row) {
  Issue issue;
  issue.file = file;
  issue.sheet = sheet;
  issue.row = row;
  issue.reason = "又是一行表头，各列次序与前面不同，自此行起没有读取，请分成两个工作表后再导入";
  return issue;
}

void count_dropped(const Row& row, const SheetLayout& layout, Scrubbed& counts) {
  const std::size_t width = std::min(row.cells.size(), layout.dropped.size());
  for (std::size_t i = 0; i < width; ++i) {
    if (layout.dropped[i] == Dropped::No || trim(row.cells[i].text).empty()) continue;
    if (layout.dropped[i] == Dropped::Id) ++counts.id;
    if (layout.dropped[i] == Dropped::Phone) ++counts.phone;
    if (layout.dropped[i] == Dropped::Address) ++counts.address;
    if (layout.dropped[i] == Dropped::Birth) ++counts.birth;
  }
}

}  // namespace core::intake
