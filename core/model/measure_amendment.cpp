#include "core/model/measure_amendment.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/model/measure_needs.h"
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

struct Verdict {
  FactRef ref;
  Date on;
  Problems problems;
};

/// Judges every fact as it was when it was recorded: beside those before it.
std::vector<Verdict> judge(const std::vector<RecordedFact>& facts, const MeasureRow& row,
                           const State& state, Date today) {
  const StepNames names{[&state](std::string_view code) { return state.find_unit(code); },
                        [&state](std::string_view key) { return state.find_official(key); }};
  MeasureRow so_far = row;
  so_far.steps.clear();
  std::vector<Verdict> judged;
  for (const RecordedFact& recorded : facts) {
    const std::optional<StepKind> kind = step_kind(recorded.fact.kind);
    if (!kind) continue;
    Verdict& each = judged.emplace_back(Verdict{recorded.ref, recorded.fact.on, {}});
    check_step({recorded.fact, *kind, state, today, so_far.steps.empty() ? nullptr : &so_far,
                each.problems});
    so_far.steps.push_back(read_step(*kind, recorded, names));
    order_steps(so_far.steps);
  }
  return judged;
}

const Problems* problems_before(const std::vector<Verdict>& judged, FactRef ref) {
  const auto at = std::find_if(judged.begin(), judged.end(),
                               [ref](const Verdict& each) { return each.ref == ref; });
  return at == judged.end() ? nullptr : &at->problems;
}

/// Filings and listings name a measure by its number and stand on it.
void check_named_elsewhere(const Amendment& change, const MeasureRow& row, Date moved_to,
                           const State& state, Problems& out) {
  const MeasureIndex filings = state.find_measure(Subject::Kind::Filing, row.key);
  if (!filings.known() || row.kind == Subject::Kind::Filing) return;
  for (const MeasureStep& filing : state.measure(filings).steps) {
    if (filing.fact < change.target) continue;
    if (change.is_retraction()) return out.push_back(stands_on("报送备案", filing.on));
    if (filing.on < moved_to)
      return out.push_back(said_of("报送备案", filing.on, "报送日期早于措施本身"));
  }
}

void check_listed_by(const Amendment& change, const MeasureRow& row, const State& state,
                     Problems& out) {
  if (!change.is_retraction() || row.kind != Subject::Kind::Reminder) return;
  for (const OtherFact& other : state.other_facts()) {
    const Fact& fact = other.fact.fact;
    if (fact.kind != "supervision.opened" || other.fact.ref < change.target) continue;
    const Value* reminders = fact.fields.find("reminders");
    if (!reminders || !reminders->list()) continue;
    for (const Value& number : *reminders->list())
      if (number.text() && *number.text() == row.key)
        return out.push_back(stands_on("挂牌立案", fact.on));
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
    check_listed_by(change, row, state, out);
  }
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
  const std::vector<Verdict> before = judge(facts, row, state, today);
  for (const Verdict& each : judge(changed, row, state, today)) {
    const Problems* known = problems_before(before, each.ref);
    if (known && each.problems.size() <= known->size()) continue;
    for (const std::string& problem : each.problems) {
      if (known && std::find(known->begin(), known->end(), problem) != known->end()) continue;
      out.push_back(each.ref == change.target
                        ? problem
                        : said_of(label_of(state, each.ref), each.on, problem));
    }
  }
}

}  // namespace core
