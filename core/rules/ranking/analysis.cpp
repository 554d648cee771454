#include "core/rules/ranking/analysis.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/model/code_labels.h"
#include "core/model/measure_codes.h"
#include "core/rules/case_facts.h"
#include "core/rules/catalog.h"
#include "core/rules/describe.h"

namespace core::rules::ranking {
namespace {

constexpr std::uint8_t kAllBits = kFlagArea | kFlagIssue | kFlagPerson | kFlagGroup;

/// The period and the one before it.
struct Window {
  Period now;
  Period before;

  static bool holds(const Period& period, Date day) {
    return day >= first_day(period) && day <= last_day(period);
  }
  /// Counts a day where it belongs, with the facts behind it.
  void count(Compared& compared, Date day, std::span<const FactRef> because) const {
    if (holds(now, day)) {
      ++compared.now;
      compared.because.insert(compared.because.end(), because.begin(), because.end());
    }
    if (holds(before, day)) {
      ++compared.before;
      compared.because_before.insert(compared.because_before.end(), because.begin(), because.end());
    }
  }
  bool touches(Date day) const { return holds(now, day) || holds(before, day); }
};

struct Flags {
  std::uint8_t bits = 0;
  std::vector<FactRef> facts;  ///< The registration, then every flagging up to the day.
};

Flags flags_on(const State& state, const CaseRow& row, Date day) {
  Flags flags{0, {row.fact}};
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.on > day) break;
    if (event.kind != EventKind::Flagged) continue;
    flags.bits = static_cast<std::uint8_t>((flags.bits | event.code) & ~event.number);
    flags.facts.push_back(event.fact);
  }
  return flags;
}

void sort_facts(std::vector<FactRef>& facts) {
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
}

void tidy(Compared& compared) {
  sort_facts(compared.because);
  sort_facts(compared.because_before);
}

void add(Compared& sum, const Compared& part) {
  sum.now += part.now;
  sum.before += part.before;
  sum.because.insert(sum.because.end(), part.because.begin(), part.because.end());
  sum.because_before.insert(sum.because_before.end(), part.because_before.begin(),
                            part.because_before.end());
}

void add(UnitAnalysis& sum, const UnitAnalysis& part) {
  add(sum.received, part.received);
  add(sum.late, part.late);
  add(sum.late_fourfold, part.late_fourfold);
  for (std::size_t i = 0; i < kFourfolds; ++i) add(sum.fourfold[i], part.fourfold[i]);
  for (const auto& [category, count] : part.categories) add(sum.categories[category], count);
}

void tidy(UnitAnalysis& row) {
  for (Compared* each : {&row.received, &row.late, &row.late_fourfold}) tidy(*each);
  for (Compared& each : row.fourfold) tidy(each);
  for (auto& [category, count] : row.categories) tidy(count);
}

bool handles_fourfold(const UnitAnalysis& row) {
  return row.late_fourfold.now > 0 ||
         std::any_of(std::begin(row.fourfold), std::end(row.fourfold),
                     [](const Compared& each) { return each.now > 0; });
}

bool is_late(const DutyRow& row, Date today) {
  return row.unit.known() && !rule(row.rule).owed_by_office && row.judged_on <= today &&
         (row.state == DutyState::DoneLate || row.state == DutyState::Overdue);
}

/// Adds up one period.
class Analyst {
 public:
  Analyst(const State& state, const Settings& settings, Date today, const Period& period)
      : state_(state), settings_(settings), today_(today), window_{period, previous(period)} {
    rows_.resize(state.units().size());
    for (std::uint32_t i = 0; i < rows_.size(); ++i) rows_[i].unit = UnitIndex{i};
  }

  void take_cases() {
    for (std::uint32_t i = 0; i < state_.cases().size(); ++i) {
      const CaseRow& row = state_.case_row(CaseIndex{i});
      if (row.registered() && window_.touches(row.received_on)) take_case(CaseIndex{i}, row);
    }
  }

  void take_duties(const Findings& findings) {
    for (const DutyRow& row : findings.duties)
      if (is_late(row, today_) && window_.touches(row.judged_on))
        take_late(row, std::span(findings.evidence.data() + row.because.first, row.because.count));
  }

  void take_reminders() {
    for (const MeasureRow& row : state_.measures()) {
      if (row.kind != Subject::Kind::Reminder) continue;
      const MeasureStep* issued = row.first(StepKind::ReminderIssued);
      if (!issued || issued->on > today_ || !window_.touches(issued->on)) continue;
      Cause reason;
      reason.word = word(static_cast<ReminderReason>(issued->code));
      reason.reminder = true;
      window_.count(cause(reason), issued->on, std::span(&issued->fact, 1));
    }
  }

  Analysis finish() {
    Analysis analysis;
    analysis.period = window_.now;
    analysis.over = today_ > last_day(window_.now);
    analysis.handling = mark_standing_out();
    for (UnitAnalysis& row : rows_) {
      if (!says_something(row)) continue;
      add(analysis.county, row);
      tidy(row);
      analysis.units.push_back(std::move(row));
    }
    tidy(analysis.county);
    std::sort(analysis.units.begin(), analysis.units.end(),
              [this](const UnitAnalysis& a, const UnitAnalysis& b) {
                return state_.unit(a.unit).code < state_.unit(b.unit).code;
              });
    analysis.causes = sorted_causes();
    return analysis;
  }

 private:
  static bool says_something(const UnitAnalysis& row) {
    return row.received.now + row.received.before + row.late.now + row.late.before > 0;
  }

  // A case belongs to the unit that had it when the period was over. What an accusation is about
  // stays out of every list (条例30): it counts as received only.
  void take_case(CaseIndex index, const CaseRow& row) {
    if (!read_case(state_, index, today_, facts_)) return;
    const Period& period =
        Window::holds(window_.now, row.received_on) ? window_.now : window_.before;
    const Date day = std::min(today_, last_day(period));
    const UnitIndex holder = facts_.unit_on(day);
    if (!holder.known()) return;
    UnitAnalysis& unit = rows_[holder.value];
    const std::span<const FactRef> registered(&row.fact, 1);
    window_.count(unit.received, row.received_on, registered);
    if (row.purpose == Purpose::Accusation) return;
    const Flags flags = flags_on(state_, row, day);
    for (std::size_t i = 0; i < kFourfolds; ++i)
      if ((flags.bits & kFourfoldFlags[i]) != 0)
        window_.count(unit.fourfold[i], row.received_on, flags.facts);
    const std::string& category = state_.case_text(index).category;
    if (!category.empty()) window_.count(unit.categories[category], row.received_on, registered);
  }

  void take_late(const DutyRow& row, std::span<const FactRef> because) {
    UnitAnalysis& unit = rows_[row.unit.value];
    window_.count(unit.late, row.judged_on, because);
    Cause broken;
    broken.word = rule_word(row.rule);
    broken.rule = row.rule;
    window_.count(cause(broken), row.judged_on, because);
    if (!row.case_index.known()) return;
    const CaseRow& about = state_.case_row(row.case_index);
    if (about.purpose == Purpose::Accusation) return;
    if ((flags_on(state_, about, row.judged_on).bits & kAllBits) != 0)
      window_.count(unit.late_fourfold, row.judged_on, because);
  }

  Compared& cause(const Cause& wanted) {
    const auto at = std::find_if(causes_.begin(), causes_.end(), [&](const Cause& each) {
      return each.word == wanted.word && each.reminder == wanted.reminder;
    });
    return (at != causes_.end() ? *at : causes_.emplace_back(wanted)).count;
  }

  std::vector<Cause> sorted_causes() {
    for (Cause& each : causes_) tidy(each.count);
    std::sort(causes_.begin(), causes_.end(), [](const Cause& a, const Cause& b) {
      if (a.count.now != b.count.now) return a.count.now > b.count.now;
      if (a.reminder != b.reminder) return b.reminder;
      return a.word < b.word;
    });
    return std::move(causes_);
  }

  /// How many units handle such cases.
  std::int64_t mark_standing_out() {
    std::int64_t sum = 0;
    std::int64_t units = 0;
    for (const UnitAnalysis& row : rows_) {
      if (!handles_fourfold(row)) continue;
      ++units;
      sum += row.late_fourfold.now;
    }
    for (UnitAnalysis& row : rows_)
      row.stands_out = row.late_fourfold.now >= settings_.stand_out_least &&
                       row.late_fourfold.now * units > settings_.stand_out_times * sum;
    return units;
  }

  const State& state_;
  const Settings& settings_;
  Date today_;
  CaseFacts facts_;
  Window window_;
  std::vector<UnitAnalysis> rows_;
  std::vector<Cause> causes_;
};

}  // namespace

std::string_view word(Fourfold each) { return kFourfoldWords[static_cast<std::size_t>(each)]; }

std::string_view label(Fourfold each) { return code_label_in("fourfold", word(each)); }

std::string_view label(const Cause& cause) {
  return cause.reminder ? code_label(cause.word) : rule_title(cause.rule);
}

Analysis analyse(const State& state, const Settings& settings, const Findings& findings, Date today,
                 const Period& period) {
  Analyst analyst(state, settings, today, period);
  analyst.take_cases();
  analyst.take_duties(findings);
  analyst.take_reminders();
  return analyst.finish();
}

}  // namespace core::rules::ranking
