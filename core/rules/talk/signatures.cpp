#include "core/rules/talk/signatures.h"

#include <algorithm>

namespace core::rules {
namespace {

Moment later(Moment a, Moment b) { return b.on > a.on ? b : a; }

bool is_side(const MeasureStep& step, SignSide side) {
  return step.kind == StepKind::TalkSigned && step.code == static_cast<std::uint8_t>(side);
}

/// Signatures and refusals of one party.
struct Signatures {
  Moment last_signed;
  Moment last_refused;

  bool any() const { return last_signed.known() || last_refused.known(); }
};

// Whether a signature is that of the party. One without a known official is taken for all: then the
// record was signed once.
bool is_of(const MeasureStep& step, const TalkParty& party, const State& state) {
  if (!step.official.known()) return true;
  if (party.official.known()) return step.official == party.official;
  const UnitIndex unit = state.official(step.official).unit;
  return !unit.known() || unit == party.unit;
}

Signatures signatures_of(const MeasureFacts& facts, const TalkParty& party, const State& state) {
  Signatures found;
  for (const MeasureStep& step : facts.steps) {
    if (!is_side(step, SignSide::Target) || !is_of(step, party, state)) continue;
    Moment& last = step.number != 0 ? found.last_refused : found.last_signed;
    last = later(last, {step.on, step.fact});
  }
  return found;
}

Moment office_signature(const MeasureFacts& facts) {
  for (const MeasureStep& step : facts.steps)
    if (is_side(step, SignSide::Office)) return {step.on, step.fact};
  return {};
}

Moment signed_on(const MeasureFacts& facts, const TalkParty& party, const State& state) {
  const Moment office = office_signature(facts);
  const Signatures target = signatures_of(facts, party, state);
  if (!office.known() || !target.any()) return {};
  if (target.last_signed.known()) return later(office, target.last_signed);
  const Moment held = facts.at(StepKind::TalkHeld);
  return {held.on, target.last_refused.fact};
}

// Of the units talked to: those of the targets, else those the talk was opened for.
std::vector<TalkParty> unsigned_parties(const MeasureFacts& facts, bool per_official) {
  std::vector<TalkParty> parties;
  const MeasureStep* targets = facts.last(StepKind::TalkTargetsSet);
  const MeasureStep* opened = facts.first(StepKind::TalkOpened);
  const auto add = [&parties](UnitIndex unit, OfficialIndex official) {
    const auto same = [&](const TalkParty& party) {
      return party.unit == unit && party.official == official;
    };
    if (std::none_of(parties.begin(), parties.end(), same)) parties.push_back({unit, official, {}});
  };
  if (targets && per_official) {
    for (std::size_t i = 0; i < targets->officials.size(); ++i)
      add(targets->units[i], targets->officials[i]);
  }
  if (parties.empty() && opened)
    for (const UnitIndex unit : opened->units) add(unit, {});
  return parties;
}

}  // namespace

std::vector<TalkParty> parties_of(const MeasureFacts& facts, const State& state,
                                  bool per_official) {
  std::vector<TalkParty> parties = unsigned_parties(facts, per_official);
  for (TalkParty& party : parties) party.signed_on = signed_on(facts, party, state);
  return parties;
}

Moment signed_by_all(const MeasureFacts& facts, const State& state) {
  Moment last;
  for (const TalkParty& party : parties_of(facts, state, /*per_official=*/false)) {
    if (!party.signed_on.known()) return {};
    last = later(last, party.signed_on);
  }
  return last;
}

}  // namespace core::rules
