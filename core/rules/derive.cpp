#include "core/rules/derive.h"

#include <span>
#include <vector>

#include "core/rules/case_facts.h"
#include "core/rules/catalog.h"
#include "core/rules/lead/weekly_schedule.h"

namespace core::rules {
namespace {

std::vector<const Rule*> rules_with(bool (*wanted)(const Rule&)) {
  std::vector<const Rule*> found;
  for (const Rule* each : catalog())
    if (wanted(*each)) found.push_back(each);
  return found;
}

using CheckCase = void (*)(const CaseFacts& facts, const Context& context, Findings& out);

/// The checks of the rules about cases, in order, by what has happened to a case. Which rules look
/// at a case is as good as random, so it is worked out once for each mix of events there is.
class CaseChecks {
 public:
  CaseChecks() {
    for (const Rule* each : catalog())
      if (each->check) asked_for_ |= each->needs;
  }

  /// Valid until the next question.
  std::span<const CheckCase> of(std::uint32_t kinds) {
    const std::uint32_t asked = kinds & asked_for_;
    for (const Mix& mix : mixes_)
      if (mix.kinds == asked) return mix.checks;
    return add(asked).checks;
  }

 private:
  struct Mix {
    std::uint32_t kinds;
    std::vector<CheckCase> checks;
  };

  const Mix& add(std::uint32_t kinds) {
    Mix& mix = mixes_.emplace_back(Mix{kinds, {}});
    for (const Rule* each : catalog()) {
      const bool looks = each->needs == 0 || (each->needs & kinds) != 0;
      if (each->check && looks) mix.checks.push_back(each->check);
    }
    return mix;
  }

  std::uint32_t asked_for_ = 0;  // kinds of events that a rule needs
  std::vector<Mix> mixes_;       // a county has a handful
};

// Where the events of a case lie is known only when its row is there, so both are asked for early
// enough to be there when they are read.
void prefetch_case(const State& state, std::uint32_t index) {
  constexpr std::uint32_t kRowsAhead = 16;
  constexpr std::uint32_t kEventsAhead = 8;
  const std::span<const CaseRow> cases = state.cases();
  if (index + kRowsAhead >= cases.size()) return;
  __builtin_prefetch(&cases[index + kRowsAhead]);
  const std::uint32_t first = cases[index + kEventsAhead].first_event;
  if (first != kNoIndex) __builtin_prefetch(&state.event(first));
}

void derive_cases(const Context& context, Findings& out) {
  const auto count = static_cast<std::uint32_t>(context.state.cases().size());
  CaseChecks checks;
  CaseFacts facts;
  WeekTable weeks(context);
  for (std::uint32_t i = 0; i < count; ++i) {
    prefetch_case(context.state, i);
    if (!read_case(context.state, CaseIndex{i}, context.today, facts)) continue;
    if (!facts.leads.empty()) schedule_weeks(facts, weeks);
    out.this_case = out.duties.size();
    for (const CheckCase check : checks.of(facts.kinds)) check(facts, context, out);
  }
}

void derive_measures(const Context& context, Findings& out) {
  const std::vector<const Rule*> rules =
      rules_with([](const Rule& rule) { return rule.check_measure != nullptr; });
  const auto count = static_cast<std::uint32_t>(context.state.measures().size());
  MeasureFacts facts;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!read_measure(context.state, MeasureIndex{i}, context.today, facts)) continue;
    for (const Rule* each : rules)
      if (each->measure == facts.row->kind) each->check_measure(facts, context, out);
  }
}

}  // namespace

void derive(const State& state, const calendar::Calendar& calendar, const Rulebook& rulebook,
            Date today, Findings& out) {
  out.clear();
  const Decisions decisions = decisions_of(state, today);
  const Context context = with_official_days({state, calendar, rulebook, decisions, today, {}, {}});
  // Every case has a row, and most of its events end or open one: saves growing by copying.
  out.duties.reserve(state.cases().size() + state.events().size());
  out.evidence.reserve(2 * (state.cases().size() + state.events().size()));
  derive_cases(context, out);
  out.case_duties = out.duties.size();
  derive_measures(context, out);
  for (const Rule* each : catalog())
    if (each->check_county) each->check_county(context, out);
}

}  // namespace core::rules
