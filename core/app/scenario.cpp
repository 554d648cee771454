#include "core/app/scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/app/assessment.h"
#include "core/app/county_calendar.h"
#include "core/app/duty_list.h"
#include "core/app/rank_query.h"
#include "core/app/scenario_assessment.h"
#include "core/app/scenario_match.h"
#include "core/app/scenario_names.h"
#include "core/app/scenario_rank.h"
#include "core/base/text.h"
#include "core/model/memory_history.h"
#include "core/rules/derive.h"
#include "core/rules/describe.h"

namespace core::app {
namespace {

constexpr std::string_view kParts[] = {"name",  "clauses", "note",  "settings",
                                       "facts", "refused", "expect"};

struct Scenario {
  std::string name;
  rules::Settings settings;
  List facts;
  List refused;
  List expect;
};

Result<List> list_part(const Fields& fields, std::string_view name, bool required) {
  const Value* value = fields.find(name);
  if (value && value->list() && !(required && value->list()->empty())) return *value->list();
  if (!value && !required) return List{};
  return bad_scenario(fmt::format("“{}”应为列表{}", name, required ? "，且不能为空" : ""));
}

Result<Scenario> read_scenario(const Value& document, const rules::Settings& base) {
  const Fields* fields = document.fields();
  if (!fields) return bad_scenario("情景应是一个 JSON 对象");
  for (const auto& [name, value] : *fields) {
    if (std::find(std::begin(kParts), std::end(kParts), name) == std::end(kParts))
      return bad_scenario(fmt::format("情景中没有“{}”这一部分", name));
  }
  Scenario scenario;
  scenario.name = std::string(fields->text("name"));
  scenario.settings = base;
  if (const Value* settings = fields->find("settings")) {
    if (!settings->fields()) return bad_scenario("“settings”应为对象");
    CORE_ASSIGN(scenario.settings, rules::with_values(base, *settings->fields()));
  }
  CORE_ASSIGN(scenario.facts, list_part(*fields, "facts", /*required=*/true));
  for (const Value& fact : scenario.facts)
    if (!fact.fields()) return bad_scenario(fmt::format("“facts”中的{}不是对象", to_json(fact)));
  CORE_ASSIGN(scenario.refused, list_part(*fields, "refused", /*required=*/false));
  CORE_ASSIGN(scenario.expect, list_part(*fields, "expect", /*required=*/true));
  for (const Value& entry : scenario.expect) CORE_TRY(check_expectation(entry));
  return scenario;
}

/// The entry of `refused` for the fact with this number; null when it must be taken.
const Fields* refusal_of(const Scenario& scenario, std::size_t number) {
  for (const Value& entry : scenario.refused) {
    if (entry.fields() && entry.fields()->integer("fact") == static_cast<std::int64_t>(number))
      return entry.fields();
  }
  return nullptr;
}

/// Why the fact was not taken; nothing when it was.
std::optional<std::string> add_fact(MemoryHistory& history, const Value& json) {
  const Result<Fact> fact = fact_from_json(json);
  if (!fact.ok()) return fact.error().message;
  // Scenarios may lie in the future.
  const Status added = history.add(fact.value(), kLastDay);
  if (!added.ok()) return added.error().message;
  return std::nullopt;
}

void compare_refusal(int number, const Value& json, const std::optional<std::string>& reason,
                     const Fields* expected, ScenarioOutcome& outcome) {
  const std::string_view part = expected ? expected->text("reason_contains") : std::string_view();
  const bool as_expected = expected ? reason && contains(*reason, part) : !reason.has_value();
  if (as_expected) {
    if (expected) ++outcome.passed;
    return;
  }
  std::string wanted = expected ? fmt::format("拒绝（{}）", part) : std::string("记录");
  outcome.failed.push_back({fmt::format("{} {}", wanted, to_json(json)),
                            reason ? fmt::format("拒绝：{}", *reason) : std::string("已记录"),
                            number});
}

void add_facts(const Scenario& scenario, MemoryHistory& history, ScenarioOutcome& outcome) {
  bool named = false;
  std::size_t number = 0;
  Date earliest = kLastDay;
  for (const Value& json : scenario.facts) {
    const std::optional<std::string> reason = add_fact(history, json);
    ++number;
    compare_refusal(static_cast<int>(number), json, reason, refusal_of(scenario, number), outcome);
    // Keeps the numbers of the facts that follow.
    if (reason) history.add_trusted({"scenario.refused", kLastDay, {}, {}});
    const Fields& fields = *json.fields();
    earliest = std::min(earliest, parse_date(fields.text("on")).value_or(kLastDay));
    named = named || fields.text("kind") == "county.named";
  }
  // A ledger begins with its first fact, or where somebody first looks at it.
  if (earliest == kLastDay)
    for (const Value& entry : scenario.expect)
      earliest = std::min(earliest, parse_date(entry.fields()->text("on")).value_or(kLastDay));
  // Last, so that it does not take a number either.
  if (!named)
    history.add_trusted({"county.named", earliest, {}, {{"name", "示例县"}, {"code", "000000"}}});
}

DerivedDay derived_on(const State& state, const calendar::Calendar& calendar,
                      const rules::Rulebook& rulebook, Date day, const Fields& entry) {
  rules::Findings findings;
  rules::derive(state, calendar, rulebook, day, findings);
  DerivedDay derived;
  for (const rules::DutyRow& row : findings.duties)
    derived.duties.push_back(rules::duty_json(state, findings, row, day));
  for (const rules::PromptRow& row : findings.prompts)
    derived.prompts.push_back(proposal_json({state, calendar, rulebook, findings, day}, row));
  if (const Value* asked = entry.find("assessment")) {
    const View view{state, calendar, rulebook, findings, day};
    derived.assessment =
        assessment_json(view, assess(view, assessed_year_of(*asked->fields())), {});
  }
  if (const Value* rank = entry.find("rank"))
    derived.ranking =
        ranking_json({state, calendar, rulebook, findings, day}, rank_period_of(*rank->fields()));
  return derived;
}

}  // namespace

Result<ScenarioOutcome> run_scenario(std::string_view json_text) {
  CORE_ASSIGN(const Value document, parse_json(json_text));
  return run_scenario(document, {});
}

Result<ScenarioOutcome> run_scenario(const Value& document, const rules::Settings& base) {
  CORE_ASSIGN(const Scenario scenario, read_scenario(document, base));
  ScenarioOutcome outcome;
  outcome.name = scenario.name;
  MemoryHistory history("f");
  add_facts(scenario, history, outcome);
  const State& state = history.state();
  const calendar::Calendar calendar = calendar_of(state);
  const rules::Rulebook rulebook = rules::Rulebook::of(state, scenario.settings);
  int number = 0;
  for (const Value& entry : scenario.expect) {
    ++number;
    const std::size_t failed = outcome.failed.size();
    const Date day = parse_date(entry.fields()->text("on")).value_or(kLastDay);
    match_expectation(*entry.fields(), derived_on(state, calendar, rulebook, day, *entry.fields()),
                      outcome);
    for (std::size_t i = failed; i < outcome.failed.size(); ++i) outcome.failed[i].entry = number;
  }
  return outcome;
}

}  // namespace core::app
