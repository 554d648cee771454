#include "web/models/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/rules/describe.h"
#include "web/models/case_duties.h"

namespace web {

using core::Date;
using core::rules::DutyRow;
using core::rules::DutyState;
using core::rules::PromptRow;
using core::rules::PromptState;

namespace {

template <typename State>
std::string said(State state) {
  return std::string(core::rules::label(state));
}

/// How long the name of a field in brackets is at the beginning: （unit）; 0 = there is none.
std::size_t field_length(std::string_view text) {
  constexpr std::string_view kOpen = "（", kClose = "）";
  if (!text.starts_with(kOpen)) return 0;
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", kOpen.size());
  if (end == std::string_view::npos || !text.substr(end).starts_with(kClose)) return 0;
  return end + kClose.size();
}

/// The day at the beginning, unless it is a part of a name or number, such as the name of a file.
std::optional<Date> day_at(std::string_view sentence, std::size_t at) {
  constexpr std::size_t kLength = 10;
  const auto is_part = [&](std::size_t place) {
    if (place >= sentence.size()) return false;
    const char c = sentence[place];
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  };
  if (is_part(at - 1) || is_part(at + kLength)) return std::nullopt;
  return core::parse_date(sentence.substr(at, kLength));
}

}  // namespace

std::string short_day(Date day, Date today) {
  if (!day.known()) return "—";
  const core::YearMonthDay date = core::civil(day);
  if (today.known() && core::civil(today).year == date.year)
    return fmt::format("{}月{}日", date.month, date.day);
  return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
}

std::string full_day(Date day) { return short_day(day, Date{}); }

std::string plain_words(std::string_view sentence) {
  std::string out;
  bool quoted = false;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::string_view rest = sentence.substr(at);
    if (rest.starts_with("“") || rest.starts_with("”")) quoted = rest.starts_with("“");
    const std::size_t field = quoted ? 0 : field_length(rest);
    const std::optional<Date> day = quoted ? std::nullopt : day_at(sentence, at);
    if (day) out += full_day(*day);
    if (!day && field == 0) out += rest.front();
    at += day ? 10 : std::max<std::size_t>(field, 1);
  }
  return out;
}

std::string_view weekday_word(Date day) {
  constexpr std::string_view kWords[] = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
  return kWords[core::weekday(day) - 1];
}

std::string short_number(std::string_view number) {
  constexpr std::size_t kShown = 5;
  const std::size_t length = core::count_code_points(number);
  if (length <= kShown + 3) return std::string(number);
  std::size_t at = 0;
  for (std::size_t skipped = 0; skipped < length - kShown; ++skipped)
    core::next_code_point(number, at);
  return std::string("…").append(number.substr(at));
}

std::string grouped(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string size_words(std::uint64_t bytes) {
  const std::uint64_t tenths = (bytes * 10 + 524288) / 1048576;
  if (tenths == 0) return fmt::format("{} KB", (bytes + 1023) / 1024);
  return fmt::format("{}.{} MB", grouped(tenths / 10), tenths % 10);
}

Date next_due(const DutyRow& row, Date today) {
  return row.due_on >= today ? row.due_on : row.judged_on;
}

StateWords state_words(const DutyRow& row, Date today) {
  if (row.state == DutyState::DoneLate && row.remark == core::rules::Remark::Missed)
    return {"漏报", Tone::Late};
  switch (row.state) {
    case DutyState::Done:
      return {said(row.state), Tone::Good};
    case DutyState::DoneLate:
      return {said(row.state), Tone::Late};
    case DutyState::Void:
      return {said(row.state), Tone::Secondary};
    case DutyState::Overdue:
      return {fmt::format("{} {}天", said(row.state), today - row.judged_on), Tone::Late};
    case DutyState::Open:
      break;
  }
  const int left = next_due(row, today) - today;
  if (left <= 0 && is_right(row)) return {"今天止", Tone::Good};
  if (left <= 0) return {"今天", Tone::Due};
  return {fmt::format("{}天后", left), Tone::Good};
}

StateWords state_words(const PromptRow& row) {
  switch (row.state) {
    case PromptState::Taken:
      return {said(row.state), Tone::Good};
    case PromptState::Declined:
      return {said(row.state), Tone::Secondary};
    case PromptState::Open:
      break;
  }
  return {said(row.state), Tone::Accent};
}

}  // namespace web
