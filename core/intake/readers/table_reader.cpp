#include "core/intake/readers/table_reader.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/intake/readers/csv_reader.h"
#include "core/intake/readers/xlsx_reader.h"
#include "core/intake/readers/zip.h"

namespace core::intake {
namespace {

constexpr std::size_t kSniffed = 64U << 10;
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

struct Magic {
  std::string_view bytes;
  std::string_view sentence;
};

// Not by `std::string_view` literals alone: some of these hold a NUL.
constexpr Magic kOthers[] = {
    {"%PDF", "这是 PDF 文件，不是表格，请导入原来的 .xlsx 或 .csv"},
    {"{\\rtf", "这是 RTF 文档，不是表格，请另存为 .xlsx 或 .csv"},
    {"Rar!", "这是 .rar 压缩包，请解压后导入其中的表格"},
    {"7z\xBC\xAF", "这是 .7z 压缩包，请解压后导入其中的表格"},
    {"\x1F\x8B", "这是 .gz 压缩包，请解压后导入其中的表格"},
    {"\x89PNG", "这是图片，不是表格"},
    {"\xFF\xD8\xFF", "这是图片，不是表格"},
    {"GIF8", "这是图片，不是表格"},
    {"SQLite format 3", "这是数据库文件，不是表格"},
};

Error refused(std::string_view sentence) {
  return {ErrorCode::InvalidInput, std::string(sentence)};
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

// A name in the directory of a compound file, which is written in UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return contains(bytes, wide);
}

Error refuse_compound_file(std::string_view bytes, std::string_view file_name) {
  if (has_stream(bytes, "EncryptedPackage")) {
    return refused("文件设有打开密码，请取消密码后另存再导入");
  }
  const std::string name = lower(file_name);
  if (has_stream(bytes, "WordDocument") || ends_with(name, ".doc") || ends_with(name, ".wps")) {
    return refused("这是旧版文字文档，不是表格，请另存为 .xlsx 或 .csv");
  }
  if (ends_with(name, ".et")) return refused("这是 WPS 的 .et，请用 WPS 另存为 .xlsx");
  if (has_stream(bytes, "PowerPoint Document") || ends_with(name, ".ppt")) {
    return refused("这是演示文稿，不是表格");
  }
  return refused("这是旧版 .xls，请用 WPS 或 Excel 另存为 .xlsx");
}

// Systems like to hand out web pages and XML under the name of a spreadsheet.
std::string_view disguise(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kSniffed));
  const std::string_view text = trim(head);
  if (starts_with(text, "mime-version:") && contains(text, "<html")) {
    return "这是网页格式的表格，请用 WPS 或 Excel 打开后另存为 .xlsx";
  }
  if (text.empty() || text.front() != '<') return {};
  if (contains(text, "urn:schemas-microsoft-com:office:spreadsheet")) {
    return "这是 XML 表格 2003，请用 WPS 或 Excel 另存为 .xlsx";
  }
  for (const std::string_view mark : {"<html", "<!doctype html", "<table", "<head", "<meta"}) {
    if (contains(text, mark)) return "这是网页格式的表格，请用 WPS 或 Excel 打开后另存为 .xlsx";
  }
  return starts_with(text, "<?xml") ? "这是 XML 文件，不是表格，请导入 .xlsx 或 .csv" : "";
}

}  // namespace

TableReader::~TableReader() = default;

Result<std::unique_ptr<TableReader>> open_table(std::string_view bytes, std::string_view file_name,
                                                const Limits& limits) {
  if (bytes.empty()) return refused("文件是空的");
  if (bytes.size() > limits.file_bytes)
    return too_large("文件超过 " + size_text(limits.file_bytes));
  if (starts_with(bytes, "PK\3\4") || starts_with(bytes, "PK\5\6")) return open_xlsx(bytes, limits);
  if (starts_with(bytes, kCompoundFile)) return refuse_compound_file(bytes, file_name);
  for (const Magic& other : kOthers) {
    if (starts_with(bytes, other.bytes)) return refused(other.sentence);
  }
  if (const std::string_view sentence = disguise(bytes); !sentence.empty())
    return refused(sentence);
  // What was an .xlsx once: cut off at the front or filled with zeros by a broken transfer.
  const std::string name = lower(file_name);
  if (ends_with(name, ".xlsx") || ends_with(name, ".xlsm")) return damaged("不是 .xlsx 的内容");
  return open_csv(bytes, limits);
}

}  // namespace core::intake
