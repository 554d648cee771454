#include "core/rules/derive.h"

#include <vector>

#include "core/rules/case_pass.h"
#include "core/rules/catalog.h"

namespace core::rules {
namespace {

std::vector<const Rule*> rules_with(bool (*wanted)(const Rule&)) {
  std::vector<const Rule*> found;
  for (const Rule* each : catalog())
    if (wanted(*each)) found.push_back(each);
  return found;
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
  derive(state, calendar, rulebook, today, cores_for(state), out);
}

void derive(const State& state, const calendar::Calendar& calendar, const Rulebook& rulebook,
            Date today, unsigned cores, Findings& out) {
  out.clear();
  const Decisions decisions = decisions_of(state, today);
  const Context context = with_official_days({state, calendar, rulebook, decisions, today, {}, {}});
  // Every case has a row, and most of its events end or open one: saves growing by copying.
  out.duties.reserve(state.cases().size() + state.events().size());
  out.evidence.reserve(2 * (state.cases().size() + state.events().size()));
  derive_cases(context, cores, out);
  out.case_duties = out.duties.size();
  derive_measures(context, out);
  for (const Rule* each : catalog())
    if (each->check_county) each->check_county(context, out);
}

}  // namespace core::rules
