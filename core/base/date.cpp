#include "core/base/date.h"

namespace core {
namespace {

// Days from 1970-01-01, counting years from March so that the leap day comes last.
constexpr std::int32_t days_from_civil(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

// -1 when any of the characters is no digit.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Two digits from `out` on.
void put_pair(char* out, int value) {
  out[0] = static_cast<char>('0' + value / 10);
  out[1] = static_cast<char>('0' + value % 10);
}

/// Four; years have as many in every calendar here.
void put_year(char* out, int year) {
  put_pair(out, year / 100);
  put_pair(out + 2, year % 100);
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{days_from_civil(year, month, day)};
}

YearMonthDay civil(Date day) {
  const std::int32_t shifted = day.days + 719468;
  const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int32_t day_of_era = shifted - era * 146097;
  const std::int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t month_from_march = (5 * day_of_year + 2) / 153;
  const int day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_month};
}

int weekday(Date day) {
  // 1970-01-01 was a Thursday.
  const int from_monday = (day.days + 3) % 7;
  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  const int day = digits(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return make_date(year, month, day);
}

std::string to_string(Date day) {
  if (!day.known()) return {};
  const YearMonthDay parts = civil(day);
  char out[] = "0000-00-00";
  put_year(out, parts.year);
  put_pair(out + 5, parts.month);
  put_pair(out + 8, parts.day);
  return {out, 10};
}

IsoWeek iso_week(Date day) {
  const Date thursday = day + (4 - weekday(day));
  const int year = civil(thursday).year;
  const Date new_year = Date{days_from_civil(year, 1, 1)};
  return {static_cast<std::int16_t>(year),
          static_cast<std::int16_t>((thursday - new_year) / 7 + 1)};
}

Date monday(IsoWeek week) {
  const Date fourth_of_january = Date{days_from_civil(week.year, 1, 4)};
  return fourth_of_january - (weekday(fourth_of_january) - 1) + (week.week - 1) * 7;
}

std::optional<IsoWeek> parse_iso_week(std::string_view text) {
  if (text.size() != 8 || text[4] != '-' || text[5] != 'W') return std::nullopt;
  const int year = digits(text.substr(0, 4));
  const int number = digits(text.substr(6, 2));
  if (year < kFirstYear || year > kLastYear || number < 1 || number > 53) return std::nullopt;
  const IsoWeek week{static_cast<std::int16_t>(year), static_cast<std::int16_t>(number)};
  if (iso_week(monday(week)) != week) return std::nullopt;
  return week;
}

std::string to_string(IsoWeek week) {
  char out[] = "0000-W00";
  put_year(out, week.year);
  put_pair(out + 6, week.week);
  return {out, 8};
}

}  // namespace core
