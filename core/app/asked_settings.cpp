#include "core/app/asked_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/app/rulebook_tables.h"
#include "core/app/rulebook_timeline.h"
#include "core/rules/setting_tables.h"

namespace core::app {
namespace {

using Asked = std::vector<rules::PlannedValues>;

Error refused(const Issues& issues) {
  std::string message;
  for (const Issue& issue : issues) message += (message.empty() ? "" : "\n") + issue_line(issue);
  return Error{ErrorCode::InvalidInput, std::move(message)};
}

// What the rulebook says of itself is not held against it.
void check_entry(const RulebookFile& file, const StatedValue& stated,
                 const rules::Rulebook& rulebook, Date today, Issues& issues) {
  const Date day = stated.from.known() ? stated.from : today;
  if (value_at(rulebook.on(day), stated.place) == stated.value) return;
  const rules::EntryProblem wrong =
      rules::entry_problem(stated.place.key, stated.place.entry, stated.value);
  if (!wrong.reason.empty())
    issues.push_back(
        cell_issue(file, stated.sheet, stated.row, wrong.field, wrong.text, wrong.reason));
}

// A default that nobody has touched stays one: an example sheet of points is told apart from the
// county's own by that.
bool only_repeats(const StatedValue& stated, const State& state, const rules::Rulebook& rulebook,
                  Date today) {
  return !stated.from.known() && value_at(rulebook.on(today), stated.place) == stated.value &&
         activated_at(state, stated.place).empty();
}

// The days on which the file begins to say something else of weights or groups.
TableDays days_of(const Asked& asked, const rules::Rulebook& before, const rules::Rulebook& after,
                  Date today) {
  TableDays days;
  for (const rules::PlannedValues& each : asked) {
    const Date day = each.from.known() ? each.from : today;
    if (each.values.find("rank_weights") &&
        before.on(day).rank_weights != after.on(day).rank_weights)
      days.weights.insert(day);
    if (each.values.find("rank_groups") && before.on(day).rank_groups != after.on(day).rank_groups)
      days.groups.insert(day);
  }
  return days;
}

}  // namespace

Result<Asked> asked_settings(const Fields& values, const State& state) {
  CORE_ASSIGN(const rules::Settings settings, rules::with_values({}, values));
  std::string problems;
  const auto add = [&problems](std::string_view key, std::string_view reason) {
    problems += fmt::format("{}设置“{}”：{}", problems.empty() ? "" : "；", key, reason);
  };
  for (const auto& [key, value] : values) {
    if (!value.fields()) continue;
    for (const auto& [entry, part] : *value.fields())
      if (const auto wrong = rules::entry_problem(key, entry, part); !wrong.reason.empty())
        add(key, wrong.reason);
  }
  for (const auto& wrong : rules::group_problems(settings, known_units(state)))
    add("rank_groups", wrong.reason);
  if (!problems.empty()) return Error{ErrorCode::InvalidInput, std::move(problems)};
  return Asked{{{}, values}};
}

Result<Asked> asked_settings(const RulebookFile& file, const State& state,
                             const rules::Rulebook& rulebook, Date today) {
  Issues issues = file.issues;
  Asked asked;
  std::vector<StatedValue> values = stated_values(file, issues);
  put_unit_codes(values, state);
  for (const auto& line : timelines(file, std::move(values), issues))
    for (const StatedValue& stated : line) {
      if (only_repeats(stated, state, rulebook, today)) continue;
      check_entry(file, stated, rulebook, today, issues);
      asked.push_back({stated.from, values_for(stated.place, stated.value)});
    }
  if (!issues.empty()) return refused(issues);
  std::stable_sort(asked.begin(), asked.end(),
                   [](const auto& a, const auto& b) { return a.from < b.from; });
  rules::Rulebook after = rulebook;
  for (const rules::PlannedValues& each : asked) {
    CORE_ASSIGN(after, after.overridden(each.values, each.from));
  }
  check_tables(file, state, after, days_of(asked, rulebook, after, today), issues);
  if (!issues.empty()) return refused(issues);
  return asked;
}

}  // namespace core::app
