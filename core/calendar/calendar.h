#pragma once
// Workdays, holidays and make-up workdays of China, answered in constant time for any day.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"

namespace core::calendar {

enum class DayKind : std::uint8_t { Workday, Weekend, Holiday, MakeUpWorkday };

/// A year's arrangement as a county published it: every day off, weekends inside included, and
/// every weekend day worked instead. Days of a neighbouring year may be among them.
struct PublishedYear {
  int year = 0;
  std::vector<Date> holidays;
  std::vector<Date> workdays;
  std::string source;
};

/// What is known about working days, built once and never changed afterwards.
/// Years nobody published an arrangement for are plain Monday to Friday and provisional, and so are
/// the days from 29 December before them, which their notices may still move.
/// An unknown day is no workday, and counting from it gives an unknown day.
class Calendar {
 public:
  /// The built-in years: 2004–2026 by notice, 2027 provisional.
  static Calendar official();

  /// The built-in years and the county's own. A publication replaces whatever was known for its
  /// year before; the later in the list wins. Years and days outside 1900–2999 are passed over,
  /// and a day that is in both lists of a publication is a workday.
  static Calendar with(std::span<const PublishedYear> county);

  bool is_workday(Date day) const { return workdays_before(day) != workdays_through(day); }
  DayKind kind(Date day) const;

  /// The holiday a day off or make-up workday belongs to, such as 春节; empty for ordinary days
  /// and where a county's publication does not tell.
  std::string_view name(Date day) const;

  /// The notice that makes the day a holiday or make-up workday; empty when there is none.
  std::string_view source(Date day) const;

  /// Everything a year rests on, oldest first: notices, or the county's publication.
  std::vector<std::string_view> sources(int year) const;

  /// The holidays and make-up workdays of a year, in order.
  std::vector<Date> special_days(int year) const;

  /// Whether an arrangement was published for the year, by the State Council or by the county.
  bool is_official(int year) const;

  /// Whether the span, both ends included, touches a year without a published arrangement, or the
  /// days of December its notice may still move.
  bool is_provisional(Date from, Date to) const {
    if (to < from) std::swap(from, to);
    const std::uint32_t first = position(from);
    const std::uint32_t last = position(to);
    if (first >= covered_ || last >= covered_) return true;
    return unpublished_[first] != unpublished_[last + 1];
  }

  /// The `count`-th workday after `from`, which itself is not counted; `from` for none.
  /// A negative count goes back. Unknown when the answer lies outside 1900–2999.
  Date add_workdays(Date from, int count) const {
    if (count > 0) return workday_at(workdays_through(from) + count - 1);
    return count == 0 ? from : workday_at(workdays_before(from) + count);
  }

  /// The day itself when it is a workday, else the next one.
  Date roll_to_workday(Date day) const { return workday_at(workdays_before(day)); }

  /// The number of workdays d with from < d <= to; 0 when to <= from or one of them is unknown.
  int workdays_between(Date from, Date to) const {
    if (to <= from || !from.known()) return 0;
    return static_cast<int>(workdays_through(to) - workdays_through(from));
  }

  /// Nothing for a week without a workday and for weeks outside 1900–2999.
  std::optional<Date> last_workday_of_week(IsoWeek week) const {
    const Date start = monday_of(week);
    const std::int64_t end = workdays_before(start + 7);
    const Date last = workday_at(end - 1);
    if (end == workdays_before(start) || !last.known()) return std::nullopt;
    return last;
  }

  int workdays_in_week(IsoWeek week) const {
    const Date start = monday_of(week);
    return static_cast<int>(workdays_before(start + 7) - workdays_before(start));
  }

 private:
  struct Special {
    std::uint32_t name = 0;         // into names_
    std::uint32_t publication = 0;  // into publications_
    bool holiday = false;
  };
  struct Publication {
    int year = 0;
    bool provisional = false;
    std::string source;
  };

  friend class CalendarBuilder;
  Calendar() = default;

  // Day by day, the tables cover whole weeks; every workday in them has a number, from 0 on.
  // Numbers go on in both directions outside, where every week is plain Monday to Friday.
  // The position of days outside, and of unknown ones, is past the end.
  std::uint32_t position(Date day) const {
    return static_cast<std::uint32_t>(day.days) - static_cast<std::uint32_t>(first_.days);
  }
  std::int64_t workdays_before(Date day) const {
    const std::uint32_t at = position(day);
    return at < covered_ ? before_[at] : workdays_before_outside(day);
  }
  std::int64_t workdays_through(Date day) const {
    const std::uint32_t at = position(day);
    return at < covered_ ? before_[at + 1] : workdays_through_outside(day);
  }
  Date workday_at(std::int64_t number) const {
    return static_cast<std::uint64_t>(number) < workdays_.size()
               ? workdays_[static_cast<std::size_t>(number)]
               : workday_at_outside(number);
  }
  Date monday_of(IsoWeek week) const {
    const auto at = static_cast<std::size_t>(week.year - first_year_);
    return at < first_mondays_.size() ? first_mondays_[at] + (week.week - 1) * 7 : monday(week);
  }
  std::int64_t workdays_before_outside(Date day) const;
  std::int64_t workdays_through_outside(Date day) const;
  Date workday_at_outside(std::int64_t number) const;
  const Special* special(Date day) const;

  Date first_;                 // first day of the tables, a Monday
  std::uint32_t covered_ = 0;  // number of days in the tables
  int first_year_ = 0;
  std::vector<std::int32_t> before_;       // per day and one more: workdays before it
  std::vector<Date> workdays_;             // every workday
  std::vector<std::int32_t> unpublished_;  // per day and one more: days of unpublished years before
  std::vector<std::uint32_t> special_of_;  // per day: into specials_, 0 = ordinary
  std::vector<Special> specials_;
  std::vector<Date> first_mondays_;  // per year: where its ISO week 1 begins
  std::vector<std::string> names_;   // the first is empty
  std::vector<Publication> publications_;
};

/// When something ends. `due` is the strict last day, `judged` the day lateness is judged by.
struct Deadline {
  Date from;
  Date due;
  Date judged;
  bool provisional = false;    ///< Depends on a year without a published arrangement.
  bool start_counted = false;  ///< Whether `from` itself was day 1.
};

/// A term in calendar days. Rolled, the judged day is the first workday from the due day on.
/// Unknown days when `from` is unknown or the term leaves 1900–2999.
Deadline calendar_days(const Calendar& calendar, Date from, int days, bool count_start_day = false,
                       bool roll = true);

/// A term in workdays, `from` not counted; due and judged are the same day.
Deadline working_days(const Calendar& calendar, Date from, int count);

/// One line of the count a person can check by hand.
struct ProofDay {
  Date day;
  bool counted = false;
  std::string why;  ///< Such as 起算日不计, 星期六, 国庆节放假, 第3个工作日, 顺延.
};

/// Every day from the start to the judged day, one line each; nothing for unknown days.
std::vector<ProofDay> proof_of(const Calendar& calendar, const Deadline& deadline, bool working);

}  // namespace core::calendar
