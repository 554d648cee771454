// What the office decided about prompts, read from the facts no column holds.
#include <algorithm>
#include <optional>
#include <tuple>

#include "core/rules/finding_id.h"
#include "core/rules/rule.h"

namespace core::rules {
namespace {

auto key_of(const DeclinedPrompt& entry) {
  return std::tuple(entry.rule, entry.case_index.value, entry.occurrence);
}

auto key_of(const CaseReminder& entry) {
  return std::tuple(entry.case_index.value, entry.at.on, entry.at.fact.position);
}

template <typename Entry>
bool comes_before(const Entry& a, const Entry& b) {
  return key_of(a) < key_of(b);
}

void take(const State& state, const RecordedFact& recorded, Decisions& out) {
  const Moment at{recorded.fact.on, recorded.ref};
  if (recorded.fact.kind == "prompt.declined") {
    const auto id = parse_finding_id(state, recorded.fact.fields.text("prompt"));
    if (id) out.declined.push_back({id->rule, id->case_index, id->occurrence, at});
  } else if (recorded.fact.kind == "reminder.issued") {
    const CaseIndex index = state.find_case(recorded.fact.fields.text("case"));
    if (index.known()) out.reminders.push_back({index, at});
  }
}

}  // namespace

Decisions decisions_of(const State& state, Date today) {
  Decisions found;
  for (const OtherFact& other : state.other_facts()) {
    if (other.fact.fact.on <= today) take(state, other.fact, found);
  }
  // Stable, so that of two refusals of one prompt the first recorded is found.
  std::stable_sort(found.declined.begin(), found.declined.end(), comes_before<DeclinedPrompt>);
  std::sort(found.reminders.begin(), found.reminders.end(), comes_before<CaseReminder>);
  return found;
}

Moment Decisions::declined_at(const PromptRow& prompt) const {
  if (declined.empty()) return {};
  const DeclinedPrompt wanted{prompt.rule, prompt.case_index, prompt.occurrence, {}};
  const auto at =
      std::lower_bound(declined.begin(), declined.end(), wanted, comes_before<DeclinedPrompt>);
  return at != declined.end() && key_of(*at) == key_of(wanted) ? at->at : Moment{};
}

Moment Decisions::reminded(CaseIndex case_index, Date from) const {
  if (reminders.empty()) return {};
  const CaseReminder wanted{case_index, {from, {}}};
  const auto at =
      std::lower_bound(reminders.begin(), reminders.end(), wanted, comes_before<CaseReminder>);
  return at != reminders.end() && at->case_index == case_index ? at->at : Moment{};
}

}  // namespace core::rules
