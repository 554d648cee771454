#include "core/rules/activation.h"

#include <algorithm>

namespace core::rules {

std::vector<Activation> activations_of(const State& state) {
  std::vector<Activation> found;
  for (const OtherFact& other : state.other_facts()) {
    const Fact& fact = other.fact.fact;
    const Value* values = fact.fields.find("settings");
    if (fact.kind != "rulebook.activated" || !values || !values->fields()) continue;
    found.push_back(
        {parse_date(fact.fields.text("from")).value_or(fact.on), values->fields(), other.fact.ref});
  }
  // Stable: of two for one day the one recorded later holds.
  std::stable_sort(found.begin(), found.end(),
                   [](const Activation& a, const Activation& b) { return a.from < b.from; });
  return found;
}

}  // namespace core::rules
