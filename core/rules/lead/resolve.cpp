#include "core/rules/lead/resolve.h"

#include <algorithm>

#include "core/rules/lead/lead_facts.h"
#include "core/rules/lead/succession.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.5", "2.7"};

// The day named last holds; closing is resolving (结案销号).
void check_episode(const CaseFacts& facts, const Episode& episode, std::int32_t number,
                   const Context& context, Findings& out) {
  const std::span<const LeadTurn> leads = facts.leads_of(episode);
  if (leads.empty() || !leads.back().resolve_by.known()) return;
  const LeadTurn& lead = leads.back();
  const Settings& settings = context.rulebook.on(lead.resolve_by_set.on);
  DutyRow& row = add_duty(out, facts, RuleId::Resolve, facts.unit_on(context.today), number);
  set_stated_day(row, context, settings, lead.resolve_by_set.on, lead.resolve_by);
  const Moment done = earlier(episode.resolved, episode.closed);
  const Date answered_on = done.known() ? std::min(done.on, lead.resolve_by) : lead.resolve_by;
  row.official = answering_official_on(facts, context, lead, answered_on);
  settle(row, context.today, {done, {}, {}});
  row.because = note(out, lead.resolve_by_set.fact, done.fact);
}

}  // namespace

const Rule kResolve = {
    .id = RuleId::Resolve,
    .word = "resolve",
    .clauses = kClauses,
    .title = "按期化解",
    .source = "《关于建立健全信访工作有关机制的通知》二",
    .needs = bit(EventKind::LeadAssigned) | bit(EventKind::LeadHandedOver),
    .check = check_episodes<check_episode>,
    .words = {"应按期化解", "超化解时限未化解", "已按期化解", "化解超期", "无须化解"},
};

}  // namespace core::rules
