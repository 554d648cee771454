#include "core/model/amendment.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/model/case_order.h"
#include "core/model/in_office.h"
#include "core/model/measure_amendment.h"
#include "core/model/statistic_check.h"

namespace core {
namespace {

using Problems = std::vector<std::string>;

struct Named {
  FactRef fact;
  Date on;
};

/// The first fact recorded after a unit or an official that names it; no fact when none does.
template <typename Index>
class Naming {
 public:
  Naming(const State& state, Index wanted, FactRef since)
      : state_(state), wanted_(wanted), since_(since) {}

  Named first() {
    look_at_work();
    if constexpr (std::is_same_v<Index, UnitIndex>) {
      for (const OfficialRow& official : state_.officials()) {
        take(official.unit, official.fact, official.appointed_on);
        for (const UnitIndex unit : official.oversees)
          take(unit, official.fact, official.appointed_on);
      }
      for (const StatisticRow& row : state_.statistics()) take(row.unit, row.fact, row.on);
    }
    return found_;
  }

  /// The same of cases and measures whose day is the first or lies between.
  Named first_between(Date from, Date until) {
    from_ = from;
    until_ = until;
    look_at_work();
    return found_;
  }

 private:
  void look_at_work() {
    for (const CaseRow& row : state_.cases()) look_at_case(row);
    for (const MeasureRow& row : state_.measures()) look_at_measure(row);
  }

  void take(Index named, FactRef fact, Date on) {
    if (named != wanted_ || fact <= since_) return;
    if (until_.known() && (on < from_ || on >= until_)) return;
    if (!found_.fact.known() || fact < found_.fact) found_ = {fact, on};
  }

  void look_at_case(const CaseRow& row) {
    if constexpr (std::is_same_v<Index, UnitIndex>) take(row.unit, row.fact, row.registered_on);
    for (std::uint32_t at = row.first_event; at != kNoIndex; at = state_.event(at).next) {
      const Event& event = state_.event(at);
      if constexpr (std::is_same_v<Index, UnitIndex>) {
        take(event.unit, event.fact, event.on);
      } else {
        take(event.official, event.fact, event.on);
        take(event.unit_official, event.fact, event.on);
      }
    }
  }

  void look_at_measure(const MeasureRow& row) {
    for (const MeasureStep& step : row.steps) {
      if constexpr (std::is_same_v<Index, UnitIndex>) {
        take(step.unit, step.fact, step.on);
        for (const UnitIndex unit : step.units) take(unit, step.fact, step.on);
      } else {
        take(step.official, step.fact, step.on);
        for (const OfficialIndex official : step.officials) take(official, step.fact, step.on);
      }
    }
    if constexpr (std::is_same_v<Index, UnitIndex>)
      for (const Standing& standing : row.standings)
        if (!row.steps.empty()) take(standing.unit, row.steps.back().fact, row.steps.back().on);
  }

  const State& state_;
  Index wanted_;
  FactRef since_;
  Date from_;
  Date until_;
  Named found_;
};

template <typename Index>
void check_named(Index index, FactRef target, const State& state, Problems& out) {
  const FactRef by = Naming<Index>(state, index, target).first().fact;
  if (by.known())
    out.push_back(fmt::format("已有后面的“{}”（编号{}）提到它，不能撤回", label_of(state, by),
                              state.fact_id(by)));
}

/// What was done in order since must not come to lie before the unit or the official was there.
template <typename Index>
void check_moved(Index index, FactRef target, Date from, Date to, const State& state,
                 Problems& out) {
  if (!from.known() || to <= from) return;
  const Named by = Naming<Index>(state, index, target).first_between(from, to);
  if (by.fact.known())
    out.push_back(
        said_of(label_of(state, by.fact), by.on, fmt::format("早于更正后的日期{}", to_string(to))));
}

/// Who was appointed before stays known.
bool appointed_before(const State& state, OfficialIndex index, FactRef target) {
  for (FactRef ref{1}; ref < target; ++ref.position)
    if (state.subject_row(ref) == index.value && state.fact_kind(ref) == state.fact_kind(target))
      return true;
  return false;
}

void check_unit_amendment(const Amendment& change, const State& state, Problems& out) {
  const UnitIndex index{state.subject_row(change.target)};
  if (!index.known()) return;
  const UnitRow& unit = state.unit(index);
  const bool registration = unit.fact == change.target;
  if (change.is_retraction()) {
    if (registration && unit.retired_on.known())
      return out.push_back(stands_on("单位撤并", unit.retired_on));
    if (registration) check_named(index, change.target, state, out);
    return;
  }
  const bool retirement = state.fact_kind(change.target)->kind == "unit.retired";
  const Date registered = registration ? change.day(unit.registered_on) : unit.registered_on;
  const Date retired = retirement ? change.day(unit.retired_on) : unit.retired_on;
  if ((registration || retirement) && retired.known() && registered.known() && retired < registered)
    out.push_back(
        fmt::format("撤并（{}）早于登记（{}）", to_string(retired), to_string(registered)));
  if (registration) check_moved(index, change.target, unit.registered_on, registered, state, out);
  if (const Value* name = change.with->find("name"); name && name->text())
    if (std::string used = name_in_use(*name->text(), unit.code, registered, state); !used.empty())
      out.push_back(std::move(used));
  check_statistic_amendment(change, state, out);
}

void check_official_amendment(const Amendment& change, const State& state, Problems& out) {
  const OfficialIndex index{state.subject_row(change.target)};
  if (!index.known()) return;
  const OfficialRow& official = state.official(index);
  const bool appointment = official.fact == change.target;
  if (change.is_retraction()) {
    if (!appointment) return;
    if (official.left_on.known()) return out.push_back(stands_on("离任", official.left_on));
    if (!appointed_before(state, index, change.target))
      check_named(index, change.target, state, out);
    return;
  }
  const bool leaving = state.fact_kind(change.target)->kind == "official.left";
  const Date appointed = appointment ? change.day(official.appointed_on) : official.appointed_on;
  const Date left = leaving ? change.day(official.left_on) : official.left_on;
  if ((appointment || leaving) && left.known() && appointed.known() && left < appointed)
    out.push_back(fmt::format("离任（{}）早于任职（{}）", to_string(left), to_string(appointed)));
  if (appointment && !appointed_before(state, index, change.target))
    check_moved(index, change.target, official.appointed_on, appointed, state, out);
}

}  // namespace

Date Amendment::day(Date now, std::string_view field) const {
  const Value* said = with ? with->find(field) : nullptr;
  const std::optional<Date> day = said && said->text() ? parse_date(*said->text()) : std::nullopt;
  return day.value_or(now);
}

void check_amendment(const Amendment& change, const State& state, Date today,
                     std::vector<std::string>& out) {
  const KindSpec* kind = state.fact_kind(change.target);
  if (!kind) return;
  switch (kind->subject) {
    case Subject::Kind::Unit:
      return check_unit_amendment(change, state, out);
    case Subject::Kind::Official:
      return check_official_amendment(change, state, out);
    case Subject::Kind::Case:
      return check_case_amendment(change, state, today, out);
    case Subject::Kind::County:
    case Subject::Kind::Other:
      return;
    default:
      return check_measure_amendment(change, state, today, out);
  }
}

std::string_view label_of(const State& state, FactRef ref) {
  const KindSpec* kind = state.fact_kind(ref);
  return kind ? kind->label : std::string_view("记录");
}

std::string said_of(std::string_view label, Date on, std::string_view problem) {
  return fmt::format("{}的“{}”将不成立：{}", to_string(on), label, problem);
}

std::string stands_on(std::string_view label, Date on) {
  return fmt::format("{}的“{}”以它为前提，应先撤回后者", to_string(on), label);
}

}  // namespace core
