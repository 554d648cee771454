#include "core/rules/ranking/groups.h"

#include <algorithm>

#include "core/rules/ranking/word_memory.h"

namespace core::rules::ranking {
namespace {

constexpr std::string_view kTownship = "township";
constexpr std::string_view kDepartment = "department";
constexpr std::string_view kOther = "other";

bool names(const std::vector<std::string>& members, std::string_view word) {
  return std::find(members.begin(), members.end(), word) != members.end();
}

// The county's group that names the code, else its type, else its own group; empty when none does.
std::string_view county_group(const UnitRow& unit, const Settings& settings) {
  for (const std::string_view wanted :
       {std::string_view(unit.code), word(unit.type), own_group(unit)}) {
    if (wanted.empty()) continue;
    for (const auto& [name, members] : settings.rank_groups)
      if (names(members, wanted)) return name;
  }
  return {};
}

std::vector<Group> empty_groups(const Settings& settings) {
  std::vector<Group> groups;
  for (const auto& [name, members] : settings.rank_groups) groups.push_back({name, {}});
  if (groups.empty())
    for (const std::string_view name : {kTownship, kDepartment, kOther})
      groups.push_back({std::string(name), {}});
  else
    groups.push_back({});
  return groups;
}

bool may_be_new(const State& state, const UnitRow& unit, const Period& period) {
  return unit.registered_on > first_day(period) && unit.registered_on <= last_day(period) &&
         unit.registered_on != state.county_named_on();
}

// Marks the units that facts tell of on or before the day; a figure tells of its whole period.
std::vector<bool> seen_by(const State& state, Date day) {
  std::vector<bool> seen(state.units().size());
  const auto mark = [&seen](UnitIndex unit) {
    if (unit.known()) seen[unit.value] = true;
  };
  for (const CaseRow& row : state.cases()) {
    if (!row.registered()) continue;
    if (row.received_on <= day) mark(row.unit);
    for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next) {
      if (state.event(at).on > day) break;
      mark(state.event(at).unit);
    }
  }
  PeriodMemory periods;
  for (const StatisticRow& row : state.statistics())
    if (const auto& stated = periods.read(row.period); stated && first_day(*stated) < day)
      mark(row.unit);
  return seen;
}

}  // namespace

std::string_view own_group(const UnitRow& unit) {
  if (unit.group == UnitGroup::Township) return kTownship;
  if (unit.group == UnitGroup::Department) return kDepartment;
  if (unit.type == UnitType::Unknown) return kOther;
  const bool is_place = unit.type == UnitType::Township || unit.type == UnitType::Subdistrict;
  return is_place ? kTownship : kDepartment;
}

std::vector<Group> groups_of(const State& state, const Settings& settings) {
  std::vector<Group> groups = empty_groups(settings);
  for (std::uint32_t i = 0; i < state.units().size(); ++i) {
    const UnitRow& unit = state.unit(UnitIndex{i});
    if (!unit.registered_on.known()) continue;
    const std::string_view name =
        settings.rank_groups.empty() ? own_group(unit) : county_group(unit, settings);
    const auto group = std::find_if(groups.begin(), groups.end(),
                                    [name](const Group& each) { return each.name == name; });
    group->units.push_back(UnitIndex{i});
  }
  std::erase_if(groups, [](const Group& group) { return group.units.empty(); });
  const auto by_code = [&state](UnitIndex a, UnitIndex b) {
    return state.unit(a).code < state.unit(b).code;
  };
  for (Group& group : groups) std::sort(group.units.begin(), group.units.end(), by_code);
  return groups;
}

std::string group_label(std::string_view name) {
  if (name == kTownship) return "乡镇（街道）";
  if (name == kDepartment) return "县直部门";
  if (name == kOther) return "未分类单位";
  return name.empty() ? "未列入排名组的单位" : std::string(name);
}

std::vector<bool> there_throughout(const State& state, const Period& period) {
  const std::span<const UnitRow> units = state.units();
  const bool any_new = std::any_of(units.begin(), units.end(), [&](const UnitRow& unit) {
    return may_be_new(state, unit, period);
  });
  std::vector<bool> seen(units.size());
  if (any_new) seen = seen_by(state, first_day(period));
  std::vector<bool> there(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool left = units[i].retired_on.known() && units[i].retired_on <= last_day(period);
    const bool is_new = may_be_new(state, units[i], period) && !seen[i];
    there[i] = units[i].registered_on.known() && !left && !is_new;
  }
  return there;
}

}  // namespace core::rules::ranking
