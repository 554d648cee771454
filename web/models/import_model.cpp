#include "web/models/import_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/text.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::intake::FileLog;
using core::intake::SheetKind;

std::string number(std::int64_t count) { return grouped(static_cast<std::uint64_t>(count)); }

std::string_view sheet_word(SheetKind kind) {
  switch (kind) {
    case SheetKind::Cases:
      return "事项";
    case SheetKind::Units:
      return "单位";
    case SheetKind::Officials:
      return "人员";
    case SheetKind::Leads:
      return "包案";
    case SheetKind::Reports:
      return "周报";
    case SheetKind::Statistics:
      return "统计";
    case SheetKind::Unknown:
      break;
  }
  return "未识别";
}

void add(std::string& out, std::string_view part, std::string_view between) {
  if (!out.empty()) out += between;
  out += part;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) add(out, part, "、");
  return out;
}

std::string sheets_of(const FileLog& log) {
  std::string out;
  for (const SheetKind kind : log.as)
    if (!core::contains(out, sheet_word(kind))) add(out, sheet_word(kind), "、");
  return out;
}

ImportModel::File file_of(const FileLog& log) {
  return {log.file, core::intake::scrubbed_words(log.scrubbed), joined(log.dropped_columns),
          joined(log.unused_columns), log.error};
}

ListCell count_cell(std::int64_t count, Tone tone = Tone::Plain) {
  ListCell cell = number_cell(count, tone);
  cell.text = number(count);
  return cell;
}

/// What a file was read as, by the order in which the words were first met.
ListCell as_cell(const std::string& word, std::vector<std::string>& words) {
  const auto at = std::find(words.begin(), words.end(), word);
  ListCell cell = word_cell(word.empty() ? kBlank : at - words.begin(), word);
  if (at == words.end()) words.push_back(word);
  cell.tone = Tone::Secondary;
  return cell;
}

std::vector<ListCell> cells_of(const FileLog& log, std::vector<std::string>& words) {
  return {text_cell(log.file, log.error.empty() ? Tone::Plain : Tone::Late),
          as_cell(sheets_of(log), words),
          count_cell(log.rows),
          count_cell(log.added),
          count_cell(log.updated),
          count_cell(log.unchanged),
          count_cell(log.refused, Tone::Late),
          count_cell(log.skipped),
          text_cell(core::intake::scrubbed_words(log.scrubbed), Tone::Secondary)};
}

}  // namespace

ImportModel::ImportModel(core::intake::ImportLog log, core::Date today) : today_(today) {
  using enum ColumnKind;
  std::int64_t rows = 0, added = 0, updated = 0, unchanged = 0, refused = 0;
  table_ = ListTable({Text, Word, Number, Number, Number, Number, Number, Number, Text});
  std::vector<std::string> words;
  for (FileLog& file : log.files) {
    table_.add(files_.size(), cells_of(file, words));
    files_.push_back(file_of(file));
    issues_.add(file);
    rows += file.rows;
    added += file.added;
    updated += file.updated;
    unchanged += file.unchanged;
    refused += file.refused;
  }
  summary_ =
      fmt::format("{}个文件，{}行：新增 {}，更新 {}，未变 {}，拒绝 {}", files_.size(), number(rows),
                  number(added), number(updated), number(unchanged), number(refused));
}

void ImportModel::select(const TableQuery& files, const TableQuery& issues) {
  table_.select(files);
  issues_.select(issues);
}

}  // namespace web
