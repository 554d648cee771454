#include "web/models/backup_record.h"

#include <fmt/format.h>

#include "web/models/words.h"

namespace web {

core::Value backup_json(const BackupRecord& record) {
  return core::Fields{{"on", core::to_string(record.on)},
                      {"facts", std::int64_t{record.facts}},
                      {"made", record.made}};
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
  return record;
}

BackupWords backup_words(const BackupRecord& record, std::uint32_t facts, core::Date today) {
  BackupWords words;
  words.last = record.made ? short_day(record.on, today) : "还没有备份过";
  if (!record.on.known() || !today.known() || facts <= record.facts) return words;
  const int days = today - record.on;
  if (days < kBackupDays) return words;
  words.due = record.made
                  ? fmt::format("已有 {} 天没有备份，其间新增 {} 条事实", days,
                                grouped(facts - record.facts))
                  : fmt::format("{} 天来还没有备份过，已有 {} 条事实", days, grouped(facts));
  return words;
}

}  // namespace web
