#include "core/app/scenario_assessment.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/app/scenario_names.h"
#include "core/base/list_of.h"

namespace core::app {
namespace {

constexpr std::string_view kParts[] = {"year", "units"};
constexpr std::string_view kUnitFields[] = {"unit", "score", "objection", "items"};
constexpr std::string_view kItemFields[] = {"key", "count", "of", "points", "facts"};

const Fields* find_by(const List& rows, std::string_view name, std::string_view wanted) {
  for (const Value& row : rows)
    if (row.fields()->text(name) == wanted) return row.fields();
  return nullptr;
}

// The ids of all facts behind an item.
List facts_of(const Fields& item) {
  List facts;
  for (const Value& part : list_of(item, "parts"))
    for (const Value& fact : list_of(*part.fields(), "facts")) facts.push_back(fact);
  return facts;
}

bool item_matches(const Fields& wanted, const Fields& got) {
  const List facts = facts_of(got);
  for (const auto& [name, value] : wanted) {
    if (name == "facts") {
      for (const Value& id : *value.list())
        if (std::find(facts.begin(), facts.end(), id) == facts.end()) return false;
      continue;
    }
    const Value* found = got.find(name);
    if (!found || !(*found == value)) return false;
  }
  return true;
}

bool unit_matches(const Fields& wanted, const Fields& got) {
  for (const auto& [name, value] : wanted) {
    if (name == "items") continue;
    const Value* found = got.find(name);
    if (!found || !(*found == value)) return false;
  }
  for (const Value& item : list_of(wanted, "items")) {
    const Fields* found = find_by(list_of(got, "items"), "key", item.fields()->text("key"));
    if (!found || !item_matches(*item.fields(), *found)) return false;
  }
  return true;
}

// What a person compares with: the score and the items that gave or cost points.
std::string short_unit(const Fields& unit) {
  Fields items;
  for (const Value& item : list_of(unit, "items")) {
    const Value* points = item.fields()->find("points");
    if (points && !(*points == Value(0))) items.set(item.fields()->text("key"), *points);
  }
  const Value* score = unit.find("score");
  return fmt::format("{} 得分{}：{}", unit.text("unit"), score ? to_json(*score) : "无",
                     to_json(items));
}

}  // namespace

Status check_assessment_part(const Value& asked) {
  CORE_TRY(check_names("assessment", asked, kParts));
  const Fields& fields = *asked.fields();
  const auto year = parse_period(std::to_string(fields.integer("year")));
  if (!year || year->kind != Period::Kind::Year)
    return bad_scenario("“assessment”应有年度（year）");
  if (list_of(fields, "units").empty()) return bad_scenario("“assessment”应列出单位（units）");
  for (const Value& unit : list_of(fields, "units")) {
    CORE_TRY(check_names("units", unit, kUnitFields));
    for (const Value& item : list_of(*unit.fields(), "items")) {
      CORE_TRY(check_names("items", item, kItemFields));
      const Value* facts = item.fields()->find("facts");
      if (facts && !facts->list()) return bad_scenario("“facts”应为列表");
    }
  }
  return Done{};
}

Period assessed_year_of(const Fields& asked) {
  return parse_period(std::to_string(asked.integer("year"))).value_or(Period{});
}

void match_assessment(const Fields& asked, const Value& assessment, std::string_view on,
                      ScenarioOutcome& outcome) {
  const List& got = list_of(*assessment.fields(), "units");
  for (const Value& unit : list_of(asked, "units")) {
    const Fields* found = find_by(got, "unit", unit.fields()->text("unit"));
    if (found && unit_matches(*unit.fields(), *found)) {
      ++outcome.passed;
      continue;
    }
    outcome.failed.push_back({fmt::format("{} assessment {}", on, to_json(unit)),
                              found ? short_unit(*found) : "没有这个单位"});
  }
}

}  // namespace core::app
