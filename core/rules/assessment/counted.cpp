#include "core/rules/assessment/counted.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace core::rules::assessment {
namespace {

bool earlier(const Part& a, const Part& b) {
  const auto key = [](const Part& part) {
    return std::tuple(part.day, part.facts.empty() ? FactRef{} : part.facts.front());
  };
  return key(a) < key(b);
}

// Steps that count for the unit they name, whatever else they say.
std::optional<Counted> plain_step(const MeasureStep& step) {
  switch (step.kind) {
    case StepKind::ReminderIssued:
      return Counted::Reminded;
    case StepKind::CampaignNamed:
      return Counted::NamedBySuperior;
    case StepKind::SupervisionOpened:
      return Counted::Listed;
    case StepKind::RectificationOrdered:
      return Counted::Ordered;
    default:
      return std::nullopt;
  }
}

std::optional<Counted> coded_step(const MeasureStep& step) {
  if (step.kind == StepKind::TalkRectificationJudged &&
      static_cast<Judged>(step.code) == Judged::NotFixed)
    return Counted::NotFixed;
  if (step.kind != StepKind::ProposalIssued) return std::nullopt;
  const auto type = static_cast<ProposalType>(step.code);
  if (type == ProposalType::Improve) return Counted::Improve;
  if (type == ProposalType::Accountability) return Counted::Accountable;
  return std::nullopt;
}

// What was missed stays missed, whatever was handed in afterwards.
DutyState counted_state(const DutyRow& row) {
  return row.remark == Remark::Missed ? DutyState::Overdue : row.state;
}

}  // namespace

Source::Source(const State& state, const Findings& findings, Date today, const Period& year)
    : state_(state),
      findings_(findings),
      today_(today),
      first_(first_day(year)),
      last_(std::min(last_day(year), today)),
      duties_(state.units().size()) {
  for (const DutyRow& row : findings.duties)
    if (row.unit.known() && within(row.judged_on)) duties_[row.unit.value].push_back(&row);
  for (std::uint32_t i = 0; i < state.measures().size(); ++i) read_measure_row(MeasureIndex{i});
  read_experience();
  std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
    if (a.unit != b.unit) return a.unit.value < b.unit.value;
    return earlier(a.part, b.part);
  });
}

void Source::add(UnitIndex unit, Counted counted, Date day, FactRef fact, MeasureIndex measure,
                 CaseIndex case_index) {
  if (!unit.known() || !within(day)) return;
  events_.push_back({unit, counted, Part{day, 0, case_index, measure, {fact}, {}}});
}

void Source::read_measure_row(MeasureIndex index) {
  const MeasureRow& row = state_.measure(index);
  if (row.kind == Subject::Kind::Bulletin) return read_bulletin(index, row);
  for (const MeasureStep& step : row.steps) read_step(index, row, step);
}

// A bulletin that was withdrawn names nobody, also when that was after the end of the year: points
// are given by what holds on the day of asking.
void Source::read_bulletin(MeasureIndex index, const MeasureRow& row) {
  const MeasureStep* issued = row.first(StepKind::BulletinIssued);
  const MeasureStep* withdrawn = row.first(StepKind::BulletinWithdrawn);
  if (!issued || (withdrawn && withdrawn->on <= today_)) return;
  for (const Standing& standing : row.standings) {
    if (standing.mention == Mention::Criticised)
      add(standing.unit, Counted::Criticised, issued->on, issued->fact, index);
    if (standing.mention == Mention::Praised)
      add(standing.unit, Counted::Praised, issued->on, issued->fact, index);
  }
}

void Source::read_step(MeasureIndex index, const MeasureRow& row, const MeasureStep& step) {
  std::optional<Counted> counted = plain_step(step);
  if (!counted) counted = coded_step(step);
  if (counted) add(step.unit, *counted, step.on, step.fact, index, row.case_index);
  if (step.kind != StepKind::TalkHeld) return;
  const MeasureStep* opened = row.first(StepKind::TalkOpened);
  if (!opened) return;
  for (const UnitIndex unit : opened->units)
    add(unit, Counted::Talked, step.on, step.fact, index, row.case_index);
}

void Source::read_experience() {
  for (const OtherFact& other : state_.other_facts()) {
    const Fact& fact = other.fact.fact;
    if (fact.kind != "experience.submitted") continue;
    add(state_.find_unit(fact.fields.text("unit")), Counted::Experience, fact.on, other.fact.ref);
  }
}

void Source::append_duties(UnitIndex unit, RuleId rule, DutyState wanted,
                           std::vector<Part>& out) const {
  for (const DutyRow* row : duties_[unit.value]) {
    if (row->rule != rule || counted_state(*row) != wanted) continue;
    const FactRef* from = findings_.evidence.data() + row->because.first;
    out.push_back({row->judged_on,
                   0,
                   row->case_index,
                   row->measure,
                   std::vector<FactRef>(from, from + row->because.count),
                   {row}});
  }
}

std::vector<Part> Source::duties(UnitIndex unit, RuleId rule, DutyState wanted) const {
  std::vector<Part> parts;
  append_duties(unit, rule, wanted, parts);
  std::stable_sort(parts.begin(), parts.end(), earlier);
  return parts;
}

std::vector<Part> Source::late_duties(UnitIndex unit, RuleId rule) const {
  std::vector<Part> parts;
  append_duties(unit, rule, DutyState::Overdue, parts);
  append_duties(unit, rule, DutyState::DoneLate, parts);
  std::stable_sort(parts.begin(), parts.end(), earlier);
  return parts;
}

std::vector<Part> Source::counted(UnitIndex unit, const Formula& formula) const {
  if (formula.counted == Counted::Undone) return duties(unit, formula.rule, DutyState::Overdue);
  if (formula.counted == Counted::DoneLate) return duties(unit, formula.rule, DutyState::DoneLate);
  if (formula.counted == Counted::Late) return late_duties(unit, formula.rule);
  std::vector<Part> parts;
  const auto from = std::lower_bound(
      events_.begin(), events_.end(), unit,
      [](const Event& event, UnitIndex wanted) { return event.unit.value < wanted.value; });
  for (auto at = from; at != events_.end() && at->unit == unit; ++at)
    if (at->counted == formula.counted) parts.push_back(at->part);
  return parts;
}

}  // namespace core::rules::assessment
