#pragma once
// What the office has decided so far, in the order in which rules ask for it.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/state.h"
#include "core/rules/moment.h"

namespace core::rules {

/// A prompt a named person declined.
struct DeclinedPrompt {
  std::string prompt;  ///< Its id.
  Moment at;
};

/// A reminder, a talk or a listing that answers prompts.
struct MeasureTaken {
  Subject::Kind kind = Subject::Kind::Reminder;  ///< Reminder, Talk or Supervision.
  std::uint8_t code = 0;  ///< ReminderReason, TalkGround or SupervisionGround.
  CaseIndex case_index;   ///< Unknown when it is about no case.
  UnitIndex unit;
  MeasureIndex measure;
  Moment at;
};

struct Decisions {
  std::vector<DeclinedPrompt> declined;  ///< By id.
  std::vector<MeasureTaken> by_case;     ///< Those about a case, by case, then by day.
  std::vector<MeasureTaken> by_unit;     ///< All, once for each unit, by unit, then by day.

  /// The refusal of this prompt, or nothing known.
  Moment declined_at(std::string_view prompt) const;

  std::span<const MeasureTaken> of_case(CaseIndex index) const;
  std::span<const MeasureTaken> of_unit(UnitIndex index) const;

  /// The first reminder about the case on or after `from`, or nothing known.
  Moment reminded(CaseIndex index, Date from) const;
};

/// By the end of `today`.
Decisions decisions_of(const State& state, Date today);

}  // namespace core::rules
