#include "web/models/backup_record.h"

#include <fmt/format.h>

#include "web/models/words.h"

namespace web {
namespace {

/// Why so soon.
const char* reason_of(Keeping keeping) {
  switch (keeping) {
    case Keeping::Site:
      return "";
    case Keeping::SafariTab:
      return "；在 Safari 中七天不打开本页，系统会删除台账";
    case Keeping::File:
      return "；本页以文件打开，清理浏览器或移动文件后台账可能找不回来";
  }
  return "";
}

}  // namespace

core::Value backup_json(const BackupRecord& record) {
  core::Fields fields{{"on", core::to_string(record.on)},
                      {"facts", std::int64_t{record.facts}},
                      {"made", record.made}};
  if (record.changed.known()) fields.set("changed", core::to_string(record.changed));
  return fields;
}

BackupRecord backup_of(const core::Value& json) {
  BackupRecord record;
  const core::Fields* fields = json.fields();
  if (fields == nullptr) return record;
  const auto day = core::parse_date(fields->text("on"));
  if (!day) return record;
  record.on = *day;
  record.facts = static_cast<std::uint32_t>(fields->integer("facts"));
  record.made = fields->boolean("made");
  record.changed = core::parse_date(fields->text("changed")).value_or(core::Date{});
  return record;
}

BackupWords backup_words(const BackupRecord& record, std::uint32_t facts, core::Date today,
                         Keeping keeping) {
  BackupWords words;
  words.last = record.made ? short_day(record.on, today) : "还没有备份过";
  if (!record.on.known() || !today.known() || facts <= record.facts) return words;
  const int days = today - record.on;
  const core::Date since = keeping == Keeping::File ? record.changed : record.on;
  if (!since.known() || today - since < backup_days(keeping)) return words;
  words.due = record.made
                  ? fmt::format("已有 {} 天没有备份，其间新增 {} 条事实", days,
                                grouped(facts - record.facts))
                  : fmt::format("{} 天来还没有备份过，已有 {} 条事实", days, grouped(facts));
  words.due += reason_of(keeping);
  return words;
}

}  // namespace web
