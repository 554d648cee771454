#include "core/rules/lead/lead_facts.h"

#include <algorithm>

#include "core/model/posting.h"
#include "core/rules/lead/level.h"

namespace core::rules {
namespace {

// The same day of the month, or the last one there is.
Date months_after(Date day, int months) {
  const YearMonthDay from = civil(day);
  const int month = from.month - 1 + months;
  const int year = from.year + month / 12;
  for (int last = from.day; last > 0; --last) {
    if (const std::optional<Date> found = make_date(year, month % 12 + 1, last)) return *found;
  }
  return Date{};
}

}  // namespace

LeadLevel level_demanded_on(const CaseFacts& facts, const Episode& episode, Date day) {
  LeadLevel level = episode.demanded_before;
  for (const Demand& each : facts.demands_of(episode)) {
    if (each.at.on > day) break;
    level = each.level;
  }
  return level;
}

LeadLevel level_counted(const Context& context, const LeadTurn& lead) {
  if (!lead.official.known()) return lead.level;
  const OfficialRow& official = context.state.official(lead.official);
  const auto highest_on = [&official](Date day) {
    return highest_level_of_rank(rank_on(official, day));
  };
  return std::min(lead.level, std::max(highest_on(lead.at.on), highest_on(context.today)));
}

bool lead_suffices(const Context& context, const LeadTurn& lead, LeadLevel demanded) {
  if (level_counted(context, lead) < demanded) return false;
  if (!lead.unit_official.known()) return true;
  const OfficialRow& official = context.state.official(lead.unit_official);
  return unit_side_suffices(demanded, rank_on(official, lead.at.on)) ||
         unit_side_suffices(demanded, rank_on(official, context.today));
}

OfficialIndex leader_before(const CaseFacts& facts, const Context& context, std::uint32_t episode) {
  if (episode == 0) return {};
  const Episode& before = facts.episodes[episode - 1];
  const Moment reopened = facts.episodes[episode].opened;
  if (before.lead_count == 0) return {};
  const int months = context.rulebook.on(reopened.on).reopen_same_leader_months;
  if (reopened.on > months_after(before.closed.on, months)) return {};
  const OfficialIndex official = facts.leads_of(before).back().official;
  if (!official.known()) return {};
  return has_left(context.state.official(official), context.today) ? OfficialIndex{} : official;
}

bool is_key_case(const CaseFacts& facts) {
  const bool demanded = !facts.demands.empty() && facts.demands.back().level != LeadLevel::None;
  return demanded || !facts.leads.empty();
}

void note_grounds(Findings& out, Evidence& because, const CaseFacts& facts, FactRef noted) {
  for (const GroundFact& each : facts.grounds) {
    if (each.at.fact != noted) note_more(out, because, each.at.fact);
  }
  if (facts.key_flag && facts.key_flagged.fact != noted)
    note_more(out, because, facts.key_flagged.fact);
}

}  // namespace core::rules
