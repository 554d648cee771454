#include "core/app/rulebook_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/base/text.h"
#include "core/model/fact_kind.h"
#include "core/rules/ranking/indicator.h"
#include "core/rules/setting_tables.h"

namespace core::app {
namespace {

// The last row that states the group: where it has several, the one for the latest day.
const RulebookRow* row_of(const RulebookFile& file, std::string_view group) {
  const auto at =
      std::find_if(file.settings.rbegin(), file.settings.rend(), [group](const RulebookRow& row) {
        return row.cells.text("key") == "rank_groups" && row.cells.text("entry") == group;
      });
  return at == file.settings.rend() ? nullptr : &*at;
}

Issue group_issue(const RulebookFile& file, const rules::GroupProblem& problem) {
  // Of two rows the lower one, which people wrote last.
  const RulebookRow* row =
      std::max(row_of(file, problem.group), row_of(file, problem.other), std::less<>());
  const Value* value = row ? row->cells.find("value") : nullptr;
  return cell_issue(file, RulebookSheet::Settings, row ? row->number : 0, "value",
                    value ? shown(*value) : problem.group, problem.reason);
}

bool is_listed(const Issues& issues, const Issue& issue) {
  return std::any_of(issues.begin(), issues.end(), [&issue](const Issue& each) {
    return each.row == issue.row && each.column == issue.column && each.reason == issue.reason;
  });
}

}  // namespace

std::vector<std::string> pieces_of(std::string_view cell) {
  return split_any(cell, {"、", ",", "，", ";", "；"});
}

std::function<bool(std::string_view)> known_units(const State& state) {
  return [&state](std::string_view code) {
    const UnitIndex index = state.find_unit(code);
    return index.known() && state.unit(index).registered_on.known();
  };
}

namespace {

// The code of the one unit of that name; the word itself when it is a code, or names none or two.
std::string_view unit_code(const State& state, std::string_view word) {
  const std::string_view type = rules::unit_type_called(word);
  if (type != word || state.find_unit(word).known()) return type;
  std::string_view code = word;
  for (const UnitRow& unit : state.units()) {
    const bool called = unit.name == word || std::find(unit.aliases.begin(), unit.aliases.end(),
                                                       word) != unit.aliases.end();
    if (!called || !unit.registered_on.known()) continue;
    if (code != word) return word;
    code = unit.code;
  }
  return code;
}

// The name people have for the code, where it leads back to the code.
std::string unit_name(const State& state, std::string_view code) {
  const UnitIndex index = state.find_unit(code);
  const std::string_view name =
      index.known() ? std::string_view(state.unit(index).name) : code_label(code);
  const bool one_piece = pieces_of(name) == std::vector{std::string(name)};
  return std::string(one_piece && unit_code(state, name) == code ? name : code);
}

}  // namespace

std::int64_t sum_of_weights(const rules::Settings& settings) {
  const rules::ranking::Weights weights = rules::ranking::weights_of(settings);
  return std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
}

void put_unit_codes(std::vector<StatedValue>& values, const State& state) {
  for (StatedValue& each : values) {
    if (each.place.key != "rank_groups" || !each.value.list()) continue;
    List codes;
    for (const Value& word : *each.value.list())
      codes.push_back(word.text() ? Value(unit_code(state, *word.text())) : word);
    each.value = std::move(codes);
  }
}

RulebookFile with_unit_names(RulebookFile file, const State& state) {
  for (RulebookRow& row : file.settings) {
    const Value* value = row.cells.find("value");
    if (row.cells.text("key") != "rank_groups" || !value || !value->list()) continue;
    List names;
    for (const Value& word : *value->list())
      names.push_back(word.text() ? Value(unit_name(state, *word.text())) : word);
    row.cells.set("value", std::move(names));
  }
  return file;
}

void check_tables(const RulebookFile& file, const State& state, const rules::Rulebook& rulebook,
                  const TableDays& days, Issues& issues) {
  for (const Date day : days.weights) {
    const std::int64_t sum = sum_of_weights(rulebook.on(day));
    if (sum != kAllWeights)
      issues.push_back(cell_issue(file, RulebookSheet::Weights, 0, "weight", std::to_string(sum),
                                  fmt::format("自{}起权重合计应为100", to_string(day))));
  }
  const auto is_unit = known_units(state);
  for (const Date day : days.groups)
    for (const rules::GroupProblem& problem : rules::group_problems(rulebook.on(day), is_unit))
      if (const Issue issue = group_issue(file, problem); !is_listed(issues, issue))
        issues.push_back(issue);
}

}  // namespace core::app
