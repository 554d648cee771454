#include "core/calendar/calendar_builder.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace core::calendar {
namespace {

// Laid out whether a year has an arrangement or not.
constexpr int kFirstLaidOut = 2000;
constexpr int kLastLaidOut = 2040;

// Only for days known to exist.
Date known_date(int year, int month, int day) {
  return make_date(year, month, day).value_or(Date{});
}

Date packed_date(int packed) {
  return known_date(packed / 10000, packed / 100 % 100, packed % 100);
}

bool in_range(Date day) {
  return day >= known_date(kFirstYear, 1, 1) && day <= known_date(kLastYear, 12, 31);
}

std::string source_of(const Notice& notice) {
  std::string source;
  if (notice.provisional) source += "放假安排尚未公布，暂按法定节日：";
  source += "《";
  source += notice.title.empty()
                ? "国务院办公厅关于" + std::to_string(notice.year) + "年部分节假日安排的通知"
                : std::string(notice.title);
  source += "》（";
  source += notice.number;
  source += "）";
  if (!notice.address.empty()) {
    source += ' ';
    source += notice.address;
  }
  return source;
}

// The holidays whose day of the year never changes.
std::string_view fixed_name(Date day) {
  const YearMonthDay parts = civil(day);
  if (parts.day != 1) return {};
  switch (parts.month) {
    case 1:
      return "元旦";
    case 5:
      return "劳动节";
    case 10:
      return "国庆节";
    default:
      return {};
  }
}

// The notice for a year may free or work days of the December before (that of 2019 from the 29th
// on), so until it is out those are as uncertain as the year itself. None of the notices since 2004
// has touched an earlier day.
bool settled(Date day, bool year_published, bool next_published) {
  constexpr int kFirstMovable = 29;
  if (!year_published || next_published) return year_published;
  const YearMonthDay parts = civil(day);
  return parts.month != 12 || parts.day < kFirstMovable;
}

}  // namespace

std::uint32_t CalendarBuilder::name_index(std::string_view name) {
  std::vector<std::string>& names = calendar_.names_;
  if (names.empty()) names.emplace_back();
  const auto found = std::find(names.begin(), names.end(), name);
  const auto index = static_cast<std::uint32_t>(found - names.begin());
  if (found == names.end()) names.emplace_back(name);
  return index;
}

std::uint32_t CalendarBuilder::publish(int year, bool provisional, std::string source) {
  calendar_.publications_.push_back({year, provisional, std::move(source)});
  return static_cast<std::uint32_t>(calendar_.publications_.size() - 1);
}

void CalendarBuilder::mark(Date day, Entry entry) {
  // Working on a weekday is what is done anyway.
  if (!entry.holiday && weekday(day) <= 5) {
    days_.erase(day);
  } else {
    days_[day] = entry;
  }
}

void CalendarBuilder::add(const Notice& notice) {
  const std::uint32_t from = publish(notice.year, notice.provisional, source_of(notice));
  for (const Break& each : notice.breaks) {
    const std::uint32_t name = name_index(each.name);
    const Date last = packed_date(each.last);
    for (Date day = packed_date(each.first); day <= last; day = day + 1) {
      mark(day, {name, from, true});
    }
    for (const int workday : each.workdays) {
      if (workday != 0) mark(packed_date(workday), {name, from, false});
    }
  }
}

// Takes back what was said for a year, and returns the days that leaves unsaid.
std::map<Date, CalendarBuilder::Entry> CalendarBuilder::withdraw(int year) {
  std::map<Date, Entry> taken;
  for (auto each = days_.begin(); each != days_.end();) {
    const bool of_year = calendar_.publications_[each->second.publication].year == year;
    if (of_year) taken.insert(*each);
    each = of_year ? days_.erase(each) : std::next(each);
  }
  // The entries stay, since others are numbered by position, but they belong to no year.
  for (Calendar::Publication& each : calendar_.publications_) {
    if (each.year == year) each.year = 0;
  }
  return taken;
}

// A publication names no holidays. What is certain: the days that had a name before, and the fixed
// days; a run of days off is called by all those it holds.
std::string CalendarBuilder::name_of_run(const PublishedYear& county, Date day,
                                         const std::map<Date, Entry>& earlier) const {
  const std::set<Date> off(county.holidays.begin(), county.holidays.end());
  Date first = day;
  while (off.count(first - 1) != 0) first = first - 1;
  std::vector<std::string_view> names;
  for (Date each = first; off.count(each) != 0; each = each + 1) {
    const auto known = earlier.find(each);
    const std::string_view name = known != earlier.end() && known->second.holiday
                                      ? std::string_view(calendar_.names_[known->second.name])
                                      : fixed_name(each);
    const auto same = [name](std::string_view other) {
      return other.find(name) != std::string_view::npos;
    };
    if (!name.empty() && std::none_of(names.begin(), names.end(), same)) names.push_back(name);
  }
  std::string joined;
  for (const std::string_view name : names) {
    if (!joined.empty()) joined += "、";
    joined += name;
  }
  return joined;
}

// A list with the holidays that never move is the year's arrangement and replaces what was known of
// it. Any other says which days the county adds: the rest stays, and the year as sure as it was.
bool CalendarBuilder::is_arrangement(const PublishedYear& county) {
  constexpr int kMonths[] = {1, 5, 10};  // 元旦, 劳动节, 国庆节
  return std::all_of(std::begin(kMonths), std::end(kMonths), [&county](int month) {
    const Date fixed = known_date(county.year, month, 1);
    return std::find(county.holidays.begin(), county.holidays.end(), fixed) !=
           county.holidays.end();
  });
}

void CalendarBuilder::add(const PublishedYear& county) {
  if (county.year < kFirstYear || county.year > kLastYear) return;
  const bool whole = is_arrangement(county);
  const std::map<Date, Entry> earlier = whole ? withdraw(county.year) : days_;
  const bool provisional = !whole && !published(county.year);
  const std::uint32_t from = publish(county.year, provisional, county.source);
  for (const Date day : county.holidays) {
    if (in_range(day)) mark(day, {name_index(name_of_run(county, day, earlier)), from, true});
  }
  for (const Date day : county.workdays) {
    if (!in_range(day)) continue;
    const auto known = earlier.find(day);
    const bool named = known != earlier.end() && !known->second.holiday;
    mark(day, {named ? known->second.name : name_index({}), from, false});
  }
}

bool CalendarBuilder::published(int year) const {
  const auto& all = calendar_.publications_;
  return std::any_of(all.begin(), all.end(), [year](const Calendar::Publication& each) {
    return each.year == year && !each.provisional;
  });
}

void CalendarBuilder::set_range() {
  int first = kFirstLaidOut;
  int last = kLastLaidOut;
  for (const Calendar::Publication& each : calendar_.publications_) {
    if (each.year == 0) continue;
    first = std::min(first, each.year);
    last = std::max(last, each.year);
  }
  if (!days_.empty()) {
    first = std::min(first, civil(days_.begin()->first).year);
    last = std::max(last, civil(days_.rbegin()->first).year);
  }
  const Date start = known_date(first, 1, 1);
  const Date end = known_date(last, 12, 31);
  calendar_.first_year_ = first;
  calendar_.first_ = start - (weekday(start) - 1);
  const Date last_sunday = end + (7 - weekday(end));
  calendar_.covered_ = static_cast<std::uint32_t>(last_sunday - calendar_.first_ + 1);
  calendar_.special_of_.assign(calendar_.covered_, 0);
  for (int year = first; year <= last; ++year) {
    calendar_.first_mondays_.push_back(monday({static_cast<std::int16_t>(year), 1}));
  }
}

void CalendarBuilder::fill_specials() {
  calendar_.specials_.push_back({});
  for (const auto& [day, entry] : days_) {
    calendar_.special_of_[calendar_.position(day)] =
        static_cast<std::uint32_t>(calendar_.specials_.size());
    calendar_.specials_.push_back(entry);
  }
}

void CalendarBuilder::fill_counts() {
  const auto count = static_cast<int>(calendar_.covered_);
  std::int32_t unpublished = 0;
  calendar_.before_.reserve(calendar_.covered_ + 1);
  calendar_.unpublished_.reserve(calendar_.covered_ + 1);
  calendar_.workdays_.reserve(calendar_.covered_);
  Date next_year = calendar_.first_;
  bool year_published = false;
  bool next_published = false;
  for (int i = 0; i < count; ++i) {
    const Date day = calendar_.first_ + i;
    // Which year a day lies in is asked once a year: the page waits for this when it opens.
    if (day >= next_year) {
      const int year = civil(day).year;
      next_year = known_date(year + 1, 1, 1);
      year_published = published(year);
      next_published = published(year + 1);
    }
    calendar_.before_.push_back(static_cast<std::int32_t>(calendar_.workdays_.size()));
    calendar_.unpublished_.push_back(unpublished);
    if (!settled(day, year_published, next_published)) ++unpublished;
    const DayKind kind = calendar_.kind(day);
    if (kind == DayKind::Workday || kind == DayKind::MakeUpWorkday) {
      calendar_.workdays_.push_back(day);
    }
  }
  calendar_.before_.push_back(static_cast<std::int32_t>(calendar_.workdays_.size()));
  calendar_.unpublished_.push_back(unpublished);
}

Calendar CalendarBuilder::build() {
  name_index({});
  set_range();
  fill_specials();
  fill_counts();
  return std::move(calendar_);
}

}  // namespace core::calendar
