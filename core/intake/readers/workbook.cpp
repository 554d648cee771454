#include "core/intake/readers/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/intake/readers/xml_text.h"

namespace core::intake {
namespace {

constexpr std::string_view kUsualWorkbook = "xl/workbook.xml";
constexpr std::size_t kMostStyles = 1U << 20;  // and as many number formats of the file's own

struct Relationship {
  std::string id;
  std::string_view kind;  // the last word of its type, the same in the strict namespace
  std::string part;
};

using Relationships = std::vector<Relationship>;

constexpr std::string_view kKinds[] = {"officeDocument", "worksheet", "sharedStrings", "styles"};

std::string_view kind_of(std::string_view type) {
  const std::string_view word = type.substr(type.rfind('/') + 1);
  const auto* const known = std::find(std::begin(kKinds), std::end(kKinds), word);
  return known == std::end(kKinds) ? std::string_view() : *known;
}

std::string relationships_of(std::string_view part) {
  const std::size_t name = part.rfind('/') + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

// Nothing when the archive has no relationships for the part.
Result<Relationships> read_relationships(const ZipArchive& archive, std::string_view part,
                                         const Limits& limits) {
  Relationships found;
  const std::string name = relationships_of(part);
  if (archive.find(name) == nullptr) return found;
  CORE_ASSIGN(XmlScanner xml, open_part(archive, name, limits));
  for (XmlToken token = xml.next(); token != XmlToken::Finished; token = xml.next()) {
    if (token == XmlToken::Failed) return xml.failure();
    if (token != XmlToken::Start || xml.name() != "Relationship") continue;
    const std::string_view raw = xml.attributes();
    if (attribute(raw, "TargetMode") == "External") continue;
    // Each names a part of the archive.
    if (found.size() >= limits.zip_entries) return too_large("部件之间的关系太多");
    found.push_back({xml_value(attribute(raw, "Id")), kind_of(attribute(raw, "Type")),
                     resolve_part(part, xml_value(attribute(raw, "Target")))});
  }
  return found;
}

std::string part_of_kind(const Relationships& relationships, std::string_view kind) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [&](const Relationship& it) { return it.kind == kind; });
  return found == relationships.end() ? std::string() : found->part;
}

const Relationship* with_id(const Relationships& relationships, std::string_view id) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [&](const Relationship& it) { return it.id == id; });
  return found == relationships.end() ? nullptr : &*found;
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

// The relationship's id has a prefix, the sheet's own number has none and another name.
std::string relationship_id(std::string_view raw) {
  XmlAttributes attributes(raw);
  while (const auto found = attributes.next()) {
    if (found->prefixed && found->name == "id") return xml_value(found->value);
  }
  return {};
}

Status add_sheet(Workbook& workbook, std::string_view raw, const Relationships& relationships) {
  const Relationship* const target = with_id(relationships, relationship_id(raw));
  // Chart and dialog sheets hold no cells.
  if (target != nullptr && target->kind != "worksheet") return Done{};
  const std::string_view state = attribute(raw, "state");
  std::string name = xml_value(attribute(raw, "name"));
  if (valid_text_prefix(name) != name.size()) return damaged("工作表名称不是 UTF-8 文字");
  const int index = static_cast<int>(workbook.sheets.size());
  workbook.sheets.push_back({std::move(name), index, state == "hidden" || state == "veryHidden"});
  workbook.sheet_parts.push_back(target == nullptr ? std::string() : target->part);
  return Done{};
}

Status read_sheets(Workbook& workbook, const ZipArchive& archive, std::string_view part,
                   const Relationships& relationships, const Limits& limits) {
  CORE_ASSIGN(XmlScanner xml, open_part(archive, part, limits));
  std::size_t listed = 0;
  for (XmlToken token = xml.next(); token != XmlToken::Finished; token = xml.next()) {
    if (token == XmlToken::Failed) return xml.failure();
    if (token != XmlToken::Start) continue;
    if (xml.name() == "workbookPr") {
      workbook.from_1904 = is_true(attribute(xml.attributes(), "date1904"));
    } else if (xml.name() == "sheet") {
      if (++listed > limits.sheets)
        return too_large("工作表超过 " + std::to_string(limits.sheets) + " 张");
      CORE_TRY(add_sheet(workbook, xml.attributes(), relationships));
    }
  }
  if (workbook.sheets.empty()) return Error{ErrorCode::InvalidInput, "文件里没有工作表"};
  return Done{};
}

unsigned number_of(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Number formats come before the cell formats that name them.
Status read_styles(Workbook& workbook, const ZipArchive& archive, std::string_view part,
                   const Limits& limits) {
  CORE_ASSIGN(XmlScanner xml, open_part(archive, part, limits));
  std::map<unsigned, NumberFormat> custom;
  bool cell_formats = false;
  for (XmlToken token = xml.next(); token != XmlToken::Finished; token = xml.next()) {
    if (token == XmlToken::Failed) return xml.failure();
    if (token == XmlToken::Text) continue;
    if (xml.name() == "cellXfs") cell_formats = token == XmlToken::Start;
    if (token != XmlToken::Start) continue;
    if (xml.name() == "numFmt") {
      if (custom.size() >= kMostStyles) return too_large("数字格式太多");
      const std::string code = xml_value(attribute(xml.attributes(), "formatCode"));
      custom[number_of(attribute(xml.attributes(), "numFmtId"))] = custom_format(code);
    } else if (cell_formats && xml.name() == "xf") {
      if (workbook.number_formats.size() >= kMostStyles) return too_large("单元格样式太多");
      const unsigned id = number_of(attribute(xml.attributes(), "numFmtId"));
      const auto own = custom.find(id);
      workbook.number_formats.push_back(own == custom.end() ? built_in_format(id) : own->second);
    }
  }
  return Done{};
}

}  // namespace

std::string resolve_part(std::string_view from, std::string_view target) {
  std::string joined = replace_all(target, "\\", "/");
  const bool absolute = !joined.empty() && joined[0] == '/';
  if (!absolute) joined.insert(0, from.substr(0, from.rfind('/') + 1));
  std::vector<std::string_view> folders;
  for (std::string_view rest = joined; !rest.empty();) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view folder = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (folder == ".." && !folders.empty()) folders.pop_back();
    if (!folder.empty() && folder != "." && folder != "..") folders.push_back(folder);
  }
  std::string part;
  for (const std::string_view folder : folders) {
    if (!part.empty()) part += '/';
    part += folder;
  }
  return part;
}

Result<EntryWindow> open_window(const ZipArchive& archive, std::string_view part,
                                const Limits& limits) {
  const ZipEntry* const entry = archive.find(part);
  if (entry == nullptr) return damaged("缺少 " + std::string(part));
  return EntryWindow::open(archive, *entry, limits);
}

Result<XmlScanner> open_part(const ZipArchive& archive, std::string_view part,
                             const Limits& limits) {
  CORE_ASSIGN(EntryWindow window, open_window(archive, part, limits));
  return XmlScanner(std::move(window), std::string(part), limits);
}

Result<std::string> find_workbook(const ZipArchive& archive, const Limits& limits) {
  CORE_ASSIGN(const Relationships relationships, read_relationships(archive, "", limits));
  const std::string named = part_of_kind(relationships, "officeDocument");
  if (archive.find(named) != nullptr) return named;
  return std::string(archive.find(kUsualWorkbook) != nullptr ? kUsualWorkbook : "");
}

Result<Workbook> read_workbook(const ZipArchive& archive, std::string_view part,
                               const Limits& limits) {
  CORE_ASSIGN(const Relationships relationships, read_relationships(archive, part, limits));
  Workbook workbook;
  CORE_TRY(read_sheets(workbook, archive, part, relationships, limits));
  const std::string strings = part_of_kind(relationships, "sharedStrings");
  if (archive.find(strings) != nullptr) workbook.strings_part = strings;
  const std::string styles = part_of_kind(relationships, "styles");
  if (archive.find(styles) != nullptr) CORE_TRY(read_styles(workbook, archive, styles, limits));
  return workbook;
}

}  // namespace core::intake
