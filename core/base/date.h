#pragma once
// Civil days and ISO weeks. No clock and no time zone: today is always an argument.

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace core {

/// A civil day, or no day. Plain 32 bits, so that columns of dates stay flat.
struct Date {
  static constexpr std::int32_t kNone = std::numeric_limits<std::int32_t>::min();

  std::int32_t days = kNone;  ///< Days since 1970-01-01.

  constexpr bool known() const { return days != kNone; }
  constexpr auto operator<=>(const Date&) const = default;
};

constexpr Date operator+(Date day, int count) { return Date{day.days + count}; }
constexpr Date operator-(Date day, int count) { return Date{day.days - count}; }
constexpr int operator-(Date later, Date earlier) { return later.days - earlier.days; }

inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2999;
inline constexpr Date kLastDay{376199};  ///< The end of kLastYear.

struct YearMonthDay {
  int year, month, day;
};

/// The day of the proleptic Gregorian calendar; nothing when there is no such day or the year is
/// outside kFirstYear to kLastYear.
std::optional<Date> make_date(int year, int month, int day);

YearMonthDay civil(Date day);

/// 1 = Monday … 7 = Sunday.
int weekday(Date day);

/// Reads `YYYY-MM-DD` and nothing else.
std::optional<Date> parse_date(std::string_view text);

/// Writes `YYYY-MM-DD`; an unknown day gives an empty text.
std::string to_string(Date day);

/// ISO 8601 week: Monday to Sunday, week 1 holds the year's first Thursday.
struct IsoWeek {
  std::int16_t year = 0;
  std::int16_t week = 0;  ///< 1 … 53.

  constexpr auto operator<=>(const IsoWeek&) const = default;
};

IsoWeek iso_week(Date day);
Date monday(IsoWeek week);

/// Reads `YYYY-Www`; nothing when the year has no such week.
std::optional<IsoWeek> parse_iso_week(std::string_view text);
std::string to_string(IsoWeek week);

}  // namespace core
