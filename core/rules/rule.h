#pragma once
// What a rule is, what it may see, and the row a rule writes.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/model/state.h"
#include "core/rules/case_facts.h"
#include "core/rules/decisions.h"
#include "core/rules/duty.h"
#include "core/rules/measure_facts.h"
#include "core/rules/rulebook.h"

namespace core::rules {

/// Everything besides its subject that a rule may see.
struct Context {
  const State& state;
  const calendar::Calendar& calendar;
  const Rulebook& rulebook;
  const Decisions& decisions;
  Date today;
  /// Days around today whose every year has a published arrangement, without a gap; none when
  /// unknown. A shortcut: the calendar is asked about everything that reaches beyond.
  Date official_from{};
  Date official_to{};
};

/// The same with the official days filled in.
Context with_official_days(const Context& context);

/// What a finding of a rule is about: the middle part of its id.
enum class SubjectKind : std::uint8_t {
  Case,
  Measure,
  MeasureUnit,      ///< One unit of a measure.
  MeasureOfficial,  ///< One official of a measure, or one unit where none is named.
  Unit,
  County,
};

/// What tells findings of one rule on one subject apart: the last part of its id.
enum class OccurrenceKind : std::uint8_t {
  Number,      ///< 1, 2, 3 …
  Week,        ///< Days of its Monday.
  Period,      ///< code_of(Period).
  Day,         ///< Days.
  FilingTo,    ///< core::FilingTo
  ReportedTo,  ///< core::ReportedTo
};

/// What a duty says of itself in each of its states (Chinese).
struct DutyWords {
  std::string_view open;
  std::string_view overdue;
  std::string_view done;
  std::string_view done_late;
  std::string_view not_owed;  ///< DutyState::Void

  std::string_view of(DutyState state) const;
};

/// One rule of the catalogue. Ids, words and sources are stored or cited and never change.
/// Exactly one of the three checks is set.
struct Rule {
  RuleId id;
  std::string_view word;    ///< The contract's word.
  Clauses clauses;          ///< All that its findings may rest on.
  std::string_view title;   ///< Chinese.
  std::string_view source;  ///< Document and clause.
  SubjectKind about = SubjectKind::Case;
  OccurrenceKind occurrence = OccurrenceKind::Number;
  bool owed_by_office = false;  ///< The unit of its duties is whom they are about, no debtor.

  /// Only cases with at least one of these events are looked at; 0 = every case.
  std::uint32_t needs = 0;
  /// Appends what follows from one case. Rules are asked in the order of the catalogue, and may
  /// look back at the duties of the same case.
  void (*check)(const CaseFacts& facts, const Context& context, Findings& out) = nullptr;

  /// Appends what follows from one measure of this kind.
  Subject::Kind measure = Subject::Kind::Other;
  void (*check_measure)(const MeasureFacts& facts, const Context& context, Findings& out) = nullptr;

  /// Appends what follows from the ledger as a whole.
  void (*check_county)(const Context& context, Findings& out) = nullptr;

  DutyWords words = {};  ///< Of rules about duties whose words depend on the state alone.
  std::string (*duty_text)(const State&, const DutyRow&, Date today) = nullptr;  ///< Of the others.
  std::string (*prompt_text)(const State&, const Findings&, const PromptRow&) = nullptr;

  /// The clauses one finding rests on, of rules whose findings differ in that.
  Clauses (*duty_clauses)(const State&, const Findings&, const DutyRow&) = nullptr;
  Clauses (*prompt_clauses)(const PromptRow&) = nullptr;

  /// A rule finds duties or prompts, never both.
  bool finds_duties() const { return prompt_text == nullptr; }
};

// The functions below stand in the header so that the pass over a million cases inlines them. Those
// it must inline say so: in the page the linker may else take a copy that was compiled for size.

/// Appends one more fact, if known, to the run noted last.
[[gnu::always_inline]] inline void note_more(Findings& out, Evidence& because, FactRef fact) {
  out.evidence.append_known(fact);
  because.count += static_cast<std::uint32_t>(fact.known());
}

/// Appends the facts that are known to the pool.
template <typename... Facts>
[[gnu::always_inline]] inline Evidence note(Findings& out, Facts... facts) {
  const auto first = static_cast<std::uint32_t>(out.evidence.size());
  out.evidence.append_known(facts...);
  return {first, static_cast<std::uint32_t>(out.evidence.size()) - first};
}

/// Copied from: four wide stores instead of one for each field.
inline constexpr DutyRow kNewDuty;

/// A row about this case with nothing decided yet, added to the duties; valid until the next one.
inline DutyRow& add_duty(Findings& out, const CaseFacts& facts, RuleId rule, UnitIndex unit,
                         std::int32_t occurrence) {
  out.duties.push_back(kNewDuty);
  DutyRow& row = out.duties.back();
  row.rule = rule;
  row.case_index = facts.index;
  row.unit = unit;
  row.occurrence = occurrence;
  return row;
}

/// The same about a measure and the case it is about.
DutyRow& add_duty(Findings& out, const MeasureFacts& facts, RuleId rule, UnitIndex unit,
                  std::int32_t occurrence);

PromptRow prompt_about(const CaseFacts& facts, RuleId rule, Action action, UnitIndex unit,
                       std::int32_t occurrence);
PromptRow prompt_about(const MeasureFacts& facts, RuleId rule, Action action, UnitIndex unit,
                       std::int32_t occurrence);

/// The day after which what is due on that day is late; `due` where no calendar reaches.
inline Date judged_day(Date due, const Context& context, bool roll) {
  const Date rolled = roll ? context.calendar.roll_to_workday(due) : due;
  return rolled.known() ? rolled : due;
}

/// Sets judged_on and provisional of a row whose opened_on and due_on are set.
inline void judge_by(DutyRow& row, const Context& context, bool roll) {
  row.judged_on = judged_day(row.due_on, context, roll);
  const bool official = row.opened_on >= context.official_from &&
                        row.judged_on <= context.official_to && row.opened_on <= row.judged_on;
  row.provisional = !official && context.calendar.is_provisional(row.opened_on, row.judged_on);
}

/// Sets the days of a term in calendar days, as calendar::calendar_days counts them.
inline void count_days(DutyRow& row, const Context& context, const Settings& settings, Date from,
                       int days) {
  row.opened_on = from;
  row.due_on = from + (settings.count_start_day && days > 0 ? days - 1 : days);
  row.term = static_cast<std::int16_t>(days);
  judge_by(row, context, settings.roll_to_workday);
}

/// Sets the days of a term in workdays, as calendar::working_days counts them.
inline void count_workdays(DutyRow& row, const Context& context, Date from, int count) {
  row.opened_on = from;
  const Date due = context.calendar.add_workdays(from, count);
  row.due_on = due.known() ? due : from;
  row.in_working_days = true;
  row.term = static_cast<std::int16_t>(count);
  judge_by(row, context, /*roll=*/false);
}

/// Sets a day that somebody named.
inline void set_stated_day(DutyRow& row, const Context& context, const Settings& settings,
                           Date from, Date due) {
  row.opened_on = from;
  row.due_on = due;
  row.stated = true;
  row.term = 0;
  judge_by(row, context, settings.roll_to_workday);
}

/// How a duty may come to its end.
struct Ending {
  Moment done;     ///< It was done.
  Moment implied;  ///< A later fact shows that it had been done, the day is not on record.
  Moment ended;    ///< Nobody owes it any more: passed on, declined, closed.
};

inline void settle_by(DutyRow& row, Date on) {
  row.state = on <= row.judged_on ? DutyState::Done : DutyState::DoneLate;
  row.done_on = on;
}

/// Decides the state as of today. Done in time or late by the day it was done. Only implied after
/// the term: void, since lateness cannot be shown. Ended within the term: void; after it:
/// done_late, since what was late stays late.
inline void settle(DutyRow& row, Date today, const Ending& ending) {
  const bool shown_in_time = ending.implied.known() && ending.implied.on <= row.judged_on;
  const Moment first = earlier(ending.done, shown_in_time ? ending.implied : Moment{});
  if (first.known()) {
    settle_by(row, first.on);
  } else if (ending.implied.known()) {
    row.state = DutyState::Void;
  } else if (ending.ended.known() && ending.ended.on <= row.judged_on) {
    row.state = DutyState::Void;
  } else if (ending.ended.known()) {
    settle_by(row, ending.ended.on);
  } else {
    row.state = today > row.judged_on ? DutyState::Overdue : DutyState::Open;
  }
}

/// The refusal of the prompt; one from before that day, when the prompt was not there yet, says
/// nothing about it. Unknown when there is none.
Moment declined_since(const Decisions& decisions, std::string_view prompt, Date since);

/// Sets Taken when something was taken, else Declined or Open, and notes the fact that decided.
/// Returns when it was decided, unknown while it is open.
Moment settle_prompt(PromptRow& row, const Context& context, Findings& out, Moment taken = {});

}  // namespace core::rules
