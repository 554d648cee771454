#include "core/rules/ranking/analysis.h"

#include <algorithm>
#include <utility>

#include "core/model/measure_codes.h"
#include "core/rules/describe.h"

namespace core::rules::ranking {
namespace {

constexpr std::uint8_t kBits[kFourfolds] = {kFlagArea, kFlagIssue, kFlagPerson, kFlagGroup};
constexpr std::uint8_t kAllBits = kFlagArea | kFlagIssue | kFlagPerson | kFlagGroup;
constexpr std::int64_t kFewestToStandOut = 2;

/// The period and the one before it.
struct Window {
  Period now;
  Period before;

  bool holds(const Period& period, Date day) const {
    return day >= first_day(period) && day <= last_day(period);
  }
  /// Counts a day where it belongs.
  void count(Compared& compared, Date day) const {
    if (holds(now, day)) ++compared.now;
    if (holds(before, day)) ++compared.before;
  }
  bool touches(Date day) const { return holds(now, day) || holds(before, day); }
};

std::uint8_t flags_on(const State& state, const CaseRow& row, Date day) {
  std::uint8_t flags = 0;
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.on > day) break;
    if (event.kind != EventKind::Flagged) continue;
    flags = static_cast<std::uint8_t>((flags | event.code) & ~event.number);
  }
  return flags;
}

bool is_late(const DutyRow& row, Date today) {
  return row.unit.known() && row.judged_on <= today &&
         (row.state == DutyState::DoneLate || row.state == DutyState::Overdue);
}

/// Adds up one period.
class Analyst {
 public:
  Analyst(const State& state, Date today, const Period& period)
      : state_(state), today_(today), window_{period, previous(period)} {
    rows_.resize(state.units().size());
    for (std::uint32_t i = 0; i < rows_.size(); ++i) rows_[i].unit = UnitIndex{i};
  }

  void take_cases() {
    for (std::uint32_t i = 0; i < state_.cases().size(); ++i) {
      const CaseRow& row = state_.case_row(CaseIndex{i});
      if (!row.registered() || row.received_on > today_ || !row.unit.known()) continue;
      if (window_.touches(row.received_on)) take_case(CaseIndex{i}, row);
    }
  }

  void take_duties(const Findings& findings) {
    for (const DutyRow& row : findings.duties) {
      if (!is_late(row, today_) || !window_.touches(row.judged_on)) continue;
      UnitAnalysis& unit = rows_[row.unit.value];
      window_.count(unit.late, row.judged_on);
      window_.count(cause(rule_word(row.rule), /*reminder=*/false), row.judged_on);
      if (row.case_index.known() &&
          (flags_on(state_, state_.case_row(row.case_index), row.judged_on) & kAllBits) != 0)
        window_.count(unit.late_fourfold, row.judged_on);
    }
  }

  void take_reminders() {
    for (const MeasureRow& row : state_.measures()) {
      if (row.kind != Subject::Kind::Reminder) continue;
      const MeasureStep* issued = row.first(StepKind::ReminderIssued);
      if (!issued || issued->on > today_ || !window_.touches(issued->on)) continue;
      window_.count(cause(word(static_cast<ReminderReason>(issued->code)), /*reminder=*/true),
                    issued->on);
    }
  }

  Analysis finish() {
    mark_standing_out();
    Analysis analysis;
    analysis.period = window_.now;
    for (UnitAnalysis& row : rows_)
      if (says_something(row)) analysis.units.push_back(std::move(row));
    std::sort(analysis.units.begin(), analysis.units.end(),
              [this](const UnitAnalysis& a, const UnitAnalysis& b) {
                return state_.unit(a.unit).code < state_.unit(b.unit).code;
              });
    std::sort(causes_.begin(), causes_.end(), [](const Cause& a, const Cause& b) {
      if (a.count.now != b.count.now) return a.count.now > b.count.now;
      return std::pair(a.reminder, a.word) < std::pair(b.reminder, b.word);
    });
    analysis.causes = std::move(causes_);
    return analysis;
  }

 private:
  static bool says_something(const UnitAnalysis& row) {
    return row.received.now + row.received.before + row.late.now + row.late.before > 0;
  }

  // What an accusation is about stays out of every list (条例30): it counts as received only.
  void take_case(CaseIndex index, const CaseRow& row) {
    UnitAnalysis& unit = rows_[row.unit.value];
    window_.count(unit.received, row.received_on);
    if (row.purpose == Purpose::Accusation) return;
    const Period& period =
        window_.holds(window_.now, row.received_on) ? window_.now : window_.before;
    const std::uint8_t flags = flags_on(state_, row, std::min(today_, last_day(period)));
    for (std::size_t i = 0; i < kFourfolds; ++i)
      if ((flags & kBits[i]) != 0) window_.count(unit.fourfold[i], row.received_on);
    const std::string& category = state_.case_text(index).category;
    if (!category.empty()) window_.count(unit.categories[category], row.received_on);
  }

  Compared& cause(std::string_view word, bool reminder) {
    const auto at = std::find_if(causes_.begin(), causes_.end(), [&](const Cause& each) {
      return each.word == word && each.reminder == reminder;
    });
    if (at != causes_.end()) return at->count;
    return causes_.emplace_back(Cause{std::string(word), reminder, {}}).count;
  }

  void mark_standing_out() {
    std::int64_t sum = 0;
    std::int64_t units = 0;
    for (const UnitAnalysis& row : rows_) {
      const bool handles = row.late_fourfold.now > 0 ||
                           std::any_of(std::begin(row.fourfold), std::end(row.fourfold),
                                       [](const Compared& each) { return each.now > 0; });
      if (!handles) continue;
      ++units;
      sum += row.late_fourfold.now;
    }
    for (UnitAnalysis& row : rows_)
      row.stands_out =
          row.late_fourfold.now >= kFewestToStandOut && row.late_fourfold.now * units > 2 * sum;
  }

  const State& state_;
  Date today_;
  Window window_;
  std::vector<UnitAnalysis> rows_;
  std::vector<Cause> causes_;
};

}  // namespace

std::string_view word(Fourfold each) {
  constexpr std::string_view kWords[] = {"area", "issue", "person", "group"};
  return kWords[static_cast<std::size_t>(each)];
}

std::string_view label(Fourfold each) {
  constexpr std::string_view kLabels[] = {"重点领域", "重点问题", "重点人员", "重点群体"};
  return kLabels[static_cast<std::size_t>(each)];
}

Analysis analyse(const State& state, const Findings& findings, Date today, const Period& period) {
  Analyst analyst(state, today, period);
  analyst.take_cases();
  analyst.take_duties(findings);
  analyst.take_reminders();
  return analyst.finish();
}

}  // namespace core::rules::ranking
