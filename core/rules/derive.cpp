#include "core/rules/derive.h"

#include "core/rules/case_facts.h"
#include "core/rules/catalog.h"
#include "core/rules/lead/weekly_schedule.h"

namespace core::rules {
namespace {

void derive_one(const Context& context, CaseIndex index, CaseFacts& facts, Findings& out) {
  if (!read_case(context.state, index, context.today, facts)) return;
  if (!facts.leads.empty()) schedule_weeks(facts, context);
  for (const Rule* each : catalog()) {
    if (each->needs == 0 || (each->needs & facts.kinds) != 0) each->check(facts, context, out);
  }
}

}  // namespace

void derive(const State& state, const calendar::Calendar& calendar, const Rulebook& rulebook,
            Date today, Findings& out) {
  out.clear();
  const Decisions decisions = decisions_of(state, today);
  const Context context = with_official_days({state, calendar, rulebook, decisions, today, {}, {}});
  const auto count = static_cast<std::uint32_t>(state.cases().size());
  // Every case has a row, and most of its events end or open one: saves growing by copying.
  out.duties.reserve(state.cases().size() + state.events().size());
  out.evidence.reserve(2 * (state.cases().size() + state.events().size()));
  CaseFacts facts;
  for (std::uint32_t i = 0; i < count; ++i) derive_one(context, CaseIndex{i}, facts, out);
}

void derive_case(const State& state, const calendar::Calendar& calendar, const Rulebook& rulebook,
                 Date today, CaseIndex case_index, Findings& out) {
  const Decisions decisions = decisions_of(state, today);
  const Context context{state, calendar, rulebook, decisions, today, {}, {}};
  CaseFacts facts;
  derive_one(context, case_index, facts, out);
}

}  // namespace core::rules
