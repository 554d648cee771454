#include "core/base/period.h"

#include <fmt/format.h>

namespace core {
namespace {

constexpr int kPartsPerYear = 100;
constexpr int kHalfYears = 20;  // codes of halves: 21, 22

int parts(Period::Kind kind) {
  if (kind == Period::Kind::Month) return 12;
  return kind == Period::Kind::HalfYear ? 2 : 1;
}

int months(Period::Kind kind) { return 12 / parts(kind); }

// 0, 1, 2 … within the year.
int place(Period period) { return period.kind == Period::Kind::Year ? 0 : period.part - 1; }

// `count` periods after the period's year began.
Period at_place(Period::Kind kind, int year, int count) {
  const int per_year = parts(kind);
  while (count < 0) {
    count += per_year;
    --year;
  }
  year += count / per_year;
  const int part = kind == Period::Kind::Year ? 0 : count % per_year + 1;
  return {kind, static_cast<std::int16_t>(year), static_cast<std::int16_t>(part)};
}

Date day(int year, int month) { return make_date(year, month, 1).value_or(Date{}); }

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  const std::string_view rest = text.size() < 4 ? std::string_view() : text.substr(4);
  if (text.size() != 4 && text.size() != 7) return std::nullopt;
  const bool named = rest.empty() || rest == "-H1" || rest == "-H2";
  const std::string whole = fmt::format("{}{}-01", text.substr(0, 4), named ? "-01" : rest);
  const std::optional<Date> first = parse_date(whole);
  if (!first) return std::nullopt;
  if (rest.empty()) return period_of(Period::Kind::Year, *first);
  if (!named) return period_of(Period::Kind::Month, *first);
  const Period half = period_of(Period::Kind::HalfYear, *first);
  return rest == "-H1" ? half : next(half);
}

std::string to_string(Period period) {
  if (period.kind == Period::Kind::Year) return fmt::format("{:04}", period.year);
  if (period.kind == Period::Kind::HalfYear)
    return fmt::format("{:04}-H{}", period.year, period.part);
  return fmt::format("{:04}-{:02}", period.year, period.part);
}

std::string label(Period period) {
  if (period.kind == Period::Kind::Year) return fmt::format("{}年", period.year);
  if (period.kind == Period::Kind::HalfYear)
    return fmt::format("{}年{}半年", period.year, period.part == 1 ? "上" : "下");
  return fmt::format("{}年{}月", period.year, period.part);
}

Date first_day(Period period) { return day(period.year, place(period) * months(period.kind) + 1); }

Date last_day(Period period) {
  // Not the day before the next one's first: after the last year there is none.
  const int month = (place(period) + 1) * months(period.kind);
  return month == 12 ? make_date(period.year, 12, 31).value_or(Date{})
                     : day(period.year, month + 1) - 1;
}

Period period_of(Period::Kind kind, Date date) {
  const YearMonthDay when = civil(date);
  return at_place(kind, when.year, (when.month - 1) / months(kind));
}

Period next(Period period) { return at_place(period.kind, period.year, place(period) + 1); }

Period previous(Period period) { return at_place(period.kind, period.year, place(period) - 1); }

std::int32_t code_of(Period period) {
  const int shift = period.kind == Period::Kind::HalfYear ? kHalfYears : 0;
  return period.year * kPartsPerYear + shift + period.part;
}

Period period_of_code(std::int32_t code) {
  const auto year = static_cast<std::int16_t>(code / kPartsPerYear);
  const int part = code % kPartsPerYear;
  if (part == 0) return {Period::Kind::Year, year, 0};
  if (part > kHalfYears)
    return {Period::Kind::HalfYear, year, static_cast<std::int16_t>(part - kHalfYears)};
  return {Period::Kind::Month, year, static_cast<std::int16_t>(part)};
}

}  // namespace core
