#include "core/rules/lead/resolve.h"

#include <algorithm>

#include "core/rules/lead/succession.h"

namespace core::rules {
namespace {

constexpr std::string_view kClauses[] = {"2.5", "2.7"};

// Whether the limit had passed unmet when another was named.
bool has_lapsed(const LeadTurn& limit, const LeadTurn& next, Moment done, const Context& context) {
  const Date renamed = next.resolve_by_set.on;
  if (done.known() && done.on < renamed) return false;
  const bool roll = context.rulebook.on(limit.resolve_by_set.on).roll_to_workday;
  return renamed > judged_day(limit.resolve_by, context, roll);
}

// Whoever had the case on the last day, or was done before, answers for it, also once it has gone
// on to others.
void add_limit(const CaseFacts& facts, const Episode& episode, const LeadTurn& lead,
               const Ending& ending, std::int32_t number, const Context& context, Findings& out) {
  const Settings& settings = context.rulebook.on(lead.resolve_by_set.on);
  const Moment& end = ending.done.known() ? ending.done : ending.ended;
  const Date answered_on = end.known() ? std::min(end.on, lead.resolve_by) : lead.resolve_by;
  const UnitIndex unit = facts.unit_on(std::min(answered_on, context.today));
  DutyRow& row = add_duty(out, facts, RuleId::Resolve, unit, number);
  set_stated_day(row, context, settings, lead.resolve_by_set.on, lead.resolve_by);
  row.official = answering_official_on(
      facts, context, lead_in_force(facts.leads_of(episode), answered_on), answered_on);
  settle(row, context.today, ending);
  row.because = note(out, lead.resolve_by_set.fact, end.fact);
}

// The day named last holds, save that one which had passed by then stays late: naming another does
// not undo it. Closing is resolving (结案销号).
void check(const CaseFacts& facts, const Context& context, Findings& out) {
  std::int32_t number = 0;
  for (const Episode& episode : facts.episodes) {
    const Moment done = earlier(episode.resolved, episode.closed);
    const LeadTurn* limit = nullptr;
    for (const LeadTurn& lead : facts.leads_of(episode)) {
      if (!lead.resolve_by.known()) continue;
      const bool renamed = limit && limit->resolve_by_set.fact != lead.resolve_by_set.fact;
      if (renamed && has_lapsed(*limit, lead, done, context))
        add_limit(facts, episode, *limit, {{}, {}, lead.resolve_by_set}, ++number, context, out);
      limit = &lead;
    }
    if (limit) add_limit(facts, episode, *limit, {done, {}, {}}, ++number, context, out);
  }
}

}  // namespace

const Rule kResolve = {
    .id = RuleId::Resolve,
    .word = "resolve",
    .clauses = kClauses,
    .title = "按期化解",
    .source = "《关于建立健全信访工作有关机制的通知》二",
    .needs = bit(EventKind::LeadAssigned) | bit(EventKind::LeadHandedOver),
    .check = check,
    .words = {"应按期化解", "超化解时限未化解", "已按期化解", "化解超期", "无须化解"},
};

}  // namespace core::rules
