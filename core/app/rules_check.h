#pragma once
// What only the rules can tell of a fact that is to be recorded.

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/calendar/calendar.h"
#include "core/model/fact.h"
#include "core/model/state.h"
#include "core/rules/rulebook.h"

namespace core::app {

/// Judges the facts of one batch in their order, each by the calendar, the rulebook and the prompts
/// that those before it have left: a batch is what its facts are one by one.
class RulesCheck {
 public:
  /// Starts from what the ledger says before the batch. Both must outlive the check.
  RulesCheck(const calendar::Calendar& calendar, const rules::Rulebook& rulebook)
      : calendar_(&calendar), rulebook_(&rulebook) {}

  /// What stands against recording the next fact, in Chinese; empty = nothing the rules know of.
  /// Settings that will not do (activation_check.h), a bulletin issued too early
  /// (bulletin_objections.h), a listing extended by more days than the rulebook of its opening
  /// allows or once its term is over, a listing for two reminders in a row that do not count as
  /// such (domain 7.6) and that nobody answers for, a refusal of a prompt that nobody had been
  /// shown by that day.
  std::string problem_of(const Fact& fact, const State& state);

 private:
  std::string extension_problem(const Fact& fact, const State& state) const;
  std::string late_extension_problem(const Fact& fact, const State& state) const;
  std::string listing_problem(const Fact& fact, const State& state) const;
  std::string decline_problem(const Fact& fact, const State& state);
  void take_in_changes(const State& state);

  const calendar::Calendar* calendar_;
  const rules::Rulebook* rulebook_;
  std::optional<calendar::Calendar> changed_calendar_;
  std::optional<rules::Rulebook> changed_rulebook_;
  bool rules_are_stale_ = false;  // A fact of the batch may have changed them.

  // Ids of the prompts there were by the end of a day, as long as no fact adds any.
  std::set<std::string, std::less<>> prompts_;
  Date prompts_on_;
};

}  // namespace core::app
