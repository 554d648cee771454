#pragma once
// Questions about leads that several rules ask.

#include "core/rules/rule.h"

namespace core::rules {

/// The check of a rule that asks about every episode, with its number from 1 on.
template <auto check_episode>
void check_episodes(const CaseFacts& facts, const Context& context, Findings& out) {
  std::int32_t number = 0;
  for (const Episode& episode : facts.episodes)
    check_episode(facts, episode, ++number, context, out);
}

/// The level in force in the episode at the end of that day.
LeadLevel level_demanded_on(const CaseFacts& facts, const Episode& episode, Date day);

/// The level the lead counts for: as stated, but no higher than its leader's rank on record allows,
/// that of the day of the lead or today's after a promotion.
LeadLevel level_counted(const Context& context, const LeadTurn& lead);

/// Whether the county side is high enough, and the unit side too where one is named, by the same
/// ranks.
bool lead_suffices(const Context& context, const LeadTurn& lead, LeadLevel demanded);

/// Who the case goes back to: the county leader before the closure, where the case reopened within
/// the months of the setting and the leader is still in office. Unknown otherwise.
OfficialIndex leader_before(const CaseFacts& facts, const Context& context, std::uint32_t episode);

/// 重点案件: on the list of led cases, on a ground that calls for a lead, or flagged by the office.
bool is_key_case(const CaseFacts& facts);

/// Every ground known by now, and the flag while the case is flagged as key, save one noted before.
void note_grounds(Findings& out, Evidence& because, const CaseFacts& facts, FactRef noted = {});

}  // namespace core::rules
