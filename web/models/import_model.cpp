#include "web/models/import_model.h"

#include <fmt/format.h>

#include <string_view>

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

ImportModel::File file_of(const FileLog& log) {
  ImportModel::File file;
  file.name = log.file;
  for (const SheetKind kind : log.as)
    if (!core::contains(file.as, sheet_word(kind))) add(file.as, sheet_word(kind), "、");
  file.rows = number(log.rows);
  file.added = number(log.added);
  file.updated = number(log.updated);
  file.unchanged = number(log.unchanged);
  file.refused = number(log.refused);
  file.skipped = number(log.skipped);
  file.scrubbed = core::intake::scrubbed_words(log.scrubbed);
  file.dropped = joined(log.dropped_columns);
  file.unused = joined(log.unused_columns);
  file.error = log.error;
  file.any_refused = log.refused > 0;
  return file;
}

}  // namespace

ImportModel::ImportModel(core::intake::ImportLog log) : log_(std::move(log)) {
  std::int64_t rows = 0, added = 0, updated = 0, unchanged = 0, refused = 0;
  for (std::uint32_t at = 0; at < log_.files.size(); ++at) {
    const FileLog& file = log_.files[at];
    files_.push_back(file_of(file));
    for (std::uint32_t issue = 0; issue < file.issues.size(); ++issue)
      issues_.push_back({at, issue});
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

const core::Issue& ImportModel::issue(std::size_t at) const {
  return log_.files[issues_[at].file].issues[issues_[at].issue];
}

}  // namespace web
