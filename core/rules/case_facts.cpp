#include "core/rules/case_facts.h"

#include <algorithm>

#include "core/model/extension.h"
#include "core/model/posting.h"
#include "core/rules/lead/level.h"

namespace core::rules {
namespace {

void note_first(Moment& slot, Moment moment) {
  if (!slot.known()) slot = moment;
}

// Copied from, since giving a row its defaults one by one costs more than all that is read into it.
constexpr Episode kNewEpisode;

// Walks the events once, in order, and keeps what is open.
class Reader {
 public:
  Reader(const State& state, CaseFacts& facts) : state_(state), facts_(facts) {}

  void take(const Event& event) {
    const Moment at{event.on, event.fact};
    facts_.kinds |= bit(event.kind);
    switch (event.kind) {
      case EventKind::Grounded:
        return take_ground(static_cast<Ground>(event.code), at);
      case EventKind::Flagged:
        return take_flags(event, at);
      case EventKind::Forwarded:
        return take_forwarded(event.unit, at);
      case EventKind::Objected:
      case EventKind::Notified:
      case EventKind::Declined:
        return take_receipt(event, at);
      case EventKind::Suspended:
      case EventKind::Resumed:
        return take_pause(event, at);
      case EventKind::Resolved:
        return take_resolved(static_cast<ResolveResult>(event.code), at);
      case EventKind::Closed:
        return take_closed(at);
      case EventKind::Reopened:
        return take_reopened(at);
      case EventKind::LeadAssigned:
      case EventKind::LeadHandedOver:
        return take_lead(event, at);
      case EventKind::ReportFiled:
        return take_report(event.until, at);
      case EventKind::Rated:
      case EventKind::LeadEngaged:
        return;
      default:
        return take_step(event, at);
    }
  }

 private:
  Handling& turn() {
    if (facts_.handlings.empty()) begin_turn(facts_.row->unit, {});
    return facts_.handlings.back();
  }

  void begin_turn(UnitIndex unit, Moment forwarded) {
    const auto episode = static_cast<std::uint32_t>(facts_.episodes.size() - 1);
    facts_.handlings.emplace_back(unit, episode, forwarded);
  }

  void take_forwarded(UnitIndex to, Moment at) {
    note_first(facts_.first_step, at);
    if (facts_.handlings.empty()) return begin_turn(to.known() ? to : facts_.row->unit, at);
    Handling& now = facts_.handlings.back();
    const UnitIndex unit = to.known() ? to : now.unit;
    const bool refused = now.objected.known() || now.declined.known();
    // What was accepted first and forwarded later, or both on one day in either order, is one turn.
    if (!now.forwarded.known() && !refused && !now.ended.known()) {
      now.forwarded = at;
      if (now.accepting_unit == now.unit) now.accepting_unit = unit;
      now.unit = unit;
      return;
    }
    // Two ledgers that tell of the same forwarding with different days do not start the clock anew.
    if (unit == now.unit && !refused && !now.ended.known()) return;
    note_first(now.ended, at);
    begin_turn(unit, at);
  }

  // The turn of the unit that acts, by what it says of itself: the one it has, or had until that
  // day. None where the case is with another: what that one owes is not settled by it.
  Handling* turn_of(UnitIndex acting, Date on) {
    Handling& now = turn();
    if (!acting.known() || !now.forwarded.known() || is_retired(now.unit, on)) return &now;
    for (std::size_t i = facts_.handlings.size(); i > 0; --i) {
      Handling& each = facts_.handlings[i - 1];
      if (each.unit == acting || each.accepting_unit == acting) return &each;
      if (!each.forwarded.known() || each.forwarded.on < on) return nullptr;
    }
    return nullptr;
  }

  // Whoever took its place may act for it.
  bool is_retired(UnitIndex unit, Date on) const {
    if (!unit.known()) return true;
    const Date retired = state_.unit(unit).retired_on;
    return retired.known() && retired <= on;
  }

  void take_receipt(const Event& event, Moment at) {
    note_first(facts_.first_step, at);
    Handling* const acting = turn_of(event.unit, at.on);
    if (!acting) return;
    if (event.kind == EventKind::Objected) return note_first(acting->objected, at);
    if (event.kind == EventKind::Notified) return note_first(acting->notified, at);
    // A refusal that came before the acceptance was taken back by it.
    if (acting->accepted.known() && !acting->ended.known()) {
      acting->ended = at;
      refusal_ = at.fact;
    }
    note_first(acting->declined, at);
  }

  void take_step(const Event& event, Moment at) {
    note_first(facts_.first_step, at);
    Handling& now = turn();
    switch (event.kind) {
      case EventKind::Accepted:
        if (!now.accepted.known() && event.unit.known()) now.accepting_unit = event.unit;
        // So was one that had ended the turn: what was accepted before is owed as it was.
        if (now.ended.fact == refusal_) now.ended = {};
        return note_first(now.accepted, at);
      case EventKind::Extended:
        if (event.code == kExtensionUntold) return note_first(now.past_acceptance, at);
        if (!now.extended.known()) now.extension_days = event.number;
        note_first(now.extended, at);
        return note_first(now.past_acceptance, at);
      case EventKind::Answered:
        note_first(now.answered, at);
        return note_first(now.past_acceptance, at);
      default:
        note_first(now.past_acceptance, at);
        note_first(now.past_answer, at);
        return take_review(event, at);
    }
  }

  void take_review(const Event& event, Moment at) {
    const bool final_round =
        event.kind == EventKind::FinalRequested || event.kind == EventKind::FinalDecided;
    const auto same = [final_round](const ReviewRound& round) {
      return round.final_round == final_round && !round.decided.known();
    };
    const auto open = std::find_if(facts_.reviews.begin(), facts_.reviews.end(), same);
    const bool has_open = open != facts_.reviews.end();
    if (event.kind == EventKind::ReviewRequested || event.kind == EventKind::FinalRequested) {
      // Asking twice before a decision is asking once.
      if (!has_open) facts_.reviews.push_back({final_round, event.unit, at, {}, event.number});
    } else if (has_open && event.kind != EventKind::Delivered) {
      open->decided = at;
      open->hearing_days = std::max<std::int32_t>(open->hearing_days, event.number);
    }
  }

  void demand(Moment at) {
    LeadLevel level = facts_.key_flag ? kLevelOfFlaggedCase : LeadLevel::None;
    for (const GroundFact& each : facts_.grounds) level = std::max(level, level_of(each.ground));
    if (level == level_) return;
    level_ = level;
    facts_.demands.push_back({level, at});
    ++facts_.episodes.back().demand_count;
  }

  void take_ground(Ground ground, Moment at) {
    facts_.grounds.push_back({ground, at});
    demand(at);
  }

  void take_flags(const Event& event, Moment at) {
    const auto mask = static_cast<unsigned>(event.number);
    const bool on = (event.code & kFlagKey) != 0;
    if (!on && (mask & kFlagKey) == 0) return;
    if (on && !facts_.key_flag) facts_.key_flagged = at;
    facts_.key_flag = on;
    demand(at);
  }

  void take_lead(const Event& event, Moment at) {
    Episode& episode = facts_.episodes.back();
    LeadTurn lead;
    if (episode.lead_count > 0) lead = facts_.leads.back();
    lead.at = at;
    lead.has_plan = (event.number & kLeadHasPlan) != 0;
    if (event.official.known()) lead.official = event.official;
    if (event.unit_official.known()) lead.unit_official = event.unit_official;
    if (event.code != 0) lead.level = static_cast<LeadLevel>(event.code);
    if (lead.level == LeadLevel::None && lead.official.known()) {
      lead.level = level_of_rank(rank_on(state_.official(lead.official), at.on));
    }
    if (event.until.known()) {
      lead.resolve_by = event.until;
      lead.resolve_by_set = at;
    }
    facts_.leads.push_back(lead);
    ++episode.lead_count;
  }

  // What is said of a week before it begins is no report on it.
  void take_report(Date monday, Moment at) {
    if (at.on < monday) return;
    Report& report = facts_.reports.emplace_back();
    report.monday = monday;
    report.filed = at;
  }

  void take_pause(const Event& event, Moment at) {
    if (event.kind == EventKind::Suspended) {
      // Without an end date nobody has approved a pause: reports go on (domain 7.3).
      if (event.until.known()) facts_.pauses.push_back({at.on, event.until, at.fact});
    } else {
      end_pauses(at.on);
    }
  }

  // A pause prolonged is two pauses: whatever of them would still last ends.
  void end_pauses(Date on) {
    for (Pause& each : facts_.pauses) each.last = std::min(each.last, on - 1);
  }

  void take_resolved(ResolveResult result, Moment at) {
    note_first(facts_.first_step, at);
    note_first(turn().past_acceptance, at);
    if (result != ResolveResult::Partial) note_first(facts_.episodes.back().resolved, at);
  }

  void take_closed(Moment at) {
    note_first(facts_.first_closed, at);
    note_first(facts_.episodes.back().closed, at);
    note_first(turn().ended, at);
  }

  void take_reopened(Moment at) {
    if (!facts_.episodes.back().closed.known()) return;
    Episode next = kNewEpisode;
    next.opened = at;
    next.first_demand = static_cast<std::uint32_t>(facts_.demands.size());
    next.first_lead = static_cast<std::uint32_t>(facts_.leads.size());
    next.demanded_before = level_;
    if (!facts_.demands.empty()) next.demanded_since = facts_.demands.back().at;
    facts_.episodes.push_back(next);
    end_pauses(at.on);
    begin_turn(facts_.unit_now(), {});
  }

  const State& state_;
  CaseFacts& facts_;
  LeadLevel level_ = LeadLevel::None;
  FactRef refusal_;  // the last one that ended a turn
};

void reset(CaseFacts& facts) {
  facts.kinds = 0;
  facts.first_step = facts.first_closed = facts.key_flagged = Moment{};
  facts.key_flag = false;
  facts.handlings.clear();
  facts.reviews.clear();
  facts.episodes.clear();
  facts.grounds.clear();
  facts.demands.clear();
  facts.leads.clear();
  facts.reports.clear();
  facts.pauses.clear();
  facts.owed_weeks.clear();
}

void sort_reports(std::vector<Report>& reports) {
  const auto before = [](const Report& a, const Report& b) {
    if (a.monday != b.monday) return a.monday < b.monday;
    if (a.filed.on != b.filed.on) return a.filed.on < b.filed.on;
    return a.filed.fact.position < b.filed.fact.position;
  };
  // Most come in order, which is sooner seen than sorted.
  if (!std::is_sorted(reports.begin(), reports.end(), before))
    std::sort(reports.begin(), reports.end(), before);
}

}  // namespace

bool read_case(const State& state, CaseIndex index, Date today, CaseFacts& facts) {
  const CaseRow& row = state.case_row(index);
  const Date known_on = row.registered_on.known() ? row.registered_on : row.received_on;
  if (!row.registered() || known_on > today || row.received_on > today) return false;
  reset(facts);
  facts.index = index;
  facts.row = &row;
  facts.today = today;
  facts.registered = {known_on, row.fact};
  facts.episodes.push_back(kNewEpisode);
  facts.episodes.back().opened = facts.registered;
  Reader reader(state, facts);
  const std::span<const Event> events = state.events();
  for (std::uint32_t at = row.first_event; at != kNoIndex;) {
    const Event& event = events[at];
    if (event.on > today) break;
    reader.take(event);
    at = event.next;
  }
  sort_reports(facts.reports);
  return true;
}

}  // namespace core::rules
