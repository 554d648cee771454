#include "core/calendar/proof_json.h"

#include <optional>
#include <utility>

namespace core::calendar {
namespace {

// Of the days of one year, how many are what.
struct Totals {
  int days = 0;
  int workdays = 0;
  int make_up_workdays = 0;
  int holidays = 0;
  int weekends = 0;
};

Totals count_year(const Calendar& calendar, int year) {
  Totals totals;
  const std::optional<Date> first = make_date(year, 1, 1);
  if (!first) return totals;
  for (Date day = *first; civil(day).year == year; day = day + 1) {
    ++totals.days;
    if (calendar.is_workday(day)) ++totals.workdays;
    const DayKind kind = calendar.kind(day);
    if (kind == DayKind::MakeUpWorkday) ++totals.make_up_workdays;
    if (kind == DayKind::Holiday) ++totals.holidays;
    if (kind == DayKind::Weekend) ++totals.weekends;
  }
  return totals;
}

Value totals_json(const Totals& totals) {
  return Fields{{"days", totals.days},
                {"holidays", totals.holidays},
                {"make_up_workdays", totals.make_up_workdays},
                {"weekends", totals.weekends},
                {"workdays", totals.workdays}};
}

Value special_json(const Calendar& calendar, Date day) {
  const bool holiday = calendar.kind(day) == DayKind::Holiday;
  return Fields{{"day", to_string(day)},
                {"kind", holiday ? "holiday" : "make_up_workday"},
                {"name", calendar.name(day)},
                {"source", calendar.source(day)}};
}

}  // namespace

Value deadline_json(const Calendar& calendar, const Deadline& deadline, bool working) {
  List days;
  for (ProofDay& line : proof_of(calendar, deadline, working)) {
    days.push_back(Fields{
        {"day", to_string(line.day)}, {"counted", line.counted}, {"why", std::move(line.why)}});
  }
  return Fields{{"from", to_string(deadline.from)},
                {"due", to_string(deadline.due)},
                {"judged", to_string(deadline.judged)},
                {"provisional", deadline.provisional},
                {"days", std::move(days)}};
}

Value year_json(const Calendar& calendar, int year) {
  List days;
  for (const Date day : calendar.special_days(year)) days.push_back(special_json(calendar, day));
  List sources;
  for (const std::string_view source : calendar.sources(year)) sources.emplace_back(source);
  return Fields{{"year", year},
                {"official", calendar.is_official(year)},
                {"provisional", !calendar.is_official(year)},
                {"sources", std::move(sources)},
                {"totals", totals_json(count_year(calendar, year))},
                {"days", std::move(days)}};
}

}  // namespace core::calendar
