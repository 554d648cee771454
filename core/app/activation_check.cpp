#include "core/app/activation_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/app/rulebook_tables.h"
#include "core/base/text.h"
#include "core/rules/activation.h"
#include "core/rules/setting_access.h"
#include "core/rules/setting_tables.h"

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

std::string value_problem(std::string_view key, const Value& value) {
  std::string problem = rules::setting_problem(key, value);
  if (!problem.empty() || !value.fields()) return problem;
  for (const auto& [entry, part] : *value.fields())
    if (const auto wrong = rules::entry_problem(key, entry, part); !wrong.reason.empty())
      return fmt::format("设置“{}”：{}", key, wrong.reason);
  return {};
}

std::string values_problem(const Fields& values) {
  std::string problems;
  for (const auto& [key, value] : values) {
    const std::string problem = value_problem(key, value);
    if (problem.empty()) continue;
    if (!problems.empty()) problems += "；";
    problems += problem;
  }
  return problems;
}

class Check {
 public:
  explicit Check(const State& state) : state_(state) {}

  std::string problem_of(const Proposed& proposed) const {
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
    for (const std::string_view table : {"rank_weights", "rank_groups"})
      if (values->fields()->find(table))
        if (std::string problem =
                table_problem(table, {from, *values->fields()}, proposed.replaces);
            !problem.empty())
          return problem;
    return {};
  }

 private:
  std::vector<Taken> taken_without(FactRef replaced) const {
    std::vector<Taken> taken;
    for (const rules::Activation& each : rules::activations_of(state_))
      if (each.fact != replaced) append_places(*each.values, each.from, taken);
    return taken;
  }

  // A table is put together from all that was activated, so it is judged as of each day on which it
  // changes from this one on.
  std::string table_problem(std::string_view table, rules::PlannedValues planned,
                            FactRef replaced) const {
    const Date from = planned.from;
    std::vector<rules::PlannedValues> all;
    for (const rules::Activation& each : rules::activations_of(state_))
      if (each.fact != replaced) all.push_back({each.from, *each.values});
    all.push_back(std::move(planned));
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    rules::Settings settings;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Value* value = all[i].values.find(table);
      if (value && rules::setting_problem(table, *value).empty())
        rules::set_value(settings, table, *value);
      const bool day_is_over = i + 1 == all.size() || all[i + 1].from > all[i].from;
      if (all[i].from < from || !day_is_over) continue;
      std::string problem = table == "rank_weights" ? weights_problem(settings, all[i].from)
                                                    : groups_problem(settings);
      if (!problem.empty()) return problem;
    }
    return {};
  }

  static std::string weights_problem(const rules::Settings& settings, Date from) {
    const std::int64_t sum = sum_of_weights(settings);
    if (sum == kAllWeights) return {};
    return fmt::format("设置“rank_weights”：自{}起权重合计{}，应为{}", to_string(from), sum,
                       kAllWeights);
  }

  std::string groups_problem(const rules::Settings& settings) const {
    const auto wrong = rules::group_problems(settings, known_units(state_));
    if (wrong.empty()) return {};
    return fmt::format("设置“rank_groups”中“{}”：{}", wrong.front().group, wrong.front().reason);
  }

  const State& state_;
};

}  // namespace

std::string activation_problem(const Fact& fact, const State& state) {
  const std::optional<Proposed> proposed = activation_in(fact, state);
  return proposed ? Check(state).problem_of(*proposed) : std::string();
}

}  // namespace core::app
