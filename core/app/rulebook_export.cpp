// What is in force, as a file people can edit.
#include <algorithm>
#include <utility>

#include "core/app/rulebook_examples.h"
#include "core/app/rulebook_places.h"
#include "core/app/scenario.h"
#include "core/rules/activation.h"
#include "core/rules/assessment/formula.h"
#include "core/rules/assessment/point_sheet.h"
#include "core/rules/ranking/indicator.h"
#include "core/rules/setting_labels.h"

namespace core::app {
namespace {

class Export {
 public:
  Export(const State& state, const rules::Rulebook& rulebook, Date today)
      : state_(state), settings_(rulebook.on(today)), today_(today) {}

  RulebookFile run() {
    for (const rules::SettingSpec& spec : rules::setting_specs()) add_setting(spec);
    file_.examples = examples();
    return std::move(file_);
  }

 private:
  void add_setting(const rules::SettingSpec& spec) {
    const std::string key(spec.key);
    if (!is_table(spec)) return add_place(RulebookSheet::Settings, {key, {}});
    const RulebookSheet sheet = spec.type == rules::SettingType::Points ? RulebookSheet::Points
                                : spec.key == "rank_weights"            ? RulebookSheet::Weights
                                                                        : RulebookSheet::Settings;
    const std::vector<std::string> entries = entries_of(settings_, key);
    for (const std::string& entry : entries) add_place(sheet, {key, entry});
    add_coming(sheet, spec, entries);
    if (sheet == RulebookSheet::Settings && entries.empty()) add_row(sheet, {key, {}}, {}, {}, {});
  }

  // Entries that only an activation to come will bring.
  void add_coming(RulebookSheet sheet, const rules::SettingSpec& spec,
                  std::vector<std::string> known) {
    for (const rules::Activation& each : rules::activations_of(state_)) {
      const Value* table = each.values->find(spec.key);
      if (each.from <= today_ || !table || !table->fields()) continue;
      for (const auto& [entry, value] : *table->fields()) {
        if (std::find(known.begin(), known.end(), entry) != known.end()) continue;
        known.push_back(entry);
        add_place(sheet, {std::string(spec.key), entry});
      }
    }
  }

  // One row for what holds today and one for each value to come.
  void add_place(RulebookSheet sheet, const RulebookPlace& place) {
    DatedValue held{{}, value_at(settings_, place)};
    for (const DatedValue& each : activated_at(state_, place)) {
      if (each.from <= today_) {
        held.from = each.from;
        continue;
      }
      if (!held.value.is_null()) add_row(sheet, place, held.value, held.from, each.from - 1);
      held = each;
    }
    add_row(sheet, place, held.value, held.from, {});
  }

  void add_row(RulebookSheet sheet, const RulebookPlace& place, const Value& value, Date from,
               Date until) {
    Fields cells;
    if (sheet == RulebookSheet::Settings) fill_setting(cells, place, value);
    if (sheet == RulebookSheet::Weights) fill_weight(cells, place, value);
    if (sheet == RulebookSheet::Points) fill_points(cells, place, value);
    if (from.known()) cells.set("from", to_string(from));
    if (until.known()) cells.set("until", to_string(until));
    std::vector<RulebookRow>& rows = file_.rows(sheet);
    rows.push_back({static_cast<int>(rows.size()) + 1, std::move(cells)});
  }

  static void fill_setting(Fields& cells, const RulebookPlace& place, const Value& value) {
    const rules::SettingSpec& spec = *rules::find_setting(place.key);
    cells.set("key", place.key);
    cells.set("name", rules::setting_label(place.key));
    if (!place.entry.empty()) cells.set("entry", place.entry);
    if (!value.is_null()) cells.set("value", value);
    if (!spec.unit.empty()) cells.set("unit", spec.unit);
    if (!spec.default_text.empty()) cells.set("default", spec.default_text);
    cells.set("clause", spec.clause);
    cells.set("reason", spec.reason);
  }

  static void fill_weight(Fields& cells, const RulebookPlace& place, const Value& value) {
    cells.set("indicator", place.entry);
    if (const auto indicator = rules::ranking::parse_indicator(place.entry))
      cells.set("name", rules::ranking::spec_of(*indicator).label);
    cells.set("weight", value);
  }

  static void fill_points(Fields& cells, const RulebookPlace& place, const Value& value) {
    if (value.fields()) cells = *value.fields();
    cells.set("key", place.entry);
    if (const auto formula = rules::assessment::find_formula(cells.text("formula")))
      cells.set("counts", rules::assessment::label(*formula));
  }

  // Those the last activation came with.
  std::vector<RulebookExample> examples() const {
    const Value* list = nullptr;
    for (const rules::Activation& each : rules::activations_of(state_)) {
      const RecordedFact* fact = state_.other_fact(each.fact);
      const Value* found = fact ? fact->fact.fields.find("examples") : nullptr;
      if (found && found->list() && !found->list()->empty()) list = found;
    }
    std::vector<RulebookExample> examples;
    for (const Value& scenario : list ? *list->list() : example_scenarios())
      if (list || holds(scenario))
        examples.push_back({static_cast<int>(examples.size()) + 1, scenario, {}, {}});
    return examples;
  }

  // Of ours only those that fit the county's settings.
  bool holds(const Value& scenario) const {
    const Result<ScenarioOutcome> outcome = run_scenario(scenario, settings_);
    return outcome.ok() && outcome.value().failed.empty();
  }

  const State& state_;
  const rules::Settings& settings_;
  Date today_;
  RulebookFile file_;
};

}  // namespace

RulebookFile export_rulebook(const State& state, const rules::Rulebook& rulebook, Date today) {
  return Export(state, rulebook, today).run();
}

}  // namespace core::app
