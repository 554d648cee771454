#pragma once
// 单位领导: the units and officials of the county, and what lies with each.

#include <string>
#include <vector>

#include "core/model/state.h"
#include "core/rules/duty.h"
#include "web/models/list_table.h"

namespace web {

enum class UnitColumn : std::uint8_t { Name, Type, Group, Open, Late, People, Code, State };
inline constexpr std::size_t kUnitColumns = 8;
enum class OfficialColumn : std::uint8_t {
  Name,
  Post,
  Rank,
  Unit,
  Led,
  LedLate,  ///< Of the cases led, those with something overdue, whoever owes it.
  Late,     ///< What is overdue and owed by the official personally.
  Since,
  State,
};
inline constexpr std::size_t kOfficialColumns = 9;
/// In the column State: registered and not gone.
inline constexpr std::int64_t kInOffice = 1;

struct UnitsModel {
  core::Date today;
  ListTable units;      ///< Keys are UnitIndex values.
  ListTable officials;  ///< Keys are OfficialIndex values.
  /// What forms name them by, by those values.
  std::vector<std::string> unit_keys, official_keys;
};

/// Who stands in the lists, by UnitIndex and OfficialIndex: of whom something that holds is said.
/// Where a measure names by name alone the one official of that name, it is no other.
struct Listed {
  std::vector<bool> units, officials;
};
Listed listed_units(const core::State& state);

UnitsModel units_model(const core::State& state, const core::rules::Findings& findings,
                       core::Date today);

}  // namespace web
