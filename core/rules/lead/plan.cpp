#include "core/rules/lead/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/rules/lead/lead_facts.h"
#include "core/rules/lead/succession.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.5"};

// 一套方案: the plan belongs to the case, so a change of leader neither starts the term again nor
// asks for another plan.
void check_episode(const CaseFacts& facts, const Episode& episode, std::int32_t number,
                   const Context& context, Findings& out) {
  const std::span<const LeadTurn> leads = facts.leads_of(episode);
  if (leads.empty()) return;
  const Moment assigned = leads.front().at;
  Moment plan;
  for (const LeadTurn& lead : leads) {
    if (lead.has_plan) plan = earlier(plan, lead.at);
  }
  const Settings& settings = context.rulebook.on(assigned.on);
  DutyRow& row = add_duty(out, facts, RuleId::Plan, facts.unit_on(assigned.on), number);
  count_workdays(row, context, assigned.on, settings.plan_workdays);
  const Date answered_on = plan.known() ? std::min(plan.on, row.due_on) : row.due_on;
  row.official =
      answering_official_on(facts, context, lead_in_force(leads, answered_on), answered_on);
  settle(row, context.today, {plan, {}, episode.closed});
  const FactRef end = plan.known() ? plan.fact : episode.closed.fact;
  row.because = note(out, assigned.fact, end == assigned.fact ? FactRef{} : end);
}

std::string text(const State&, const DutyRow& row, Date) {
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("应于{}个工作日内制定化解方案", row.term);
    case DutyState::Overdue:
      return "化解方案未制定";
    case DutyState::Done:
      return "已制定化解方案";
    case DutyState::DoneLate:
      return "化解方案制定超期";
    case DutyState::Void:
      return "无须制定化解方案";
  }
  return {};
}

}  // namespace

const Rule kPlan = {
    .id = RuleId::Plan,
    .word = "plan",
    .clauses = kClauses,
    .title = "制定化解方案",
    .source = "《关于建立健全信访工作有关机制的通知》二",
    .needs = bit(EventKind::LeadAssigned) | bit(EventKind::LeadHandedOver),
    .check = check_episodes<check_episode>,
    .duty_text = text,
};

}  // namespace core::rules
