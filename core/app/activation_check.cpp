#include "core/app/activation_check.h"

#include <fmt/format.h>

#include <utility>

#include "core/base/text.h"
#include "core/rules/activation.h"
#include "core/rules/setting_access.h"

namespace core::app {
namespace {

/// The fact as it would hold, with the fact it takes the place of.
struct Proposed {
  Fact fact;
  FactRef replaces;
};

/// What one key holds, or one entry of a table.
using Place = std::pair<std::string, std::string>;

struct Taken {
  Date from;
  Place place;
};

std::optional<Proposed> corrected(const Fact& fact, const State& state) {
  const FactRef ref = state.find_fact(fact.fields.text("fact"));
  const RecordedFact* earlier = state.other_fact(ref);
  const Value* with = fact.fields.find("with");
  if (!earlier || earlier->fact.kind != "rulebook.activated" || !with || !with->fields())
    return std::nullopt;
  Proposed proposed{earlier->fact, ref};
  for (const auto& [name, value] : *with->fields()) proposed.fact.fields.set(name, value);
  return proposed;
}

std::optional<Proposed> activation_in(const Fact& fact, const State& state) {
  if (fact.kind == "rulebook.activated") return Proposed{fact, {}};
  if (fact.kind == "fact.corrected") return corrected(fact, state);
  return std::nullopt;
}

void append_places(const Fields& values, Date from, std::vector<Taken>& out) {
  for (const auto& [key, value] : values) {
    if (!value.fields()) {
      out.push_back({from, {key, {}}});
      continue;
    }
    for (const auto& [entry, part] : *value.fields()) out.push_back({from, {key, entry}});
  }
}

std::string place_text(const Place& place) {
  return place.second.empty() ? place.first : fmt::format("{}”中“{}", place.first, place.second);
}

std::string values_problem(const Fields& values) {
  std::string problems;
  for (const auto& [key, value] : values) {
    const std::string problem = rules::setting_problem(key, value);
    if (problem.empty()) continue;
    if (!problems.empty()) problems += "；";
    problems += problem;
  }
  return problems;
}

class Check {
 public:
  explicit Check(const State& state) : state_(state) {}

  std::string problem_of(const Proposed& proposed) {
    const Value* values = proposed.fact.fields.find("settings");
    if (!values || !values->fields()) return "规则启用应有设置（settings，对象）";
    if (trim(proposed.fact.fields.text("approver")).empty())
      return "规则启用应写明批准人（approver）";
    if (std::string problem = values_problem(*values->fields()); !problem.empty()) return problem;
    const Date from = parse_date(proposed.fact.fields.text("from")).value_or(proposed.fact.on);
    std::vector<Taken> wanted;
    append_places(*values->fields(), from, wanted);
    const std::vector<Taken> taken = taken_without(proposed.replaces);
    for (const Taken& want : wanted)
      for (const Taken& have : taken)
        if (want.from == have.from && want.place == have.place)
          return fmt::format("设置“{}”自{}起已有启用的值；先撤回原有的启用，再重新启用",
                             place_text(want.place), to_string(from));
    in_batch_.insert(in_batch_.end(), wanted.begin(), wanted.end());
    return {};
  }

 private:
  std::vector<Taken> taken_without(FactRef replaced) const {
    std::vector<Taken> taken = in_batch_;
    for (const rules::Activation& each : rules::activations_of(state_))
      if (each.fact != replaced) append_places(*each.values, each.from, taken);
    return taken;
  }

  const State& state_;
  std::vector<Taken> in_batch_;
};

}  // namespace

std::vector<store::Refusal> refused_activations(const std::vector<Fact>& facts,
                                                const State& state) {
  std::vector<store::Refusal> refusals;
  Check check(state);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const std::optional<Proposed> proposed = activation_in(facts[i], state);
    if (!proposed) continue;
    if (std::string problem = check.problem_of(*proposed); !problem.empty())
      refusals.push_back({i, std::move(problem)});
  }
  return refusals;
}

}  // namespace core::app
