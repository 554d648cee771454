// The rulebook file as JSON.
#include <fmt/format.h>

#include <algorithm>

#include "core/app/rulebook_file.h"

namespace core::app {
namespace {

constexpr std::string_view kFormat = "zelian.rulebook";
constexpr std::string_view kOther[] = {"format", "county", "note"};

Issue file_issue(const RulebookFile& file, std::string sheet, std::string reason) {
  return {file.name, std::move(sheet), 0, {}, {}, std::move(reason)};
}

const RulebookColumn* find_column(const SheetSpec& sheet, std::string_view word) {
  for (const RulebookColumn& column : sheet.columns)
    if (column.word == word) return &column;
  return nullptr;
}

void read_row(const SheetSpec& sheet, int number, const Value& value, RulebookFile& file) {
  if (!value.fields()) {
    file.issues.push_back(cell_issue(file, sheet.id, number, {}, shown(value), "应为对象"));
    return;
  }
  RulebookRow row{number, {}};
  for (const auto& [word, cell] : *value.fields()) {
    if (!find_column(sheet, word)) {
      file.issues.push_back(cell_issue(file, sheet.id, number, word, shown(cell),
                                       fmt::format("没有“{}”这一列", word)));
    } else if (!cell.is_null()) {
      row.cells.set(word, cell);
    }
  }
  file.rows(sheet.id).push_back(std::move(row));
}

void read_sheet(const SheetSpec& sheet, const Value& value, RulebookFile& file) {
  if (!value.list()) {
    file.issues.push_back(file_issue(file, std::string(sheet.word), "应为列表"));
    return;
  }
  int number = 0;
  for (const Value& item : *value.list()) {
    ++number;
    if (sheet.id == RulebookSheet::Examples) {
      file.examples.push_back({number, item, {}, {}});
    } else {
      read_row(sheet, number, item, file);
    }
  }
}

bool is_other(std::string_view name) {
  return std::find(std::begin(kOther), std::end(kOther), name) != std::end(kOther);
}

}  // namespace

Result<RulebookFile> read_rulebook_json(std::string_view text, std::string name) {
  CORE_ASSIGN(const Value document, parse_json(text));
  const Fields* fields = document.fields();
  if (!fields || fields->text("format") != kFormat)
    return Error{ErrorCode::InvalidInput,
                 fmt::format("不是规则文件（应有 \"format\": \"{}\"）：{}", kFormat, name)};
  RulebookFile file;
  file.name = std::move(name);
  for (const auto& [part, value] : *fields) {
    if (is_other(part)) continue;
    const SheetSpec* found = nullptr;
    for (const SheetSpec& sheet : rulebook_sheets())
      if (sheet.word == part) found = &sheet;
    if (found) {
      read_sheet(*found, value, file);
    } else {
      file.issues.push_back(file_issue(file, part, fmt::format("没有“{}”这一部分", part)));
    }
  }
  return file;
}

std::string rulebook_json(const RulebookFile& file) {
  Fields document{{"format", kFormat}};
  for (const SheetSpec& sheet : rulebook_sheets()) {
    List rows;
    if (sheet.id == RulebookSheet::Examples) {
      for (const RulebookExample& example : file.examples) rows.push_back(example.scenario);
    } else {
      for (const RulebookRow& row : file.rows(sheet.id)) rows.push_back(row.cells);
    }
    document.set(sheet.word, std::move(rows));
  }
  return to_pretty_json(document) + "\n";
}

}  // namespace core::app
