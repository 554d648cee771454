#include "core/calendar/calendar.h"

#include <algorithm>
#include <limits>

#include "core/calendar/calendar_builder.h"
#include "core/calendar/official_days.h"

namespace core::calendar {
namespace {

constexpr Date kEarliest{-25567};  // 1900-01-01
constexpr Date kLatest{376199};    // 2999-12-31

// What an unknown day has before it: no workday has a number near it, and counts can be added.
constexpr std::int64_t kNowhere = std::numeric_limits<std::int64_t>::min() / 2;

}  // namespace

Calendar Calendar::official() { return with({}); }

Calendar Calendar::with(std::span<const PublishedYear> county) {
  CalendarBuilder builder;
  for (const Notice& notice : official_notices()) builder.add(notice);
  for (const PublishedYear& year : county) builder.add(year);
  return builder.build();
}

const Calendar::Special* Calendar::special(Date day) const {
  const std::uint32_t at = position(day);
  if (at >= covered_ || special_of_[at] == 0) return nullptr;
  return &specials_[special_of_[at]];
}

DayKind Calendar::kind(Date day) const {
  if (const Special* found = special(day)) {
    return found->holiday ? DayKind::Holiday : DayKind::MakeUpWorkday;
  }
  return day.known() && weekday(day) <= 5 ? DayKind::Workday : DayKind::Weekend;
}

std::string_view Calendar::name(Date day) const {
  const Special* found = special(day);
  return found ? std::string_view(names_[found->name]) : std::string_view();
}

std::string_view Calendar::source(Date day) const {
  const Special* found = special(day);
  return found ? std::string_view(publications_[found->publication].source) : std::string_view();
}

std::vector<std::string_view> Calendar::sources(int year) const {
  std::vector<std::string_view> found;
  for (const Publication& each : publications_) {
    if (year != 0 && each.year == year) found.emplace_back(each.source);
  }
  return found;
}

std::vector<Date> Calendar::special_days(int year) const {
  std::vector<Date> found;
  const std::optional<Date> first = make_date(year, 1, 1);
  if (!first) return found;
  for (Date day = *first; civil(day).year == year; day = day + 1) {
    if (special(day)) found.push_back(day);
  }
  return found;
}

bool Calendar::is_official(int year) const {
  return year != 0 &&
         std::any_of(publications_.begin(), publications_.end(), [year](const Publication& each) {
           return each.year == year && !each.provisional;
         });
}

std::int64_t Calendar::workdays_before_outside(Date day) const {
  if (!day.known()) return kNowhere;
  const auto covered = static_cast<std::int64_t>(covered_);
  const std::int64_t offset = std::int64_t{day.days} - first_.days;
  if (offset < 0) {
    // Going back from a Monday, the first two days are a Sunday and a Saturday.
    const std::int64_t back = -offset;
    return -(back / 7 * 5 + std::max<std::int64_t>(back % 7 - 2, 0));
  }
  const std::int64_t beyond = offset - covered;
  return static_cast<std::int64_t>(workdays_.size()) + beyond / 7 * 5 +
         std::min<std::int64_t>(beyond % 7, 5);
}

std::int64_t Calendar::workdays_through_outside(Date day) const {
  if (!day.known()) return kNowhere;
  return workdays_before_outside(day) + (weekday(day) <= 5 ? 1 : 0);
}

Date Calendar::workday_at_outside(std::int64_t number) const {
  std::int64_t days = first_.days;
  if (number < 0) {
    const std::int64_t back = -1 - number;
    days -= 3 + back / 5 * 7 + back % 5;
  } else {
    const std::int64_t beyond = number - static_cast<std::int64_t>(workdays_.size());
    days += static_cast<std::int64_t>(covered_) + beyond / 5 * 7 + beyond % 5;
  }
  if (days < kEarliest.days || days > kLatest.days) return Date{};
  return Date{static_cast<std::int32_t>(days)};
}

}  // namespace core::calendar
