#include "core/app/rulebook_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/app/rulebook_examples.h"
#include "core/app/rulebook_tables.h"
#include "core/app/rulebook_timeline.h"
#include "core/app/rulebook_words.h"
#include "core/app/scenario.h"
#include "core/rules/activation.h"
#include "core/rules/setting_tables.h"

namespace core::app {
namespace {

using Timeline = std::vector<StatedValue>;

std::string_view value_column(RulebookSheet sheet) {
  if (sheet == RulebookSheet::Weights) return "weight";
  return sheet == RulebookSheet::Points ? "key" : "value";
}

class Check {
 public:
  Check(const RulebookFile& file, const State& state, const rules::Rulebook& rulebook, Date from)
      : file_(file), state_(state), rulebook_(rulebook), from_(from) {
    check_.issues = file.issues;
  }

  RulebookCheck run() {
    std::vector<StatedValue> values = stated_values(file_, check_.issues);
    put_unit_codes(values, state_);
    for (const Timeline& line : timelines(file_, std::move(values), check_.issues)) plan(line);
    check_whole_tables();
    // Under values that are wrong an example says nothing.
    if (check_.issues.empty()) run_examples();
    std::stable_sort(check_.changes.begin(), check_.changes.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    return std::move(check_);
  }

 private:
  void plan(const Timeline& line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Date next = i + 1 < line.size() ? line[i + 1].from : Date{};
      const bool over = next.known() && next <= from_;
      const StatedValue& row = line[i];
      if (over || (row.from.known() && row.from < from_)) {
        compare_past(row, row.from.known() ? row.from : next - 1, over);
      } else {
        plan_change(row, row.from.known() ? row.from : from_);
      }
    }
    check_unlisted(line);
  }

  // What was in force is history: a file may repeat it, not change it.
  void compare_past(const StatedValue& row, Date day, bool over) {
    const Value then = value_at(rulebook_.on(day), row.place);
    const Value now = over ? row.value : value_at(rulebook_.on(from_), row.place);
    if (row.value == then && row.value == now) return;
    refuse(row,
           fmt::format(
               "生效日期早于启用日期{}，台账在用的是“{}”；要改变值，生效日期应留空或不早于启用日期",
               to_string(from_), told(row.value == then ? now : then)));
  }

  void plan_change(const StatedValue& row, Date day) {
    const Value before = holds(row.place, day);
    if (before == row.value) return;
    for (const DatedValue& each : activated_at(state_, row.place))
      if (each.from == day)
        return refuse(row, fmt::format("台账自{}起已启用“{}”，应先撤回那次启用", to_string(day),
                                       told(each.value)));
    const rules::EntryProblem wrong =
        rules::entry_problem(row.place.key, row.place.entry, row.value);
    if (wrong.reason.empty())
      check_.changes.push_back({row.place, day, before, row.value});
    else
      check_.issues.push_back(
          cell_issue(file_, row.sheet, row.row, wrong.field, wrong.text, wrong.reason));
  }

  // What will hold at the place on the day, with the changes planned so far.
  Value holds(const RulebookPlace& place, Date day) const {
    const RulebookChange* planned = nullptr;
    for (const RulebookChange& each : check_.changes)
      if (each.place == place && each.from <= day && (!planned || planned->from <= each.from))
        planned = &each;
    if (!planned) return value_at(rulebook_.on(day), place);
    Value value = planned->after;
    for (const DatedValue& each : activated_at(state_, place))
      if (each.from > planned->from && each.from <= day) value = each.value;
    return value;
  }

  // A value to come that the file leaves out would come all the same.
  void check_unlisted(const Timeline& line) {
    for (const DatedValue& each : activated_at(state_, line.front().place)) {
      const bool listed = std::any_of(line.begin(), line.end(), [&each](const StatedValue& row) {
        return row.from == each.from;
      });
      if (each.from > from_ && !listed)
        refuse(line.back(),
               fmt::format("台账自{}起另有值“{}”，文件未列；应补一行，或先撤回那次启用",
                           to_string(each.from), told(each.value)));
    }
  }

  // Groups that stay as they are may stay as they are, whatever is wrong with them.
  void check_whole_tables() {
    TableDays days;
    std::vector<rules::PlannedValues> planned;
    if (!file_.weights.empty()) days.weights.insert(from_);
    for (const RulebookChange& change : check_.changes) {
      planned.push_back({change.from, values_for(change.place, change.after)});
      if (change.place.key == "rank_weights") days.weights.insert(change.from);
      if (change.place.key == "rank_groups") days.groups.insert(change.from);
    }
    for (const rules::Activation& each : rules::activations_of(state_))
      if (!days.groups.empty() && each.from > from_) days.groups.insert(each.from);
    check_tables(file_, state_, rules::Rulebook::planned(state_, planned), days, check_.issues);
  }

  void run_examples() {
    const Result<rules::Settings> settings = settings_on_day();
    if (!settings.ok()) {
      check_.issues.push_back({file_.name, {}, 0, {}, {}, settings.error().message});
      return;
    }
    for (std::size_t i = 0; i < file_.examples.size(); ++i) run_example(i, settings.value());
  }

  Result<rules::Settings> settings_on_day() const {
    rules::Settings settings = rulebook_.on(from_);
    for (const RulebookChange& change : check_.changes) {
      if (change.from > from_) continue;
      CORE_ASSIGN(settings, rules::with_values(settings, values_for(change.place, change.after)));
    }
    return settings;
  }

  void run_example(std::size_t place, const rules::Settings& settings) {
    const RulebookExample& example = file_.examples[place];
    ++check_.examples;
    const std::string name(example.scenario.fields() ? example.scenario.fields()->text("name")
                                                     : std::string_view());
    const Result<ScenarioOutcome> outcome = run_scenario(example.scenario, settings);
    if (!outcome.ok()) {
      check_.issues.push_back(cell_issue(file_, RulebookSheet::Examples, example.row, "example",
                                         name, outcome.error().message));
      return;
    }
    check_.expectations += outcome.value().passed;
    if (!outcome.value().failed.empty() && is_built_in(example))
      return check_.set_aside.push_back(place);
    for (const ScenarioFailure& failure : outcome.value().failed) {
      const int row = row_of(example, failure);
      check_.issues.push_back(
          cell_issue(file_, RulebookSheet::Examples, row, "content", name,
                     fmt::format("示例与规则不符：应有 {}；实为 {}", in_words(failure.expect),
                                 in_words(failure.got))));
    }
  }

  static int row_of(const RulebookExample& example, const ScenarioFailure& failure) {
    const auto at = [&example](const std::vector<int>& rows, int number) {
      const auto index = static_cast<std::size_t>(number);
      return number > 0 && index <= rows.size() ? rows[index - 1] : example.row;
    };
    return failure.fact > 0 ? at(example.fact_rows, failure.fact)
                            : at(example.expect_rows, failure.entry);
  }

  void refuse(const StatedValue& row, std::string reason) {
    check_.issues.push_back(cell_issue(file_, row.sheet, row.row, value_column(row.sheet),
                                       shown(row.value), std::move(reason)));
  }

  const RulebookFile& file_;
  const State& state_;
  const rules::Rulebook& rulebook_;
  Date from_;
  RulebookCheck check_;
};

// Of a table the entries are put together, not replaced.
void merge(Fields& into, const Fields& values) {
  for (const auto& [key, value] : values) {
    const Value* held = into.find(key);
    if (!held || !held->fields() || !value.fields()) {
      into.set(key, value);
      continue;
    }
    Fields table = *held->fields();
    for (const auto& [entry, part] : *value.fields()) table.set(entry, part);
    into.set(key, std::move(table));
  }
}

}  // namespace

RulebookCheck check_rulebook(const RulebookFile& file, const State& state,
                             const rules::Rulebook& rulebook, Date from) {
  return Check(file, state, rulebook, from).run();
}

Fields changed_values(const RulebookCheck& check) {
  Fields values;
  for (const RulebookChange& change : check.changes)
    merge(values, values_for(change.place, change.after));
  return values;
}

std::vector<Fact> activation_facts(const RulebookCheck& check, const RulebookFile& file, Date on,
                                   std::string_view approver) {
  std::vector<Fact> facts;
  Date last;
  for (const RulebookChange& change : check.changes) {
    if (facts.empty() || change.from != last) {
      last = change.from;
      facts.push_back(
          {"rulebook.activated",
           on,
           {},
           {{"settings", Fields{}}, {"from", to_string(last)}, {"approver", approver}}});
    }
    Fields values = *facts.back().fields.find("settings")->fields();
    merge(values, values_for(change.place, change.after));
    facts.back().fields.set("settings", std::move(values));
  }
  List examples;
  for (std::size_t i = 0; i < file.examples.size(); ++i)
    if (std::find(check.set_aside.begin(), check.set_aside.end(), i) == check.set_aside.end())
      examples.push_back(file.examples[i].scenario);
  if (!facts.empty() && !examples.empty()) facts.back().fields.set("examples", std::move(examples));
  return facts;
}

}  // namespace core::app
