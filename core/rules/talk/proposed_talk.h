#pragma once
// Who a talk that a prompt asks for would be with, and who would hold it (6.2); a person decides.

#include <vector>

#include "core/rules/rule.h"

namespace core::rules {

struct ProposedTalk {
  TalkGround ground = TalkGround::Unknown;
  /// The chief convenor where the matter is grave: a case flagged so, a visit to Beijing, or a
  /// further hit within the months that count (domain 7.7). Else a convenor.
  Convener convener = Convener::Convener;
  /// One unit is talked to alone; several whom one bulletin calls for are talked to together.
  TalkForm form = TalkForm::Individual;
  /// In office that day: the unit's head, its deputies, and who leads the case for the unit.
  std::vector<OfficialIndex> targets;
};

ProposedTalk proposed_talk(const State& state, const Findings& findings, Date today,
                           const PromptRow& prompt);

}  // namespace core::rules
