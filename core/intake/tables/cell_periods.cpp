// Cells and titles as weeks, months and years.
#include <fmt/format.h>

#include <cstdlib>
#include <utility>

#include "core/intake/tables/cell_values.h"
#include "core/intake/tables/text_taking.h"

namespace core::intake {
namespace {

Parsed<Date> day_of(std::string_view text, int year) {
  Cell cell;
  cell.kind = CellKind::Text;
  cell.text = text;
  return read_day(cell, year);
}

std::optional<IsoWeek> week_of(int year, int week) {
  return parse_iso_week(fmt::format("{:04}-W{:02}", year, week));
}

/// The year whose week of this number lies nearest.
Parsed<IsoWeek> nearest_week(int week, Date near) {
  if (!near.known()) return {{}, kNoYearSaid};
  std::optional<IsoWeek> best;
  const int year = iso_week(near).year;
  for (const int each : {year, year - 1, year + 1}) {
    const std::optional<IsoWeek> candidate = week_of(each, week);
    if (!candidate) continue;
    if (!best || std::abs(monday(*candidate) - near) < std::abs(monday(*best) - near))
      best = candidate;
  }
  return best ? Parsed<IsoWeek>{best, {}} : Parsed<IsoWeek>{{}, "没有这一周"};
}

/// `2026年第36周`, `2026年36周`, `第36周`, `36周`, `36`.
Parsed<IsoWeek> numbered_week(std::string_view text, Date near, int year) {
  constexpr int kAbsent = -1;
  int number = take_number(text).value_or(kAbsent);
  if (number >= 1900 && (take(text, "年") || take(text, "-") || take(text, "W"))) {
    year = number;
    number = kAbsent;
  }
  take(text, "年");
  if (number == kAbsent) {
    while (take(text, "第") || take(text, "W") || take(text, "w") || take(text, "-")) {
    }
    number = take_number(text).value_or(kAbsent);
  }
  take(text, "周");
  if (number == kAbsent || !text.empty()) return {{}, "不是有效的周"};
  if (year == 0) return nearest_week(number, near);
  const std::optional<IsoWeek> week = week_of(year, number);
  return week ? Parsed<IsoWeek>{week, {}} : Parsed<IsoWeek>{{}, "没有这一周"};
}

/// `11.9`, which only beside another day is one: elsewhere it is a number.
std::optional<Date> day_in_range(std::string_view text, int year) {
  if (const Parsed<Date> plain = day_of(text, year); plain.value) return plain.value;
  const std::optional<int> month = take_number(text);
  if (year == 0 || !month || !(take(text, ".") || take(text, "/"))) return std::nullopt;
  const std::optional<int> day = take_number(text);
  return day && text.empty() ? make_date(year, *month, *day) : std::nullopt;
}

/// The first and the last day of `2026.8.31-2026.9.6` or `8月31日至9月6日`; a day alone is both.
std::optional<std::pair<Date, Date>> days_of_range(std::string_view text, int year) {
  const Parsed<Date> alone = day_of(text, year);
  if (alone.value) return std::pair{*alone.value, *alone.value};
  for (const std::string_view mark : {"至", "~", "—", "–", "-"}) {
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + mark.size())) {
      const std::optional<Date> first = day_in_range(trim(text.substr(0, at)), year);
      std::string_view rest = trim(text.substr(at + mark.size()));
      while (take(rest, "—")) {
      }
      if (!first) continue;
      const YearMonthDay from = civil(*first);
      std::optional<Date> last = day_in_range(rest, from.year);
      if (const std::optional<int> day = take_number(rest); !last && day && rest.empty())
        last = make_date(from.year, from.month, *day);  // 11.9-15
      if (last && *last < *first)
        last = day_in_range(trim(text.substr(at + mark.size())), from.year + 1);
      if (last) return std::pair{*first, *last};
    }
  }
  return std::nullopt;
}

}  // namespace

Parsed<IsoWeek> read_week(const Cell& cell, Date near, int year) {
  if (cell.kind == CellKind::Date && cell.date.known()) return {iso_week(cell.date), {}};
  std::string buffer;
  std::string_view text = folded(cell.text, buffer);
  // 第46周（11.9-11.15）: the number says it.
  if (const std::size_t open = text.find('(');
      open != std::string_view::npos && open > 0 && contains(text.substr(0, open), "周"))
    text = trim(text.substr(0, open));
  if (text.empty()) return {};
  if (const std::optional<IsoWeek> week = parse_iso_week(text)) return {week, {}};
  const int known_year = year != 0 || !near.known() ? year : civil(near).year;
  auto days = days_of_range(text, known_year);
  // Nobody reports on a week to come: 12月29日—1月4日, handed in on 5 January, began last year.
  if (days && year == 0 && near.known() && days->first > near + 6)
    if (const auto before = days_of_range(text, known_year - 1)) days = before;
  if (days) {
    if (iso_week(days->first) == iso_week(days->second)) return {iso_week(days->first), {}};
    return {{}, "起止日期不在同一周（周一至周日）"};
  }
  return numbered_week(text, near, year);
}

std::string period_in(std::string_view title) {
  const std::string text = fold_header(title);
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const bool starts = is_ascii_digit(text[at]) && (at == 0 || !is_ascii_digit(text[at - 1]));
    if (!starts) continue;
    std::string_view rest = std::string_view(text).substr(at);
    std::string_view digits =
        rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
    if (digits.size() != 4 && digits.size() != 6) continue;
    const std::string_view year_digits = digits.substr(0, 4);
    if (year_digits < "1990" || year_digits > "2100") continue;
    rest.remove_prefix(4);
    const bool worded = digits.size() == 4 && take(rest, "年");
    if (worded && (take(rest, "上半年") || take(rest, "1-6月") || take(rest, "1—6月")))
      return fmt::format("{}-H1", year_digits);
    if (worded && (take(rest, "下半年") || take(rest, "7-12月")))
      return fmt::format("{}-H2", year_digits);
    if (worded && (starts_with(rest, "度") || starts_with(rest, "全年")))
      return std::string(year_digits);
    if (!worded && digits.size() == 4 && !take(rest, "-") && !take(rest, ".") && !take(rest, "_"))
      continue;
    const std::optional<int> month = take_number(rest);
    const bool whole = !starts_with(rest, "-") && !starts_with(rest, "~") &&
                       !starts_with(rest, "至") && !starts_with(rest, "—");
    if (worded && !take(rest, "月")) continue;
    // The day a sheet was drawn up, or up to which it counts, is no period.
    const bool is_day = worded && !rest.empty() && is_ascii_digit(rest.front());
    if (month && whole && !is_day && *month >= 1 && *month <= 12)
      return fmt::format("{}-{:02}", year_digits, *month);
  }
  return {};
}

}  // namespace core::intake
