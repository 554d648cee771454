#include <cstdint>
#include <string>
#include <string_view>

#include "core/calendar/calendar.h"

namespace core::calendar {
namespace {

constexpr Date kEarliest{-25567};  // 1900-01-01
constexpr Date kLatest{376199};    // 2999-12-31

// Unknown outside 1900–2999.
Date shifted(Date day, int count) {
  if (!day.known()) return {};
  const std::int64_t days = std::int64_t{day.days} + count;
  if (days < kEarliest.days || days > kLatest.days) return {};
  return Date{static_cast<std::int32_t>(days)};
}

Deadline ended(const Calendar& calendar, Date from, Date due, Date judged, bool start_counted) {
  if (!from.known() || !due.known() || !judged.known()) return {{}, {}, {}, true, false};
  return {from, due, judged, calendar.is_provisional(from, judged), start_counted};
}

// Why nobody works on the day, or why somebody does at a weekend; empty for a plain workday.
std::string special_reason(const Calendar& calendar, Date day) {
  const std::string name(calendar.name(day));
  switch (calendar.kind(day)) {
    case DayKind::Workday:
      return {};
    case DayKind::Weekend:
      return weekday(day) == 6 ? "星期六" : "星期日";
    case DayKind::MakeUpWorkday:
      return name.empty() ? "调休上班" : "调休上班（" + name + "）";
    case DayKind::Holiday:
      return name + (calendar.is_provisional(day, day) ? "放假（暂定）" : "放假");
  }
  return {};
}

void append_part(std::string& text, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += "，";
  text += part;
}

ProofDay working_line(const Calendar& calendar, const Deadline& deadline, Date day, int& number) {
  ProofDay line{day, day != deadline.from && calendar.is_workday(day), {}};
  if (line.counted) append_part(line.why, "第" + std::to_string(++number) + "个工作日");
  if (day == deadline.from) append_part(line.why, "起算日不计");
  append_part(line.why, special_reason(calendar, day));
  if (day == deadline.due) append_part(line.why, "到期日");
  return line;
}

ProofDay calendar_line(const Calendar& calendar, const Deadline& deadline, Date day, int& number) {
  ProofDay line{day, false, {}};
  line.counted = day <= deadline.due && (day != deadline.from || deadline.start_counted);
  if (line.counted) append_part(line.why, "第" + std::to_string(++number) + "日");
  if (day == deadline.from) append_part(line.why, line.counted ? "起算日计入" : "起算日不计");
  if (day == deadline.due) append_part(line.why, "到期日");
  if (day >= deadline.due && deadline.judged != deadline.due) {
    append_part(line.why, special_reason(calendar, day));
    append_part(line.why, day == deadline.judged ? "顺延后到期日" : "顺延");
  }
  return line;
}

}  // namespace

Deadline calendar_days(const Calendar& calendar, Date from, int days, bool count_start_day,
                       bool roll) {
  const bool start_counted = count_start_day && days > 0;
  const Date due = shifted(from, start_counted ? days - 1 : days);
  return ended(calendar, from, due, roll ? calendar.roll_to_workday(due) : due, start_counted);
}

Deadline working_days(const Calendar& calendar, Date from, int count) {
  const Date due = calendar.add_workdays(from, count);
  return ended(calendar, from, due, due, false);
}

std::vector<ProofDay> proof_of(const Calendar& calendar, const Deadline& deadline, bool working) {
  std::vector<ProofDay> lines;
  if (!deadline.from.known() || !deadline.judged.known()) return lines;
  int number = 0;
  for (Date day = deadline.from; day <= deadline.judged; day = day + 1) {
    lines.push_back(working ? working_line(calendar, deadline, day, number)
                            : calendar_line(calendar, deadline, day, number));
  }
  return lines;
}

}  // namespace core::calendar
