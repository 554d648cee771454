#include "core/app/bulletin_number.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"

namespace core::app {
namespace {

std::string_view series_name(Series series) {
  switch (series) {
    case Series::Monthly:
      return "月通报";
    case Series::HalfYear:
      return "半年通报";
    case Series::Annual:
      return "年度通报";
    default:
      return "专项通报";
  }
}

std::string number_text(Series series, int year, int count) {
  return fmt::format("{}〔{}〕{}号", series_name(series), year, count);
}

/// The running number in a text of this series and year; 0 when it is no such text.
int count_in(std::string_view text, Series series, int year) {
  const std::string before = fmt::format("{}〔{}〕", series_name(series), year);
  if (!starts_with(text, before)) return 0;
  int count = 0;
  for (const char digit : text.substr(before.size())) {
    if (digit < '0' || digit > '9') break;
    count = std::min(count * 10 + (digit - '0'), 1'000'000);
  }
  return number_text(series, year, count) == text ? count : 0;
}

bool is_issued(const State& state, std::string_view key) {
  const MeasureIndex index = state.find_measure(Subject::Kind::Bulletin, key);
  return index.known() && state.measure(index).first(StepKind::BulletinIssued);
}

// Withdrawn ones too: a number is used once.
template <typename Visit>
void each_number(const State& state, Visit visit) {
  for (const OtherFact& other : state.other_facts())
    if (other.fact.fact.kind == "bulletin.issued") visit(other.fact.fact.fields.text("number"));
}

}  // namespace

std::string bulletin_key(const State& state, const BulletinOrder& order) {
  if (!order.key.empty()) return order.key;
  const std::string first = fmt::format("{}-{}", word(order.series), to_string(order.period));
  std::string key = first;
  for (int turn = 2; is_issued(state, key); ++turn) key = fmt::format("{}-{}", first, turn);
  return key;
}

Result<std::string> bulletin_number(const State& state, const BulletinOrder& order, Date on) {
  const int year = civil(on).year;
  int last = 0;
  each_number(state, [&](std::string_view number) {
    last = std::max(last, count_in(number, order.series, year));
  });
  if (order.number.empty()) return number_text(order.series, year, last + 1);
  if (count_in(order.number, order.series, year) > last + 1)
    return Error{ErrorCode::InvalidInput,
                 fmt::format("文号跳号，应为{}", number_text(order.series, year, last + 1))};
  return order.number;
}

}  // namespace core::app
