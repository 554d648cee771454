#include "core/intake/tables/cell_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "core/base/text.h"
#include "core/intake/readers/number_text.h"
#include "core/intake/tables/text_taking.h"

namespace core::intake {
namespace {

constexpr std::string_view kNoDay = "不是有效日期";
constexpr std::string_view kNoNumber = "不是整数";

// Serials of 1954 to 2119: what stands in a date column without a date format.
constexpr double kFirstSerial = 20000;
constexpr double kLastSerial = 80000;

/// Between year and month, and month and day: the same kind of mark, or the Chinese words.
bool take_date_mark(std::string_view& text, std::string_view chinese) {
  take_blanks(text);
  for (const std::string_view mark : {chinese, std::string_view("-"), std::string_view("/"),
                                      std::string_view("."), std::string_view("\\")}) {
    if (take(text, mark)) {
      take_blanks(text);
      return true;
    }
  }
  return false;
}

/// What may follow a day: nothing, a time, a weekday, 上午.
bool is_time(std::string_view text) {
  text = trim(text);
  for (const std::string_view word : {"上午", "下午", "星期", "周", "T", "(", "晚上", "凌晨"})
    if (starts_with(text, word)) return true;
  return text.empty() || is_ascii_digit(text.front());
}

std::optional<Date> day_of_digits(std::string_view text) {
  if (text.size() != 8 || !std::all_of(text.begin(), text.end(), is_ascii_digit))
    return std::nullopt;
  const auto part = [text](std::size_t from, std::size_t count) {
    std::string_view digits = text.substr(from, count);
    return *take_number(digits);
  };
  return make_date(part(0, 4), part(4, 2), part(6, 2));
}

Parsed<Date> day_without_year(int month, std::string_view rest, int year) {
  const std::optional<int> day = take_number(rest);
  if (!day || (!take(rest, "日") && !take(rest, "号") && !rest.empty())) return {{}, kNoDay};
  if (year == 0) return {{}, kNoYearSaid};
  const std::optional<Date> date = make_date(year, month, *day);
  return date ? Parsed<Date>{date, {}} : Parsed<Date>{{}, kNoDay};
}

Parsed<Date> day_of_text(std::string_view text, int year) {
  if (const auto date = day_of_digits(text)) return {date, {}};
  std::string_view rest = text;
  const std::optional<int> first = take_number(rest);
  if (!first) return {{}, kNoDay};
  if (*first <= 12 && take(rest, "月")) return day_without_year(*first, rest, year);
  const bool has_year = *first >= 1900;
  if (!has_year || !take_date_mark(rest, "年")) return {{}, kNoDay};
  const std::optional<int> month = take_number(rest);
  if (!month || !take_date_mark(rest, "月")) return {{}, kNoDay};
  const std::optional<int> day = take_number(rest);
  if (!day) return {{}, kNoDay};
  if (std::string_view ahead = rest; take_blanks(ahead) && starts_with(ahead, "日")) rest = ahead;
  const bool worded = take(rest, "日") || take(rest, "号");
  const bool ended = worded || rest.empty() || rest.front() == ' ' || rest.front() == 'T';
  const std::optional<Date> date = make_date(*first, *month, *day);
  if (!date || !ended || !is_time(rest)) return {{}, kNoDay};
  return {date, {}};
}

bool is_one_of(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    if (words.substr(0, bar) == text) return true;
    words.remove_prefix(std::min(bar + 1, words.size()));
  }
  return false;
}

/// Serials count from 1899-12-30 for all days from 1900-03-01 on.
std::optional<Date> day_of_serial(double serial, bool from_1904) {
  constexpr int kDaysBetween = 1462;
  if (from_1904) serial += kDaysBetween;
  if (serial < kFirstSerial || serial > kLastSerial) return std::nullopt;
  return Date{static_cast<std::int32_t>(serial)} - 25569;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != ',') digits += c;
  const std::optional<double> value = parse_number(digits);
  if (!value || *value < -1e15 || *value > 1e15) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(*value);
  return static_cast<double>(whole) == *value ? std::optional(whole) : std::nullopt;
}

}  // namespace

Parsed<Date> read_day(const Cell& cell, int year) {
  if (cell.kind == CellKind::Date)
    return cell.date.known() ? Parsed<Date>{cell.date, {}} : Parsed<Date>{{}, kNoDay};
  if (cell.kind == CellKind::Text)
    if (const std::optional<Date> plain = parse_date(cell.text)) return {plain, {}};
  std::string buffer;
  const std::string_view text = folded(cell.text, buffer);
  if (text.empty() || text == "-" || text == "/" || text == "无") return {};
  if (cell.kind == CellKind::Number || text.size() == 5) {
    const std::optional<double> serial = parse_number(text);
    const std::optional<Date> date = serial ? day_of_serial(*serial, cell.from_1904) : std::nullopt;
    if (date) return {date, {}};
  }
  return day_of_text(text, year);
}

Parsed<std::int64_t> read_count(const Cell& cell) {
  std::string buffer;
  std::string_view text = folded(cell.text, buffer);
  if (text.empty()) return {};
  for (const std::string_view word : {"人次", "人", "件", "名", "户", "批"}) {
    if (ends_with(text, word)) {
      text.remove_suffix(word.size());
      text = trim(text);
      break;
    }
  }
  const std::optional<std::int64_t> value = whole_number(text);
  return value ? Parsed<std::int64_t>{value, {}} : Parsed<std::int64_t>{{}, kNoNumber};
}

Parsed<bool> read_yes_no(const Cell& cell) {
  if (cell.kind == CellKind::Boolean) return {cell.number != 0, {}};
  std::string buffer;
  const std::string_view text = folded(cell.text, buffer);
  if (text.empty()) return {};
  if (is_one_of(text,
                "是|1|√|✓|✔|Y|y|YES|Yes|yes|TRUE|true|有|对|初件|初信|初访|初次|初|集体|"
                "集体访|集访|群体访|联名信|群体|联名|初信初访|初次信访|首次"))
    return {true, {}};
  if (is_one_of(text,
                "否|0|×|✗|✘|N|n|NO|No|no|FALSE|false|无|-|/|重件|重信|重访|重复|重|重复件|"
                "重复访|重复信访|重信重访|个体|个体访|个人|个访"))
    return {false, {}};
  return {{}, "看不出是或否"};
}

Parsed<std::int64_t> read_progress(const Cell& cell) {
  std::string buffer;
  std::string_view text = folded(cell.text, buffer);
  if (text.empty()) return {};
  const bool marked = !text.empty() && text.back() == '%';
  if (marked) text = trim(text.substr(0, text.size() - 1));
  const std::optional<double> value = parse_number(text);
  if (!value) return {{}, "不是百分数"};
  double percent = *value;
  if (cell.percent) {
    percent *= 100;
  } else if (!marked && percent == 1) {
    return {{}, "看不出是1%还是100%"};
  } else if (!marked && percent > 0 && percent < 1) {
    percent *= 100;
  }
  if (percent < 0 || percent > 100) return {{}, "不在0至100之间"};
  return {static_cast<std::int64_t>(percent + 0.5), {}};
}

Parsed<double> read_rate(const Cell& cell) {
  std::string buffer;
  std::string_view text = folded(cell.text, buffer);
  if (text.empty() || text == "-" || text == "/") return {};
  const bool marked = text.back() == '%';
  if (marked) text = trim(text.substr(0, text.size() - 1));
  const std::optional<double> value = parse_number(text);
  if (!value) return {{}, "不是百分数"};
  const bool hundredths = marked || (*value > 1 && !cell.percent);
  return {hundredths ? *value / 100 : *value, {}};
}

}  // namespace core::intake
