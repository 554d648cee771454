#pragma once
// What is owed as of another day, by what was known then, or under other settings: the same pass
// with other arguments.

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/app/desk.h"
#include "core/model/memory_history.h"

namespace core::app {

/// Everything left out is as the desk has it.
struct Question {
  std::optional<Date> on;        ///< Any day, past or to come.
  std::optional<Date> known_on;  ///< Only what had been recorded by the end of this day.
  /// These values instead of those in force, each from its day on (asked_settings.h), by day.
  std::vector<rules::PlannedValues> settings;
};

/// A state with what follows from it.
struct View {
  const State& state;
  const calendar::Calendar& calendar;
  const rules::Rulebook& rulebook;
  const rules::Findings& findings;
  Date today;
};

/// Visits in order what had been recorded by the end of that day; everything where none is named.
Status each_known_fact(const store::Ledger& ledger, std::optional<Date> known_on,
                       const std::function<void(const RecordedFact&)>& visit);

/// What the desk shows now; valid until it changes.
View view_of(Desk& desk);

/// Holds what an answer refers to. The desk must outlive it and stay unchanged.
class Answer {
 public:
  /// The error names the setting that will not do, or why the ledger cannot be read.
  static Result<std::unique_ptr<Answer>> to(Desk& desk, const Question& question);

  /// As of a day, by the facts up to a position of the ledger.
  static Result<std::unique_ptr<Answer>> at(const Desk& desk, FactRef position, Date on);

  View view() const;

 private:
  explicit Answer(const Desk& desk);

  const State& state() const { return replayed_ ? replayed_->state() : desk_.state(); }

  const Desk& desk_;
  std::unique_ptr<MemoryHistory> replayed_;  // only when asked by what was known
  calendar::Calendar calendar_;
  rules::Rulebook rulebook_;
  rules::Findings findings_;
  Date today_;
};

}  // namespace core::app
