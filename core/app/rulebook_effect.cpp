#include "core/app/rulebook_effect.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/rules/catalog.h"
#include "core/rules/describe.h"
#include "core/rules/finding_id.h"

namespace core::app {
namespace {

constexpr int kMostRejudged = 50;  // lines; JSON has them all

template <typename Row>
using ById = std::unordered_map<std::string, const Row*>;

template <typename Row>
ById<Row> by_id(const State& state, const std::vector<Row>& rows) {
  ById<Row> found;
  found.reserve(rows.size());
  for (const Row& row : rows) found.emplace(rules::finding_id(state, row), &row);
  return found;
}

bool is_open(const rules::PromptRow* row) { return row && row->state == rules::PromptState::Open; }

// Whether what is asked for on one side is asked for on the other just so: the same prompt may call
// for a talk instead of a reminder, for a higher level, or about another unit.
bool is_as_well(const rules::PromptRow& row, const rules::PromptRow* other) {
  return is_open(other) && other->action == row.action && other->code == row.code &&
         other->unit == row.unit;
}

template <typename Row>
const Row* find(const ById<Row>& rows, const std::string& id) {
  const auto at = rows.find(id);
  return at == rows.end() ? nullptr : at->second;
}

void compare_prompts(const State& state, RulebookEffect& effect) {
  const auto before = by_id(state, effect.before.prompts);
  const auto after = by_id(state, effect.after.prompts);
  for (const rules::PromptRow& row : effect.after.prompts)
    if (is_open(&row) && !is_as_well(row, find(before, rules::finding_id(state, row))))
      effect.new_prompts.push_back(&row);
  for (const rules::PromptRow& row : effect.before.prompts)
    if (is_open(&row) && !is_as_well(row, find(after, rules::finding_id(state, row))))
      effect.gone_prompts.push_back(&row);
}

bool differs(const rules::DutyRow& a, const rules::DutyRow& b) {
  return a.state != b.state || a.due_on != b.due_on || a.judged_on != b.judged_on ||
         a.unit != b.unit;
}

void compare_duties(const State& state, RulebookEffect& effect) {
  const auto before = by_id(state, effect.before.duties);
  const auto after = by_id(state, effect.after.duties);
  for (const rules::DutyRow& row : effect.after.duties) {
    const rules::DutyRow* earlier = find(before, rules::finding_id(state, row));
    if (!earlier) {
      effect.new_duties.push_back(&row);
    } else if (differs(*earlier, row)) {
      effect.changed_duties.push_back({earlier, &row});
    }
  }
  for (const rules::DutyRow& row : effect.before.duties)
    if (!find(after, rules::finding_id(state, row))) effect.gone_duties.push_back(&row);
}

Value short_duty(const rules::DutyRow& row) {
  return Fields{{"due_on", to_string(row.due_on)},
                {"judged_on", to_string(row.judged_on)},
                {"state", rules::word(row.state)}};
}

Value changed_json(const State& state, const DutyChange& change) {
  Fields fields{{"id", rules::finding_id(state, *change.after)},
                {"rule", rules::rule_word(change.after->rule)},
                {"before", short_duty(*change.before)},
                {"after", short_duty(*change.after)}};
  if (change.after->unit.known()) fields.set("unit", state.unit(change.after->unit).code);
  if (change.after->case_index.known())
    fields.set("case", state.case_text(change.after->case_index).number);
  return fields;
}

struct UnitSums {
  std::int64_t remind = 0;
  std::int64_t list = 0;
  std::int64_t talk = 0;
};

using SumsByUnit = std::map<std::string, std::pair<UnitIndex, UnitSums>>;

SumsByUnit sums_of(const State& state, const RulebookEffect& effect) {
  SumsByUnit sums;
  for (const rules::PromptRow* row : effect.new_prompts) {
    if (!row->unit.known()) continue;
    auto& [unit, sum] = sums[state.unit(row->unit).code];
    unit = row->unit;
    if (row->action == rules::Action::Remind) ++sum.remind;
    if (row->action == rules::Action::List) ++sum.list;
    if (row->action == rules::Action::Talk) ++sum.talk;
  }
  return sums;
}

List units_json(const State& state, const RulebookEffect& effect) {
  List units;
  for (const auto& [code, entry] : sums_of(state, effect))
    units.push_back(Fields{{"unit", code},
                           {"name", state.unit(entry.first).name},
                           {"remind", entry.second.remind},
                           {"list", entry.second.list},
                           {"talk", entry.second.talk}});
  return units;
}

std::string prompt_line(const State& state, const rules::Findings& findings,
                        const rules::PromptRow& row, std::string_view how) {
  return fmt::format(
      "{}\t{}\t{}\t{}", how, row.unit.known() ? std::string_view(state.unit(row.unit).name) : "",
      row.case_index.known() ? std::string_view(state.case_text(row.case_index).number) : "",
      rules::prompt_text(state, findings, row));
}

// How many duties of each rule change, come or go: one line for each rule.
void append_duty_lines(const RulebookEffect& effect, std::vector<std::string>& lines) {
  struct Sums {
    int changed = 0, added = 0, gone = 0, newly_late = 0, no_longer_late = 0;
  };
  std::map<rules::RuleId, Sums> by_rule;
  for (const rules::DutyRow* row : effect.new_duties) ++by_rule[row->rule].added;
  for (const rules::DutyRow* row : effect.gone_duties) ++by_rule[row->rule].gone;
  const auto late = [](const rules::DutyRow& row) {
    return row.state == rules::DutyState::Overdue || row.state == rules::DutyState::DoneLate;
  };
  for (const DutyChange& change : effect.changed_duties) {
    Sums& sums = by_rule[change.after->rule];
    ++sums.changed;
    if (late(*change.after) && !late(*change.before)) ++sums.newly_late;
    if (!late(*change.after) && late(*change.before)) ++sums.no_longer_late;
  }
  for (const auto& [rule, sums] : by_rule)
    lines.push_back(
        fmt::format("任务\t{}\t改变{}项（转为逾期{}项，不再逾期{}项），新增{}项，不再有{}项",
                    rules::rule(rule).title, sums.changed, sums.newly_late, sums.no_longer_late,
                    sums.added, sums.gone));
}

// What was done already and would now be judged another way, one by one: that is history, and
// whoever approves a day in the past should see it.
void append_rejudged_lines(const State& state, const RulebookEffect& effect,
                           std::vector<std::string>& lines) {
  int more = -kMostRejudged;
  for (const auto& [before, after] : effect.changed_duties) {
    if (!before->done_on.known() || before->state == after->state || ++more > 0) continue;
    const std::string_view number =
        after->case_index.known() ? std::string_view(state.case_text(after->case_index).number)
                                  : "";
    lines.push_back(fmt::format(
        "已办结的改判\t{}\t{}\t{}\t{}办结，{} → {}", rules::rule(after->rule).title,
        after->unit.known() ? std::string_view(state.unit(after->unit).name) : "", number,
        to_string(before->done_on), rules::label(before->state), rules::label(after->state)));
  }
  if (more > 0) lines.push_back(fmt::format("已办结的改判另有{}项", more));
}

std::vector<rules::PlannedValues> planned_by(std::span<const Fact> activations) {
  std::vector<rules::PlannedValues> planned;
  for (const Fact& fact : activations) {
    const Value* values = fact.fields.find("settings");
    if (values && values->fields())
      planned.push_back(
          {parse_date(fact.fields.text("from")).value_or(fact.on), *values->fields()});
  }
  return planned;
}

RulebookEffect compare(const State& state, const calendar::Calendar& calendar,
                       const rules::Rulebook& now, const rules::Rulebook& other, Date on) {
  RulebookEffect effect;
  effect.on = on;
  rules::derive(state, calendar, now, on, effect.before);
  rules::derive(state, calendar, other, on, effect.after);
  compare_prompts(state, effect);
  compare_duties(state, effect);
  effect.figures = figure_changes({state, calendar, now, effect.before, on},
                                  {state, calendar, other, effect.after, on});
  return effect;
}

// The days from which the values hold, in words.
std::string days_of(const std::vector<rules::PlannedValues>& planned) {
  std::string days;
  for (const rules::PlannedValues& each : planned)
    days += (days.empty() ? "" : "、") + to_string(each.from);
  return days;
}

}  // namespace

RulebookEffect effect_of(const State& state, const calendar::Calendar& calendar,
                         const rules::Rulebook& rulebook, std::span<const Fact> activations,
                         Date today) {
  const std::vector<rules::PlannedValues> planned = planned_by(activations);
  Date on = today;
  for (const rules::PlannedValues& each : planned) on = std::max(on, each.from);
  RulebookEffect effect =
      compare(state, calendar, rulebook, rules::Rulebook::planned(state, planned), on);
  const std::string_view nothing_until = on > today ? "（到该日为止假定没有新的事实）" : "";
  effect.compared =
      planned.empty()
          ? fmt::format("没有变化可比，看{}", to_string(on))
          : fmt::format("按计划自{}起启用，与现行规则相比，看{}{}；启用前产生的任务仍按原规则",
                        days_of(planned), to_string(on), nothing_until);
  return effect;
}

Result<RulebookEffect> effect_if_always(const State& state, const calendar::Calendar& calendar,
                                        const rules::Rulebook& rulebook, const Fields& changed,
                                        Date today) {
  CORE_ASSIGN(const rules::Rulebook other, rulebook.overridden(changed));
  RulebookEffect effect = compare(state, calendar, rulebook, other, today);
  effect.compared = fmt::format(
      "如一直按此：假定历来就按新规则，与现行规则相比，看{}；不是启用后的结果", to_string(today));
  return effect;
}

Value effect_json(const State& state, const RulebookEffect& effect) {
  const auto prompts = [&state](const auto& rows, const rules::Findings& findings) {
    List list;
    for (const auto* row : rows) list.push_back(rules::prompt_json(state, findings, *row));
    return list;
  };
  const auto duties = [&](const auto& rows, const rules::Findings& findings) {
    List list;
    for (const auto* row : rows) list.push_back(rules::duty_json(state, findings, *row, effect.on));
    return list;
  };
  List changed;
  for (const DutyChange& change : effect.changed_duties)
    changed.push_back(changed_json(state, change));
  Fields fields{{"on", to_string(effect.on)},
                {"compared", effect.compared},
                {"prompts", Fields{{"new", prompts(effect.new_prompts, effect.after)},
                                   {"gone", prompts(effect.gone_prompts, effect.before)}}},
                {"duties", Fields{{"new", duties(effect.new_duties, effect.after)},
                                  {"gone", duties(effect.gone_duties, effect.before)},
                                  {"changed", std::move(changed)}}},
                {"units", units_json(state, effect)}};
  set_figures(fields, state, effect.figures);
  return fields;
}

std::vector<std::string> effect_lines(const State& state, const RulebookEffect& effect) {
  std::vector<std::string> lines{effect.compared};
  for (const rules::PromptRow* row : effect.new_prompts)
    lines.push_back(prompt_line(state, effect.after, *row, "新增建议"));
  for (const rules::PromptRow* row : effect.gone_prompts)
    lines.push_back(prompt_line(state, effect.before, *row, "不再建议"));
  append_duty_lines(effect, lines);
  append_rejudged_lines(state, effect, lines);
  append_figure_lines(state, effect.figures, lines);
  if (lines.size() == 1) lines.emplace_back("没有不同");
  return lines;
}

}  // namespace core::app
