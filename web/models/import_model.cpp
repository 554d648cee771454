#include "web/models/import_model.h"

#include <fmt/format.h>

#include <utility>

#include "web/models/import_cells.h"
#include "web/models/words.h"

namespace web {
namespace {

using core::intake::FileLog;

std::string number(std::int64_t count) { return grouped(static_cast<std::uint64_t>(count)); }

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : "、").append(part);
  return out;
}

ImportModel::File file_of(const FileLog& log) {
  return {log.file, core::intake::scrubbed_words(log.scrubbed), joined(log.dropped_columns),
          joined(log.unused_columns), log.error};
}

std::vector<ListCell> cells_of(const FileLog& log, std::vector<std::string>& met) {
  return {text_cell(log.file, log.error.empty() ? Tone::Plain : Tone::Late),
          sheets_cell(sheet_words(log.as), met),
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
  std::int64_t rows = 0, added = 0, updated = 0, unchanged = 0, refused = 0, skipped = 0;
  table_ = ListTable({Text, Word, Number, Number, Number, Number, Number, Number, Text});
  std::vector<std::string> met;
  for (FileLog& file : log.files) {
    table_.add(files_.size(), cells_of(file, met));
    files_.push_back(file_of(file));
    if (!file.error.empty()) ++failed_;
    issues_.add(file);
    rows += file.rows;
    added += file.added;
    updated += file.updated;
    unchanged += file.unchanged;
    refused += file.refused;
    skipped += file.skipped;
  }
  summary_ = fmt::format("{}个文件{}，{}行：新增 {}，更新 {}，未变 {}，拒绝 {}", files_.size(),
                         failed_ > 0 ? fmt::format("（{}个没有收录）", failed_) : "", number(rows),
                         number(added), number(updated), number(unchanged), number(refused));
  if (skipped > 0) summary_ += fmt::format("，跳过 {}", number(skipped));
}

void ImportModel::select(const TableQuery& files, const TableQuery& issues) {
  table_.select(files);
  issues_.select(issues);
}

}  // namespace web
