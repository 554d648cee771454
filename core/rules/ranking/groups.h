#pragma once
// Which units are ranked with which, and which were there for the whole period (通知 3.5).

#include <string>
#include <string_view>
#include <vector>

#include "core/base/period.h"
#include "core/rules/rulebook.h"

namespace core::rules::ranking {

/// Units whose work is compared.
struct Group {
  std::string name;  ///< township, department, other, or as the county names it; empty for the
                     ///< units the county has put into no group.
  std::vector<UnitIndex> units;  ///< By code.
};

/// Every registered unit in its group; groups in a fixed order, none empty. A list of rank_groups
/// may name unit codes, unit types and the words township and department; a code goes before a
/// word.
std::vector<Group> groups_of(const State& state, const Settings& settings);

/// township or department, as the unit says or as its type is; other when it says neither.
std::string_view own_group(const UnitRow& unit);

/// 乡镇（街道）, 县直部门 …; a name the county gave is itself.
std::string group_label(std::string_view name);

/// The units in order of State::units() that were there from the first day of the period to the
/// last. A unit registered later than that counts as there: the list of units came late, not the
/// unit. One registered within the period is new unless facts tell of it earlier or the ledger
/// itself began that day.
std::vector<bool> there_throughout(const State& state, const Period& period);

}  // namespace core::rules::ranking
