#include "core/rules/talk/proposed_talk.h"

#include <algorithm>

#include "core/model/posting.h"

namespace core::rules {
namespace {

TalkGround ground_of(const PromptRow& prompt) {
  switch (prompt.rule) {
    case RuleId::BottomStreak:
      return TalkGround::BottomStreak;
    case RuleId::SpecialStreak:
      return TalkGround::SpecialStreak;
    default:
      return static_cast<TalkGround>(prompt.code);
  }
}

// Whether it is or was listed because of grave effect (5.1).
bool is_listed_as_grave(const State& state, CaseIndex index, Date today) {
  const auto ground = static_cast<std::uint8_t>(SupervisionGround::Grave);
  return std::any_of(state.measures().begin(), state.measures().end(), [&](const MeasureRow& row) {
    if (row.kind != Subject::Kind::Supervision || row.case_index != index) return false;
    const MeasureStep* opened = row.first(StepKind::SupervisionOpened);
    return opened && opened->code == ground && opened->on <= today;
  });
}

// Whether the case was flagged or listed as grave and is so still.
bool is_grave(const State& state, CaseIndex index, Date today) {
  bool grave = is_listed_as_grave(state, index, today);
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.on > today) break;
    if (event.kind == EventKind::Grounded)
      grave = grave || event.code == static_cast<std::uint8_t>(Ground::BeijingVisit);
    if (event.kind != EventKind::Flagged) continue;
    if ((event.code & kFlagGrave) != 0) grave = true;
    if ((static_cast<unsigned>(event.number) & kFlagGrave) != 0) grave = false;
  }
  return grave;
}

void add_once(std::vector<OfficialIndex>& targets, OfficialIndex official) {
  if (std::find(targets.begin(), targets.end(), official) == targets.end())
    targets.push_back(official);
}

void add_heads(const State& state, UnitIndex unit, Date today, OfficialRank rank,
               std::vector<OfficialIndex>& targets) {
  for (std::uint32_t i = 0; i < state.officials().size(); ++i) {
    const Posting* post = posting_on(state.officials()[i], today);
    if (post && post->unit == unit && post->rank == rank) add_once(targets, OfficialIndex{i});
  }
}

// Who leads the case for its unit now.
void add_lead(const State& state, CaseIndex index, Date today,
              std::vector<OfficialIndex>& targets) {
  CaseFacts facts;
  if (!read_case(state, index, today, facts) || facts.leads.empty()) return;
  const OfficialIndex lead = facts.leads.back().unit_official;
  if (lead.known() && posting_on(state.official(lead), today)) add_once(targets, lead);
}

// Whether a talk with another unit is asked for on the same measure and ground.
bool has_company(const Findings& findings, const PromptRow& prompt) {
  return prompt.measure.known() &&
         std::any_of(findings.prompts.begin(), findings.prompts.end(), [&](const PromptRow& other) {
           return other.measure == prompt.measure && other.rule == prompt.rule &&
                  other.action == Action::Talk && other.state == PromptState::Open &&
                  other.unit.known() && other.unit != prompt.unit;
         });
}

}  // namespace

ProposedTalk proposed_talk(const State& state, const Findings& findings, Date today,
                           const PromptRow& prompt) {
  ProposedTalk proposed;
  if (has_company(findings, prompt)) proposed.form = TalkForm::Collective;
  proposed.ground = ground_of(prompt);
  const bool streak =
      proposed.ground == TalkGround::BottomStreak || proposed.ground == TalkGround::SpecialStreak;
  const bool repeated = streak && prompt.code > 1;
  if (repeated || (prompt.case_index.known() && is_grave(state, prompt.case_index, today)))
    proposed.convener = Convener::Chief;
  if (!prompt.unit.known()) return proposed;
  add_heads(state, prompt.unit, today, OfficialRank::UnitMain, proposed.targets);
  add_heads(state, prompt.unit, today, OfficialRank::UnitDeputy, proposed.targets);
  if (prompt.case_index.known()) add_lead(state, prompt.case_index, today, proposed.targets);
  return proposed;
}

}  // namespace core::rules
