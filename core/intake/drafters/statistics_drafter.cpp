#include "core/intake/drafters/statistics_drafter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/base/period.h"
#include "core/base/text.h"
#include "core/intake/readers/number_text.h"
#include "core/intake/tables/cell_values.h"
#include "core/model/statistic_days.h"

namespace core::intake {

struct IndicatorColumns {
  std::string_view indicator;
  std::array<Column, 2> numerator;
  std::array<Column, 3> denominator;
  Column rate;
};

namespace {

constexpr Column kNo = Column::None;

// The formulas of the statistics handbooks the sheets follow (满意率, 参评率: domain of rated
// items).
constexpr IndicatorColumns kIndicators[] = {
    {"forward_on_time",
     {Column::ForwardOnTime, kNo},
     {Column::ForwardTotal, kNo, kNo},
     Column::ForwardRate},
    {"accept_on_time",
     {Column::AcceptOnTime, kNo},
     {Column::AcceptTotal, kNo, kNo},
     Column::AcceptRate},
    {"answer_on_time",
     {Column::AnswerOnTime, kNo},
     {Column::AnswerTotal, kNo, kNo},
     Column::AnswerRate},
    {"satisfied",
     {Column::Satisfied, Column::Fair},
     {Column::Satisfied, Column::Fair, Column::Dissatisfied},
     Column::SatisfiedRate},
    {"participated",
     {Column::RatedTotal, kNo},
     {Column::RatedTotal, Column::OverdueUnrated, kNo},
     Column::ParticipatedRate},
    {"contacted",
     {Column::Contacted, kNo},
     {Column::ContactTotal, kNo, kNo},
     Column::ContactedRate},
    {"published",
     {Column::Published, kNo},
     {Column::PublishableTotal, kNo, kNo},
     Column::PublishedRate},
    {"resolved_once", {Column::ResolvedOnce, kNo}, {Column::FirstAnswered, kNo, kNo}, kNo},
};

// A rate may be shown rounded to any of its digits, the last one either way; to whole per cents at
// the coarsest.
double rounding_of(const Cell& cell) {
  constexpr double kWholePercent = 0.005;
  constexpr double kBinary = 0.000001;  // for what no binary fraction holds
  std::string text = fold_width(cell.text);
  const bool percent = !text.empty() && text.back() == '%';
  if (percent) text.pop_back();
  const std::size_t point = text.find('.');
  std::size_t digits = point == std::string::npos ? 0 : text.size() - point - 1;
  // A bare number above one counts hundredths, as read_rate takes it.
  const std::optional<double> number = parse_number(text);
  if (percent || (number && *number > 1 && !cell.percent)) digits += 2;
  return std::min(0.5 * std::pow(10, -static_cast<double>(digits)), kWholePercent) + kBinary;
}

// Hundredths of a per cent, half up.
std::string percent_text(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t parts = (numerator * 20'000 + denominator) / (2 * denominator);
  return fmt::format("{}.{:02}%", parts / 100, parts % 100);
}

// No county has more; what a statistic holds is checked again when it is recorded.
bool is_count(const Parsed<std::int64_t>& parsed) {
  return !parsed.value || (*parsed.value >= 0 && *parsed.value <= 1'000'000'000);
}

bool is_on_time(Column rate) {
  return rate == Column::ForwardRate || rate == Column::AcceptRate || rate == Column::AnswerRate;
}

}  // namespace

StatisticsDrafter::StatisticsDrafter(Session& session, SheetPlace place)
    : Drafter(session, std::move(place)) {
  for (const StatisticRow* row : figures_by_day(state()))
    if (row->period == this->place().period)
      known_[key_of(state().unit(row->unit).code, row->indicator)] = {row->fact, row->numerator,
                                                                      row->denominator};
}

std::string StatisticsDrafter::key_of(std::string_view unit, std::string_view indicator) {
  return fmt::format("{}\n{}", unit, indicator);
}

Status StatisticsDrafter::draft_row(const RowView& row) {
  const std::string_view name = row.text(Column::Unit);
  const UnitIndex unit = session().units().find(name);
  if (name.empty()) {
    refuse(Column::Unit, "缺少单位");
  } else if (!unit.known()) {
    refuse(Column::Unit, session().units().reason(name));
  }
  const std::optional<Period> period = parse_period(place().period);
  if (period && first_day(*period) > session().today())
    refuse(Column::Unit,
           fmt::format("统计期间{}在今天（{}）之后", place().period, to_string(session().today())));
  if (refused()) return Done{};
  heard_ = false;
  for (const IndicatorColumns& indicator : kIndicators)
    if (row.layout().has(indicator.numerator.front())) CORE_TRY(draft_indicator(unit, indicator));
  check_total_rate();
  leave_out_errors();
  if (!heard_ && anything_left_out()) refuse(Column::Unit, "没有一项数字可取");
  return Done{};
}

std::optional<std::int64_t> StatisticsDrafter::count(Column column) {
  const Parsed<std::int64_t> parsed = read_count(row().cell(column));
  if (parsed.failed() || !is_count(parsed)) {
    leave_out(column, parsed.failed()     ? parsed.reason
                      : *parsed.value < 0 ? "不能是负数"
                                          : "数字过大");
    return std::nullopt;
  }
  return parsed.value;
}

std::optional<std::int64_t> StatisticsDrafter::sum(const Column* columns, std::size_t length) {
  std::int64_t total = 0;
  for (std::size_t i = 0; i < length; ++i) {
    if (columns[i] == kNo) continue;
    const std::optional<std::int64_t> each = count(columns[i]);
    if (!each) return std::nullopt;
    total += *each;
  }
  return total;
}

Status StatisticsDrafter::draft_indicator(UnitIndex unit, const IndicatorColumns& indicator) {
  const auto numerator = sum(indicator.numerator.data(), indicator.numerator.size());
  const auto denominator = sum(indicator.denominator.data(), indicator.denominator.size());
  if (!numerator || !denominator) return Done{};
  const Column column = indicator.numerator.front();
  if (*numerator > *denominator) {
    leave_out(column, fmt::format("大于总数{}", *denominator));
    return Done{};
  }
  check_rate(indicator, *numerator, *denominator);
  return draft_count(unit, indicator.indicator, *numerator, *denominator, column);
}

Status StatisticsDrafter::draft_count(UnitIndex unit, std::string_view indicator,
                                      std::int64_t numerator, std::int64_t denominator,
                                      Column column) {
  const std::string& code = state().unit(unit).code;
  const std::string key = key_of(code, indicator);
  const auto at = known_.find(key);
  if (at == known_.end()) {
    Fact fact;
    fact.kind = "statistics.recorded";
    fact.on = session().today();
    fact.fields = Fields{{"unit", code},
                         {"period", place().period},
                         {"indicator", indicator},
                         {"numerator", numerator},
                         {"denominator", denominator}};
    CORE_ASSIGN(const bool taken, record(fact, column));
    if (!taken) return Done{};
    mark_added();
    heard_ = true;
    known_[key] = {FactRef{state().fact_count()}, numerator, denominator, /*stated=*/true};
    return Done{};
  }
  Known& known = at->second;
  const bool first = !std::exchange(known.stated, true);
  const bool same = known.numerator == numerator && known.denominator == denominator;
  heard_ = heard_ || same || first;
  if (same) return Done{};
  if (!first) {
    leave_out(column, "与本表中先读到的同一单位不一致，保留先读到的");
    return Done{};
  }
  known.numerator = numerator;
  known.denominator = denominator;
  CORE_ASSIGN(
      [[maybe_unused]] const bool taken,
      correct(known.fact, Fields{{"numerator", numerator}, {"denominator", denominator}}, column));
  return Done{};
}

void StatisticsDrafter::check_rate(const IndicatorColumns& indicator, std::int64_t numerator,
                                   std::int64_t denominator) {
  if (indicator.rate == kNo || denominator == 0) return;
  const Parsed<double> rate = read_rate(row().cell(indicator.rate));
  const double exact = static_cast<double>(numerator) / static_cast<double>(denominator);
  if (rate.failed()) {
    leave_out(indicator.rate, rate.reason);
  } else if (rate.value &&
             std::abs(*rate.value - exact) > rounding_of(row().cell(indicator.rate))) {
    leave_out(indicator.rate, fmt::format("与件数不符：{}/{}＝{}，以件数为准", numerator,
                                          denominator, percent_text(numerator, denominator)));
  }
}

void StatisticsDrafter::check_total_rate() {
  const Parsed<double> rate = read_rate(row().cell(Column::TotalRate));
  if (!rate.value) return;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  for (const IndicatorColumns& indicator : kIndicators) {
    if (!is_on_time(indicator.rate)) continue;
    const Parsed<std::int64_t> part = read_count(row().cell(indicator.numerator.front()));
    const Parsed<std::int64_t> whole = read_count(row().cell(indicator.denominator.front()));
    if (!part.value || !whole.value || !is_count(part) || !is_count(whole)) return;
    numerator += *part.value;
    denominator += *whole.value;
  }
  if (denominator <= 0) return;
  const double exact = static_cast<double>(numerator) / static_cast<double>(denominator);
  if (std::abs(*rate.value - exact) > rounding_of(row().cell(Column::TotalRate)))
    leave_out(Column::TotalRate,
              fmt::format("与件数不符：应为{}，以件数为准", percent_text(numerator, denominator)));
}

}  // namespace core::intake
