#include "core/intake/readers/xlsx_reader.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/intake/readers/merged_cells.h"
#include "core/intake/readers/shared_strings.h"
#include "core/intake/readers/sheet_rows.h"
#include "core/intake/readers/workbook.h"
#include "core/intake/readers/zip.h"

namespace core::intake {
namespace {

struct OtherContent {
  std::string_view part;
  std::string_view sentence;
};

// Archives that are something else, by a part each of them has.
constexpr OtherContent kOthers[] = {
    {"EncryptedPackage", "文件设有打开密码，请取消密码后另存再导入"},
    {"xl/workbook.bin", "这是二进制工作簿 .xlsb，请用 WPS 或 Excel 另存为 .xlsx"},
    {"word/document.xml", "这是 Word 文档，不是表格，请另存为 .xlsx 或 .csv"},
    {"ppt/presentation.xml", "这是演示文稿，不是表格"},
    {"content.xml", "这是 OpenDocument 文件，请用 WPS 或 Excel 另存为 .xlsx"},
    {"OFD.xml", "这是 OFD 版式文件，不是表格"},
};

bool is_other_content(std::string_view part) {
  return std::any_of(std::begin(kOthers), std::end(kOthers),
                     [&](const OtherContent& other) { return other.part == part; });
}

Error not_a_workbook(const ZipArchive& archive) {
  for (const OtherContent& other : kOthers) {
    if (archive.find(other.part) != nullptr) {
      return {ErrorCode::InvalidInput, std::string(other.sentence)};
    }
  }
  return {ErrorCode::InvalidInput, "这是压缩包，里面没有工作簿，请解压后导入其中的表格"};
}

class XlsxReader final : public TableReader {
 public:
  XlsxReader(ZipArchive archive, Workbook workbook, const Limits& limits)
      : archive_(std::move(archive)), workbook_(std::move(workbook)), limits_(limits) {}

  std::span<const SheetInfo> sheets() const override { return workbook_.sheets; }

  Status open_sheet(int index) override {
    rows_.reset();
    merges_.reset();
    content_.reset();
    if (index < 0 || static_cast<std::size_t>(index) >= workbook_.sheets.size()) {
      return Error{ErrorCode::NotFound, "没有这张工作表"};
    }
    if (!strings_) CORE_TRY(read_strings());
    const std::string& part = workbook_.sheet_parts[static_cast<std::size_t>(index)];
    if (part.empty()) {
      return damaged("缺少工作表 " + workbook_.sheets[static_cast<std::size_t>(index)].name);
    }
    CORE_ASSIGN(EntryWindow window, open_window(archive_, part, limits_));
    if (window.held()) content_ = window.again();
    part_ = part;
    rows_.emplace(XmlScanner(std::move(window), part, limits_), workbook_, *strings_, limits_);
    return Done{};
  }

  Result<bool> next(Row& row) override {
    assert(rows_.has_value());
    return rows_->next(row);
  }

  Result<std::span<const Merge>> merges() override {
    assert(rows_.has_value());
    if (!merges_) {
      if (!content_) {
        CORE_ASSIGN(content_, open_window(archive_, part_, limits_));
      }
      CORE_ASSIGN(merges_, read_merges(std::move(*content_), part_, limits_));
      content_.reset();
    }
    return std::span<const Merge>(*merges_);
  }

  double progress() const override { return rows_ ? rows_->progress() : 0; }

 private:
  Status read_strings() {
    if (workbook_.strings_part.empty()) {
      strings_.emplace();
      return Done{};
    }
    CORE_ASSIGN(XmlScanner xml, open_part(archive_, workbook_.strings_part, limits_));
    CORE_ASSIGN(strings_, SharedStrings::read(std::move(xml), limits_));
    return Done{};
  }

  ZipArchive archive_;
  Workbook workbook_;
  Limits limits_;
  std::optional<SharedStrings> strings_;
  std::string part_;
  std::optional<EntryWindow> content_;  // the open sheet's, for its merged ranges
  std::optional<SheetRows> rows_;
  std::optional<std::vector<Merge>> merges_;
};

}  // namespace

Result<std::unique_ptr<TableReader>> open_xlsx(std::string_view bytes, const Limits& limits) {
  CORE_ASSIGN(ZipArchive archive, ZipArchive::open(bytes, limits));
  CORE_ASSIGN(const std::string part, find_workbook(archive, limits));
  if (part.empty() || is_other_content(part)) return not_a_workbook(archive);
  CORE_ASSIGN(Workbook workbook, read_workbook(archive, part, limits));
  return std::unique_ptr<TableReader>(
      std::make_unique<XlsxReader>(std::move(archive), std::move(workbook), limits));
}

}  // namespace core::intake
