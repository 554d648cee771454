#include "core/model/statistic_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/period.h"

namespace core {
namespace {

using Problems = std::vector<std::string>;

void check_part(std::int64_t numerator, std::int64_t denominator, Problems& out) {
  if (numerator > denominator)
    out.push_back(fmt::format("分子{}大于分母{}", numerator, denominator));
}

// A month that still runs is counted as far as it has come; the sheet of its end says more.
void check_begun(std::string_view text, Date on, Problems& out) {
  const std::optional<Period> period = parse_period(text);
  if (period && on < first_day(*period)) out.push_back(fmt::format("{}尚未开始", label(*period)));
}

}  // namespace

void check_statistic(const FactView& fact, Problems& out) {
  check_part(fact.fields.integer("numerator"), fact.fields.integer("denominator"), out);
  check_begun(fact.fields.text("period"), fact.on, out);
}

void check_statistic_amendment(const Amendment& change, const State& state, Problems& out) {
  const auto rows = state.statistics();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const StatisticRow& each) {
    return each.fact == change.target;
  });
  if (row == rows.end() || change.is_retraction()) return;
  const Fields& with = *change.with;
  if (with.find("numerator") || with.find("denominator"))
    check_part(with.integer("numerator", row->numerator),
               with.integer("denominator", row->denominator), out);
  if (with.find("period") || with.find("on"))
    check_begun(with.find("period") ? with.text("period") : std::string_view(row->period),
                change.day(row->on), out);
}

}  // namespace core
