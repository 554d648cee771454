#include "core/rules/decisions.h"

#include <algorithm>
#include <tuple>

namespace core::rules {
namespace {

void sort_declined(std::vector<DeclinedPrompt>& declined) {
  // Of two refusals of one prompt the earlier is found.
  std::sort(declined.begin(), declined.end(), [](const DeclinedPrompt& a, const DeclinedPrompt& b) {
    return std::tie(a.prompt, a.at.on, a.at.fact) < std::tie(b.prompt, b.at.on, b.at.fact);
  });
}

// What was taken on one day stands in the order reminder, listing, talk, then by number: the order
// in which it was recorded says nothing.
auto place_of(const State& state, const MeasureTaken& taken) {
  return std::tuple(taken.at.on, taken.kind, std::string_view(state.measure(taken.measure).key));
}

/// The step that begins a measure of a kind that answers prompts; null for the others.
const MeasureStep* taking_step(const MeasureRow& row) {
  switch (row.kind) {
    case Subject::Kind::Reminder:
      return row.first(StepKind::ReminderIssued);
    case Subject::Kind::Talk:
      return row.first(StepKind::TalkOpened);
    case Subject::Kind::Supervision:
      return row.first(StepKind::SupervisionOpened);
    default:
      return nullptr;
  }
}

void take_measure(const State& state, MeasureIndex index, Date today, Decisions& out) {
  const MeasureRow& row = state.measure(index);
  const MeasureStep* step = taking_step(row);
  if (!step || step->on > today) return;
  MeasureTaken taken{row.kind,   step->code, row.case_index,
                     step->unit, index,      {step->on, step->fact}};
  if (row.case_index.known()) out.by_case.push_back(taken);
  if (step->unit.known()) out.by_unit.push_back(taken);
  for (const UnitIndex unit : step->units) {
    taken.unit = unit;
    out.by_unit.push_back(taken);
  }
}

template <typename Key>
std::span<const MeasureTaken> run_of(const std::vector<MeasureTaken>& all, Key key,
                                     std::uint32_t wanted) {
  const auto first = std::partition_point(
      all.begin(), all.end(), [&](const MeasureTaken& taken) { return key(taken) < wanted; });
  const auto last = std::partition_point(
      first, all.end(), [&](const MeasureTaken& taken) { return key(taken) == wanted; });
  return {all.data() + (first - all.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace

Decisions decisions_of(const State& state, Date today) {
  Decisions found;
  for (const OtherFact& other : state.other_facts()) {
    const Fact& fact = other.fact.fact;
    if (fact.kind == "prompt.declined" && fact.on <= today)
      found.declined.push_back(
          {std::string(fact.fields.text("prompt")), {fact.on, other.fact.ref}});
  }
  const auto count = static_cast<std::uint32_t>(state.measures().size());
  for (std::uint32_t i = 0; i < count; ++i) take_measure(state, MeasureIndex{i}, today, found);
  sort_declined(found.declined);
  std::sort(found.by_case.begin(), found.by_case.end(), [&](const auto& a, const auto& b) {
    if (a.case_index != b.case_index) return a.case_index.value < b.case_index.value;
    return place_of(state, a) < place_of(state, b);
  });
  std::sort(found.by_unit.begin(), found.by_unit.end(), [&](const auto& a, const auto& b) {
    if (a.unit != b.unit) return a.unit.value < b.unit.value;
    return place_of(state, a) < place_of(state, b);
  });
  return found;
}

Moment Decisions::declined_at(std::string_view prompt) const {
  const auto at =
      std::partition_point(declined.begin(), declined.end(),
                           [prompt](const DeclinedPrompt& each) { return each.prompt < prompt; });
  return at != declined.end() && at->prompt == prompt ? at->at : Moment{};
}

std::span<const MeasureTaken> Decisions::of_case(CaseIndex index) const {
  return run_of(
      by_case, [](const MeasureTaken& taken) { return taken.case_index.value; }, index.value);
}

std::span<const MeasureTaken> Decisions::of_unit(UnitIndex index) const {
  return run_of(
      by_unit, [](const MeasureTaken& taken) { return taken.unit.value; }, index.value);
}

Moment Decisions::reminded(CaseIndex index, Date from) const {
  for (const MeasureTaken& taken : of_case(index))
    if (taken.kind == Subject::Kind::Reminder && taken.at.on >= from) return taken.at;
  return {};
}

}  // namespace core::rules
