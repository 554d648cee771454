#pragma once
// What people may not state in a table of the rulebook although a rule could read it. Facts that
// state it all the same, of an earlier version, hold as before: this is asked on stating only.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/rulebook.h"

namespace core::rules {

/// The kind of paper that people call so (提醒函 -> reminder); the name itself when none is.
std::string_view paper_called(std::string_view name);
/// The same of the types of units that a group may name (乡镇 -> township).
std::string_view unit_type_called(std::string_view name);

/// One entry that will not do, and the field of it that is wrong.
struct EntryProblem {
  std::string_view field;  ///< `entry`, or a field of an item of the point sheet.
  std::string text;        ///< What stands there.
  std::string reason;      ///< Chinese.
};

/// A paper there is none of, a clause that nobody wrote. Nothing wrong: an empty reason.
EntryProblem entry_problem(std::string_view key, std::string_view entry, const Value& value);

/// One word in a list of rank_groups.
struct GroupProblem {
  std::string group;
  std::string other;   ///< The group that names the word, too; empty where that is not the matter.
  std::string reason;  ///< Chinese, names the word.
};

/// Words that are neither a unit nor one of the words for units, and words in two groups. A unit in
/// no group is none: it is not ranked.
std::vector<GroupProblem> group_problems(const Settings& settings,
                                         const std::function<bool(std::string_view)>& is_unit);

}  // namespace core::rules
