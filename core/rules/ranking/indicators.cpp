#include "core/rules/ranking/indicators.h"

#include <algorithm>

#include "core/model/statistic_days.h"
#include "core/rules/case_facts.h"
#include "core/rules/describe.h"
#include "core/rules/ranking/word_memory.h"

namespace core::rules::ranking {
namespace {

using RuleIndicators = std::array<std::int8_t, static_cast<std::size_t>(RuleId::Count)>;
constexpr std::int8_t kNotCounted = -1;

RuleIndicators indicators_by_rule() {
  RuleIndicators by_rule{};
  for (std::size_t i = 0; i < by_rule.size(); ++i) {
    by_rule[i] = kNotCounted;
    const std::string_view word = rule_word(static_cast<RuleId>(i));
    for (const IndicatorSpec& spec : indicator_specs())
      if (spec.rule == word) by_rule[i] = static_cast<std::int8_t>(spec.id);
  }
  return by_rule;
}

bool is_judged(const DutyRow& row, Date today) {
  return row.unit.known() && row.judged_on <= today &&
         (row.state == DutyState::Done || row.state == DutyState::DoneLate ||
          row.state == DutyState::Overdue);
}

// A listing resolved in time is off the list in time once it was accepted and delisted; how long
// the office took over that is not the unit's doing, so until then nothing can be said of it, and
// it counts where that day lies. One not resolved in time is counted when its term ends.
bool read_listing(const State& state, Date today, Item& item) {
  if (!item.good) return true;
  const MeasureStep* delisted =
      state.measure(item.duty->measure).first(StepKind::SupervisionDelisted);
  if (!delisted || delisted->on > today) return false;
  item.day = std::max(item.day, delisted->on);
  item.fact = delisted->fact;
  return true;
}

template <typename Visit>
void visit_duties(const State& state, const Findings& findings, Date today, Visit&& visit) {
  const RuleIndicators by_rule = indicators_by_rule();
  for (const DutyRow& row : findings.duties) {
    const std::int8_t indicator = by_rule[static_cast<std::size_t>(row.rule)];
    if (indicator == kNotCounted || !is_judged(row, today)) continue;
    Item item{static_cast<Indicator>(indicator),
              row.unit,
              row.judged_on,
              row.state == DutyState::Done,
              row.case_index,
              &row,
              FactRef{}};
    if (item.indicator == Indicator::DelistedOnTime && !read_listing(state, today, item)) continue;
    visit(item);
  }
}

constexpr std::uint32_t kEnds = bit(EventKind::Resolved) | bit(EventKind::Closed) |
                                bit(EventKind::ReviewRequested) | bit(EventKind::Reopened);

std::uint32_t kinds_of(const State& state, const CaseRow& row) {
  std::uint32_t kinds = 0;
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next)
    kinds |= bit(state.event(at).kind);
  return kinds;
}

/// The first day on which a case came to an end, and what happened on it.
struct FirstEnd {
  Date on;
  FactRef fact;
  bool asked_for_more = false;
  bool partial = false;
  bool judicial = false;

  void take(const Event& event) {
    if (on.known() && event.on != on) return;
    on = event.on;
    if (!fact.known() || event.fact < fact) fact = event.fact;
    const bool resolved = event.kind == EventKind::Resolved;
    const auto result = static_cast<ResolveResult>(event.code);
    asked_for_more |= event.kind == EventKind::ReviewRequested || event.kind == EventKind::Reopened;
    partial |= resolved && result == ResolveResult::Partial;
    judicial |= resolved && result == ResolveResult::Judicial;
  }
};

/// The ratings and the first end of one case.
template <typename Visit>
class CaseItems {
 public:
  CaseItems(const State& state, Date today, Visit& visit)
      : state_(state), today_(today), visit_(visit) {}

  void take(CaseIndex index) {
    const CaseRow& row = state_.case_row(index);
    const std::uint32_t kinds = kinds_of(state_, row);
    const bool rated = (kinds & bit(EventKind::Rated)) != 0;
    const bool ended = row.first_time && (kinds & kEnds) != 0;
    if (!rated && !ended) return;
    if (!read_case(state_, index, today_, facts_)) return;
    if (rated) take_ratings(row);
    if (ended) take_end(row);
  }

 private:
  void take_ratings(const CaseRow& row) {
    last_.clear();
    for (std::uint32_t at = row.first_event; at != kNoIndex; at = state_.event(at).next) {
      const Event& event = state_.event(at);
      if (event.kind != EventKind::Rated || event.on > today_) continue;
      if (static_cast<RatingParty>(event.number) == RatingParty::Unit) keep_last(event);
    }
    for (const auto& [unit, event] : last_) visit_rating(unit, *event);
  }

  void keep_last(const Event& event) {
    const UnitIndex unit = facts_.unit_on(event.on);
    for (auto& [known, kept] : last_)
      if (known == unit) return void(kept = &event);
    last_.emplace_back(unit, &event);
  }

  void visit_rating(UnitIndex unit, const Event& event) {
    const auto rating = static_cast<Rating>(event.code);
    if (!unit.known() || rating == Rating::Unknown) return;
    const bool rated = rating != Rating::Unrated;
    visit_(Item{Indicator::Participated, unit, event.on, rated, facts_.index, nullptr, event.fact});
    if (!rated) return;
    visit_(Item{Indicator::Satisfied, unit, event.on, rating != Rating::Dissatisfied, facts_.index,
                nullptr, event.fact});
  }

  void take_end(const CaseRow& row) {
    FirstEnd end;
    for (std::uint32_t at = row.first_event; at != kNoIndex; at = state_.event(at).next) {
      const Event& event = state_.event(at);
      if (event.on > today_) break;
      if ((bit(event.kind) & kEnds) != 0) end.take(event);
    }
    if (!end.on.known() || end.judicial) return;
    const UnitIndex unit = facts_.unit_on(end.on);
    if (!unit.known()) return;
    visit_(Item{Indicator::ResolvedOnce, unit, end.on, !end.partial && !end.asked_for_more,
                facts_.index, nullptr, end.fact});
  }

  const State& state_;
  Date today_;
  Visit& visit_;
  CaseFacts facts_;
  std::vector<std::pair<UnitIndex, const Event*>> last_;
};

template <typename Visit>
void visit_items(const State& state, const Findings& findings, Date today, Visit visit) {
  visit_duties(state, findings, today, visit);
  CaseItems<Visit> cases(state, today, visit);
  const auto count = static_cast<std::uint32_t>(state.cases().size());
  for (std::uint32_t i = 0; i < count; ++i) cases.take(CaseIndex{i});
}

/// The stretches of the periods, for one comparison of days each.
struct Stretch {
  Date first;
  Date last;
};

std::vector<Stretch> stretches_of(const std::vector<Period>& periods) {
  std::vector<Stretch> stretches;
  for (const Period& period : periods) stretches.push_back({first_day(period), last_day(period)});
  return stretches;
}

int months_in(const Period& period) {
  if (period.kind == Period::Kind::Month) return 1;
  return period.kind == Period::Kind::HalfYear ? 6 : 12;
}

bool is_month_within(const Period& month, const Stretch& stretch) {
  return month.kind == Period::Kind::Month && first_day(month) >= stretch.first &&
         last_day(month) <= stretch.last;
}

void add_month(Count& count, const Tally& month, const Period& whole) {
  count.statistics.numerator += month.numerator;
  count.statistics.denominator += month.denominator;
  ++count.months;
  count.complete = count.months == months_in(whole);
}

void set_whole(Count& count, const Tally& stated, const Period& whole) {
  count.statistics = stated;
  count.months = static_cast<std::uint8_t>(months_in(whole));
  count.complete = true;
}

/// The periods that figures of one period count in, as slots of the counts.
struct Slots {
  std::vector<std::size_t> same;
  std::vector<std::size_t> longer;  ///< What the period is a month of.
};

/// Finds them for one period after the other, which mostly is the one before.
class SlotMemory {
 public:
  explicit SlotMemory(const std::vector<Period>& wanted)
      : wanted_(wanted), stretches_(stretches_of(wanted)) {}

  const Slots& of(const Period& period) {
    if (period == last_) return slots_;
    last_ = period;
    slots_.same.clear();
    slots_.longer.clear();
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (period == wanted_[i]) slots_.same.push_back(i);
      if (wanted_[i].kind != Period::Kind::Month && is_month_within(period, stretches_[i]))
        slots_.longer.push_back(i);
    }
    return slots_;
  }

 private:
  const std::vector<Period>& wanted_;
  std::vector<Stretch> stretches_;
  std::optional<Period> last_;
  Slots slots_;
};

/// Takes statistics into the counts.
class StatisticTaker {
 public:
  StatisticTaker(const State& state, Date today, Counts& counts)
      : state_(state), today_(today), counts_(counts), slots_(counts.periods()) {}

  void run() {
    for (const StatisticRow* row : figures_by_day(state_)) {
      const std::optional<Indicator> indicator = indicators_.read(row->indicator);
      const std::optional<Period>& period = periods_.read(row->period);
      if (indicator && period && row->on <= today_ && row->numerator <= row->denominator)
        take({row->unit, *indicator, {row->numerator, row->denominator}}, *period);
    }
    add_months();
    for (const auto& [slot, figure] : after_months_) set(slot, figure);
  }

 private:
  struct Figure {
    UnitIndex unit;
    Indicator indicator;
    Tally tally;
  };
  struct MonthPlace {
    std::size_t slot;
    std::int32_t month;
    UnitIndex unit;
    Indicator indicator;

    auto operator<=>(const MonthPlace&) const = default;
  };

  const Period& whole(std::size_t slot) const { return counts_.periods()[slot]; }
  Count& count(std::size_t slot, const Figure& figure) {
    return counts_.at(slot, figure.unit)[place_of(figure.indicator)];
  }
  void set(std::size_t slot, const Figure& figure) {
    set_whole(count(slot, figure), figure.tally, whole(slot));
  }

  // Of a month that was stated anew only the last counts.
  void add_months() {
    std::stable_sort(months_.begin(), months_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < months_.size(); ++i) {
      const auto& [place, figure] = months_[i];
      if (i + 1 < months_.size() && months_[i + 1].first == place) continue;
      add_month(count(place.slot, figure), figure.tally, whole(place.slot));
    }
  }

  // A figure for the whole of a longer period goes before the sum of its months, so it waits, and
  // so does a month, which may be stated anew.
  void take(const Figure& figure, const Period& period) {
    const Slots& slots = slots_.of(period);
    for (const std::size_t slot : slots.longer)
      months_.push_back({{slot, code_of(period), figure.unit, figure.indicator}, figure});
    for (const std::size_t slot : slots.same) {
      if (whole(slot).kind == Period::Kind::Month) {
        set(slot, figure);
      } else {
        after_months_.emplace_back(slot, figure);
      }
    }
  }

  const State& state_;
  Date today_;
  Counts& counts_;
  PeriodMemory periods_;
  IndicatorMemory indicators_;
  SlotMemory slots_;
  std::vector<std::pair<MonthPlace, Figure>> months_;  // of longer periods
  std::vector<std::pair<std::size_t, Figure>> after_months_;
};

}  // namespace

std::string_view word(Source source) {
  if (source == Source::None) return "none";
  return source == Source::Items ? "items" : "statistics";
}

Counts count_indicators(const State& state, const Findings& findings, Date today,
                        std::vector<Period> periods) {
  const std::vector<Stretch> stretches = stretches_of(periods);
  Counts counts(std::move(periods), state.units().size());
  visit_items(state, findings, today, [&](const Item& item) {
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      if (item.day < stretches[i].first || item.day > stretches[i].last) continue;
      Tally& tally = counts.at(i, item.unit)[place_of(item.indicator)].items;
      ++tally.denominator;
      if (item.good) ++tally.numerator;
    }
  });
  StatisticTaker(state, today, counts).run();
  return counts;
}

std::vector<Item> items_of(const State& state, const Findings& findings, Date today,
                           const Period& period, UnitIndex unit, Indicator indicator) {
  std::vector<Item> items;
  visit_items(state, findings, today, [&](const Item& item) {
    if (item.unit == unit && item.indicator == indicator && item.day >= first_day(period) &&
        item.day <= last_day(period))
      items.push_back(item);
  });
  return items;
}

}  // namespace core::rules::ranking
