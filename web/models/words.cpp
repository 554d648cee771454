#include "web/models/words.h"

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/rules/describe.h"

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

}  // namespace

std::string short_day(Date day, Date today) {
  if (!day.known()) return "—";
  const core::YearMonthDay date = core::civil(day);
  if (today.known() && core::civil(today).year == date.year)
    return fmt::format("{}月{}日", date.month, date.day);
  return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
}

std::string full_day(Date day) { return short_day(day, Date{}); }

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
