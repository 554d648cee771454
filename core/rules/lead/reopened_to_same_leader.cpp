#include "core/rules/lead/reopened_to_same_leader.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "core/rules/lead/lead_facts.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.5"};

// The first turn in which the leader has the case again, else the first of anybody: naming another
// is declining. Only where some turn is there.
const LeadTurn& deciding_turn(std::span<const LeadTurn> leads, OfficialIndex leader) {
  const auto back = std::find_if(leads.begin(), leads.end(), [leader](const LeadTurn& each) {
    return each.official == leader;
  });
  return back == leads.end() ? leads.front() : *back;
}

// 一包到底: the occurrence is the number of the reopening.
void check(const CaseFacts& facts, const Context& context, Findings& out) {
  for (std::uint32_t i = 1; i < facts.episodes.size(); ++i) {
    const OfficialIndex leader = leader_before(facts, context, i);
    if (!leader.known()) continue;
    const Episode& episode = facts.episodes[i];
    PromptRow row = prompt_about(facts, RuleId::ReopenedToSameLeader, Action::AssignLead,
                                 facts.unit_on(episode.opened.on), static_cast<std::int32_t>(i));
    row.official = leader;
    row.opened_on = episode.opened.on;
    const LeadTurn& before = facts.leads_of(facts.episodes[i - 1]).back();
    row.code = static_cast<std::uint8_t>(before.level);
    row.because = note(out, before.at.fact, facts.episodes[i - 1].closed.fact, episode.opened.fact);
    if (episode.lead_count > 0) {
      const LeadTurn& decided = deciding_turn(facts.leads_of(episode), leader);
      row.state = decided.official == leader ? PromptState::Taken : PromptState::Declined;
      note_more(out, row.because, decided.at.fact);
    } else {
      settle_prompt(row, context, out);
      if (row.state == PromptState::Open && episode.closed.known()) continue;
    }
    out.prompts.push_back(row);
  }
}

std::string text(const State& state, const Findings&, const PromptRow& row) {
  return fmt::format("重启事项建议仍由{}包案", state.official(row.official).name);
}

}  // namespace

const Rule kReopenedToSameLeader = {
    .id = RuleId::ReopenedToSameLeader,
    .word = "reopened_to_same_leader",
    .clauses = kClauses,
    .title = "重启事项仍由原包案领导负责",
    .source = "《关于建立健全信访工作有关机制的通知》二",
    .needs = bit(EventKind::Reopened),
    .check = check,
    .prompt_text = text,
};

}  // namespace core::rules
