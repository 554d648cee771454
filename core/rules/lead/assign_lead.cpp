#include "core/rules/lead/assign_lead.h"

#include <algorithm>

#include "core/rules/lead/lead_facts.h"
#include "core/rules/lead/level.h"
#include "core/rules/lead/succession.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.1", "2.2", "2.3", "2.4", "2.5"};
constexpr std::string_view kAnyLeader[] = {"2.1", "2.2", "2.5"};
constexpr std::string_view kMainLeader[] = {"2.1", "2.3", "2.5"};
constexpr std::string_view kPortfolioLeader[] = {"2.1", "2.4", "2.5"};

// The day the case first had to be led in this episode; a reopened key case has to be led again.
Moment first_demand(const CaseFacts& facts, const Episode& episode) {
  if (episode.demanded_before != LeadLevel::None) return episode.opened;
  for (const Demand& each : facts.demands_of(episode)) {
    if (each.level != LeadLevel::None) return each.at;
  }
  return {};
}

// The first lead that was high enough for what was demanded on its day, or on the day of the demand
// when the case was led before it became key.
Moment first_sufficient_lead(const CaseFacts& facts, const Episode& episode, Date demanded_on,
                             const Context& context) {
  for (const LeadTurn& lead : facts.leads_of(episode)) {
    const Date from = std::max(lead.at.on, demanded_on);
    if (level_counted(context, lead) >= level_demanded_on(facts, episode, from))
      return {from, lead.at.fact};
  }
  return {};
}

// Taking the key flag off a case without grounds ends the demand.
Moment demand_dropped(const CaseFacts& facts, const Episode& episode) {
  const std::span<const Demand> demands = facts.demands_of(episode);
  if (demands.empty() || demands.back().level != LeadLevel::None) return {};
  return demands.back().at;
}

void check_episode(const CaseFacts& facts, const Episode& episode, std::int32_t number,
                   const Context& context, Findings& out) {
  const Moment demanded = first_demand(facts, episode);
  if (!demanded.known()) return;
  const Settings& settings = context.rulebook.on(demanded.on);
  DutyRow& row = add_duty(out, facts, RuleId::AssignLead, facts.unit_on(demanded.on), number);
  count_workdays(row, context, demanded.on, settings.lead_assign_workdays);
  const Moment done = first_sufficient_lead(facts, episode, demanded.on, context);
  const Moment ended = earlier(episode.closed, demand_dropped(facts, episode));
  settle(row, context.today, {done, {}, ended});
  row.because = note(out, demanded.fact);
  note_grounds(out, row.because, facts, demanded.fact);
  note_more(out, row.because, done.known() ? done.fact : ended.fact);
}

void check(const CaseFacts& facts, const Context& context, Findings& out) {
  check_episodes<check_episode>(facts, context, out);
  add_successions(facts, context, out);
}

/// What an event of the case demands by itself.
LeadLevel level_of_event(const Event& event) {
  if (event.kind == EventKind::Grounded) return level_of(static_cast<Ground>(event.code));
  return event.kind == EventKind::Flagged ? kLevelOfFlaggedCase : LeadLevel::None;
}

// The highest ground among the evidence says which level is owed.
Clauses clauses_of_duty(const State& state, const Findings& found, const DutyRow& row) {
  const std::span<const FactRef> because(found.evidence.data() + row.because.first,
                                         row.because.count);
  LeadLevel level = LeadLevel::None;
  for (std::uint32_t at = state.case_row(row.case_index).first_event; at != kNoIndex;
       at = state.event(at).next) {
    const Event& event = state.event(at);
    if (std::find(because.begin(), because.end(), event.fact) != because.end())
      level = std::max(level, level_of_event(event));
  }
  if (level == LeadLevel::CountyMain) return kMainLeader;
  return level == LeadLevel::CountyPortfolio ? kPortfolioLeader : kAnyLeader;
}

constexpr DutyWords kWords = {"应落实包案领导", "包案领导未落实", "已落实包案领导",
                              "包案领导落实超期", "无须落实包案领导"};

std::string text(const State&, const DutyRow& row, Date) {
  return is_succession(row) ? succession_text(row) : std::string(kWords.of(row.state));
}

}  // namespace

const Rule kAssignLead = {
    .id = RuleId::AssignLead,
    .word = "assign_lead",
    .clauses = kClauses,
    .title = "落实包案领导",
    .source = "《关于建立健全信访工作有关机制的通知》二",
    .needs = bit(EventKind::Grounded) | bit(EventKind::Flagged) | bit(EventKind::LeadAssigned) |
             bit(EventKind::LeadHandedOver),
    .check = check,
    .duty_text = text,
    .duty_clauses = clauses_of_duty,
};

}  // namespace core::rules
