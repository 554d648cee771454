#include "core/model/measure_amendment.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/model/measure_needs.h"
#include "core/model/measure_order.h"
#include "core/model/measure_step.h"
#include "core/model/step_look.h"

namespace core {
namespace {

using Problems = std::vector<std::string>;

void apply(const Fields& with, Fact& fact) {
  for (const auto& [name, value] : with) {
    if (name == "on") continue;
    if (value.is_null()) {
      fact.fields.erase(name);
    } else {
      fact.fields.set(name, value);
    }
  }
}

/// The facts on a measure that hold, in the order of recording.
std::vector<RecordedFact> facts_on(const Subject& subject, const State& state) {
  std::vector<RecordedFact> facts;
  for (const OtherFact& other : state.other_facts())
    if (other.subject == subject) facts.push_back(other.fact);
  return facts;
}

/// The measure as the facts would make it.
MeasureRow row_of(const std::vector<RecordedFact>& facts, const MeasureRow& row,
                  const State& state) {
  MeasureRow made = row;
  made.steps.clear();
  for (const RecordedFact& recorded : facts)
    if (const std::optional<StepKind> kind = step_kind(recorded.fact.kind))
      made.steps.push_back(read_step(*kind, recorded, names_in(state)));
  order_steps(made.steps);
  return made;
}

/// Filings and listings name a measure by its number and stand on it.
void check_named_elsewhere(const Amendment& change, const MeasureRow& row, Date moved_to,
                           const State& state, Problems& out) {
  const MeasureIndex filings = state.find_measure(Subject::Kind::Filing, row.key);
  if (!filings.known() || row.kind == Subject::Kind::Filing) return;
  for (const MeasureStep& filing : state.measure(filings).steps) {
    if (filing.fact < change.target || !is_filing_of(filing, row.kind)) continue;
    if (change.is_retraction()) return out.push_back(stands_on("报送备案", filing.on));
    if (filing.on < moved_to)
      return out.push_back(said_of("报送备案", filing.on, "报送日期早于措施本身"));
  }
}

/// A reminder as it is and as the amendment would leave it, gone when it is retracted.
struct ReminderChange {
  const MeasureRow& row;
  Date on;
  CaseIndex case_after;
  Date on_after;  ///< Unknown when it goes.

  bool counted_for(CaseIndex about, Date listed) const {
    return row.case_index == about && on <= listed;
  }
  bool counts_for(CaseIndex about, Date listed) const {
    return on_after.known() && case_after == about && on_after <= listed;
  }
};

ReminderChange change_of(const Amendment& change, const MeasureRow& row, Date on,
                         const State& state) {
  ReminderChange after{row, on, row.case_index, {}};
  if (change.is_retraction()) return after;
  after.on_after = change.day(on);
  if (const Value* said = change.with->find("case"))
    after.case_after = said->text() ? state.find_case(*said->text()) : CaseIndex{};
  return after;
}

/// Whether the listing stands on this reminder: one of those it names, or where it names none one
/// of the two the ledger knew of.
bool needs_reminder(const Fact& listing, const ReminderChange& reminder, const State& state) {
  const CaseIndex about = state.find_case(listing.fields.text("case"));
  const bool held = reminder.counted_for(about, listing.on);
  const Value* reminders = listing.fields.find("reminders");
  if (reminders && reminders->list() && !reminders->list()->empty()) {
    const List& numbers = *reminders->list();
    return (held || !reminder.on_after.known()) &&
           std::find(numbers.begin(), numbers.end(), Value(reminder.row.key)) != numbers.end();
  }
  if (!held || listing.fields.text("ground") != word(SupervisionGround::TwoReminders)) return false;
  const auto is_another = [&](const MeasureRow& row) {
    const MeasureStep* issued = row.first(StepKind::ReminderIssued);
    return row.kind == Subject::Kind::Reminder && row.case_index == about && issued &&
           issued->on <= listing.on && row.key != reminder.row.key;
  };
  return std::count_if(state.measures().begin(), state.measures().end(), is_another) == 1;
}

void check_listed_by(const Amendment& change, const MeasureRow& row, Date on, const State& state,
                     Problems& out) {
  if (row.kind != Subject::Kind::Reminder) return;
  const ReminderChange reminder = change_of(change, row, on, state);
  for (const OtherFact& other : state.other_facts()) {
    const Fact& listing = other.fact.fact;
    if (listing.kind != "supervision.opened" || other.fact.ref < change.target) continue;
    const CaseIndex about = state.find_case(listing.fields.text("case"));
    if (reminder.counts_for(about, listing.on) || !needs_reminder(listing, reminder, state))
      continue;
    return out.push_back(change.is_retraction()
                             ? stands_on("挂牌立案", listing.on)
                             : said_of("挂牌立案", listing.on,
                                       fmt::format("提醒“{}”不再是此前就该事项发出的", row.key)));
  }
}

/// A case that is off the list may have been listed anew since.
void check_listed_anew(const Amendment& change, const MeasureRow& row, Date on, const State& state,
                       Problems& out) {
  for (const MeasureRow& other : state.measures()) {
    if (other.kind != Subject::Kind::Supervision || other.case_index != row.case_index ||
        other.key == row.key)
      continue;
    const MeasureStep* opened = other.first(StepKind::SupervisionOpened);
    if (opened && opened->fact > change.target && opened->on >= on)
      return out.push_back(stands_on("挂牌立案", opened->on));
  }
}

/// What other measures may name this one by.
bool is_measure_itself(StepKind kind) {
  return kind == StepKind::BulletinIssued || kind == StepKind::TalkOpened ||
         kind == StepKind::ReminderIssued || kind == StepKind::AssessmentIssued;
}

/// Without its beginning there is no measure, whatever was done on it; a bulletin has two.
bool takes_all_back(const Amendment& change, const MeasureRow& row, StepKind kind) {
  return change.is_retraction() && row.kind != Subject::Kind::Bulletin && !needed_before(kind);
}

}  // namespace

void check_measure_amendment(const Amendment& change, const State& state, Date today,
                             std::vector<std::string>& out) {
  const RecordedFact* target = state.other_fact(change.target);
  if (!target) return;  // taken back already
  const Subject subject = *subject_of(target->fact);
  const MeasureIndex index = state.find_measure(subject.kind, subject.key);
  if (!index.known()) return;
  const MeasureRow& row = state.measure(index);
  const std::optional<StepKind> kind = step_kind(target->fact.kind);
  if (!kind) return;
  if (is_measure_itself(*kind)) {
    check_named_elsewhere(change, row, change.day(target->fact.on), state, out);
    check_listed_by(change, row, target->fact.on, state, out);
  }
  if (change.is_retraction() && *kind == StepKind::SupervisionDelisted)
    check_listed_anew(change, row, target->fact.on, state, out);
  if (takes_all_back(change, row, *kind)) return;

  const std::vector<RecordedFact> facts = facts_on(subject, state);
  std::vector<RecordedFact> changed = facts;
  const auto at = std::find_if(changed.begin(), changed.end(),
                               [&](const RecordedFact& each) { return each.ref == change.target; });
  if (change.is_retraction()) {
    changed.erase(at);
  } else {
    at->fact.on = change.day(at->fact.on);
    apply(*change.with, at->fact);
  }
  const MeasureRow after = row_of(changed, row, state);
  for (const RecordedFact& each : changed) {
    if (!step_kind(each.fact.kind)) continue;
    const bool amended = each.ref == change.target;
    for (const std::string& problem :
         new_problems({amended ? *target : each, row}, {each, after}, state, today))
      out.push_back(amended ? problem : said_of(label_of(state, each.ref), each.fact.on, problem));
  }
}

}  // namespace core
