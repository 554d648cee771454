#pragma once
// What an item of the point sheet may count: a closed list. Nothing in it counts people who
// petition, or how often they do.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/rules/duty.h"

namespace core::rules::assessment {

enum class Counted : std::uint8_t {
  Fixed,            ///< Nothing: only the item's base.
  Undone,           ///< Duties of a rule that were due in the year and are not done, weekly
                    ///< reports nobody filed before the case was closed among them.
  DoneLate,         ///< Duties of a rule that were due in the year and done late.
  Late,             ///< Both.
  OnTimeRate,       ///< The share of a rule's duties due in the year that were done in time.
  Criticised,       ///< Named in a bulletin that was not withdrawn.
  Praised,          ///< The same.
  Reminded,         ///< Reminders issued.
  NotFixed,         ///< Rectifications after a talk judged as not in place.
  Listed,           ///< Cases put under listed supervision.
  Talked,           ///< Talks held.
  Ordered,          ///< Rectifications ordered.
  NamedBySuperior,  ///< Named by a superior for a campaign behind schedule.
  Improve,          ///< Proposals to improve work.
  Accountable,      ///< Proposals to hold to account.
  Experience,       ///< Experience and suggestions submitted.
};

struct FormulaSpec {
  Counted counted;
  std::string_view word;   ///< `late:` is followed by the word of a rule.
  std::string_view label;  ///< Chinese.
};

/// All of them.
std::span<const FormulaSpec> formula_specs();

struct Formula {
  Counted counted = Counted::Fixed;
  RuleId rule = RuleId::Count;  ///< Where the formula is about a rule.
};

/// `reminded`, `late:answer`; nothing for anything else. The rule must be one of duties.
std::optional<Formula> find_formula(std::string_view text);

/// 逾期未办：周报告, for people.
std::string label(const Formula& formula);

}  // namespace core::rules::assessment
