#include "core/rules/talk/signatures.h"

#include <algorithm>

#include "core/model/in_office.h"
#include "core/model/posting.h"

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

// Whether who signed is of the unit, or nobody knows of which one. Of those who are told by name
// each may be meant.
bool stands_for(const MeasureStep& step, UnitIndex unit, const State& state) {
  bool is_elsewhere = false;
  for (std::uint32_t i = 0; i < state.officials().size(); ++i) {
    if (!is_same(state, step.official, OfficialIndex{i})) continue;
    const Posting* post = known_post(state.officials()[i], step.on);
    if (!post || !post->unit.known()) continue;
    if (post->unit == unit) return true;
    is_elsewhere = true;
  }
  return !is_elsewhere;
}

// Whether a signature is that of the party. One without a known official is taken for all: then the
// record was signed once.
bool is_of(const MeasureStep& step, const TalkParty& party, const State& state) {
  if (!step.official.known()) return true;
  if (party.official.known()) return is_same(state, step.official, party.official);
  return stands_for(step, party.unit, state);
}

// Whether the same person had done the same before: then that day holds.
bool is_again(const MeasureFacts& facts, const MeasureStep& step, const State& state) {
  return std::any_of(facts.steps.data(), &step, [&](const MeasureStep& each) {
    return each.kind == step.kind && each.code == step.code && each.number == step.number &&
           (each.official == step.official || is_same(state, each.official, step.official));
  });
}

Signatures signatures_of(const MeasureFacts& facts, const TalkParty& party, const State& state) {
  Signatures found;
  for (const MeasureStep& step : facts.steps) {
    if (!is_side(step, SignSide::Target) || !is_of(step, party, state)) continue;
    if (is_again(facts, step, state)) continue;
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

// Those set before the talk was held; what a ledger of before holds after it changes nothing.
const MeasureStep* targets_of(const MeasureFacts& facts) {
  const MeasureStep* held = facts.first(StepKind::TalkHeld);
  const MeasureStep* found = nullptr;
  for (const MeasureStep& step : facts.steps)
    if (step.kind == StepKind::TalkTargetsSet && !(found && held && held->on < step.on))
      found = &step;
  return found;
}

// The unit a target answers for: the one said, else his own where it is talked to, else the only
// one there is. Unknown where none of them tells.
UnitIndex unit_of_target(const MeasureFacts& facts, const MeasureStep& targets, std::size_t place,
                         const State& state) {
  if (targets.units[place].known()) return targets.units[place];
  const MeasureStep* opened = facts.first(StepKind::TalkOpened);
  const OfficialIndex official = targets.officials[place];
  if (!opened || opened->units.empty() || !official.known()) return {};
  const std::vector<UnitIndex>& units = opened->units;
  const Posting* post = known_post(state.official(official), targets.on);
  const UnitIndex own = post ? post->unit : UnitIndex{};
  if (own.known() && std::find(units.begin(), units.end(), own) != units.end()) return own;
  return units.size() == 1 ? units.front() : UnitIndex{};
}

// Who has to sign for the party: each of its targets, and those of no unit; whoever signs for the
// unit when none are set.
std::vector<TalkParty> signers_of(const MeasureFacts& facts, const TalkParty& party,
                                  const State& state) {
  std::vector<TalkParty> signers;
  const MeasureStep* targets = targets_of(facts);
  for (std::size_t i = 0; targets && !party.official.known() && i < targets->officials.size();
       ++i) {
    if (!targets->officials[i].known()) continue;
    const UnitIndex unit = unit_of_target(facts, *targets, i, state);
    if (!unit.known() || unit == party.unit)
      signers.push_back({party.unit, targets->officials[i], {}});
  }
  if (signers.empty()) signers.push_back(party);
  return signers;
}

Moment signed_on(const MeasureFacts& facts, const TalkParty& party, const State& state) {
  const Moment office = office_signature(facts);
  if (!office.known()) return {};
  Moment last_signed;
  Moment last_refused;
  for (const TalkParty& signer : signers_of(facts, party, state)) {
    const Signatures found = signatures_of(facts, signer, state);
    if (!found.any()) return {};
    Moment& last = found.last_signed.known() ? last_signed : last_refused;
    last = later(last, found.last_signed.known() ? found.last_signed : found.last_refused);
  }
  if (last_signed.known()) return later(office, last_signed);
  const Moment held = facts.at(StepKind::TalkHeld);
  return later({held.on, last_refused.fact}, office);
}

// Whether one of them answers for the unit, or may, since nobody knows for which one he does.
bool is_spoken_for(const std::vector<TalkParty>& parties, UnitIndex unit) {
  return std::any_of(parties.begin(), parties.end(), [unit](const TalkParty& party) {
    return !party.unit.known() || party.unit == unit;
  });
}

// The units the talk was opened for, or their targets; a unit of which none was named answers as
// one in any case.
std::vector<TalkParty> unsigned_parties(const MeasureFacts& facts, const State& state,
                                        bool per_official) {
  std::vector<TalkParty> parties;
  const MeasureStep* targets = targets_of(facts);
  const MeasureStep* opened = facts.first(StepKind::TalkOpened);
  const auto add = [&parties](UnitIndex unit, OfficialIndex official) {
    const auto same = [&](const TalkParty& party) {
      return party.unit == unit && party.official == official;
    };
    if (std::none_of(parties.begin(), parties.end(), same)) parties.push_back({unit, official, {}});
  };
  if (targets && per_official) {
    for (std::size_t i = 0; i < targets->officials.size(); ++i)
      add(unit_of_target(facts, *targets, i, state), targets->officials[i]);
  }
  const std::vector<TalkParty> named = parties;
  if (opened)
    for (const UnitIndex unit : opened->units)
      if (!is_spoken_for(named, unit)) add(unit, {});
  return parties;
}

}  // namespace

std::vector<TalkParty> parties_of(const MeasureFacts& facts, const State& state,
                                  bool per_official) {
  std::vector<TalkParty> parties = unsigned_parties(facts, state, per_official);
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
