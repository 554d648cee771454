#include "core/rules/lead/succession.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/model/posting.h"

namespace core::rules {
namespace {

using Side = OfficialIndex LeadTurn::*;

// Such a duty is told apart by its day, below zero on the unit's side; the number of an episode is
// small.
constexpr std::int32_t kFirstDay = 10'000;

/// An official who leads on one side of a case from one lead on.
struct Tenure {
  Side side;
  const LeadTurn& begun;
};

bool is_retired(const State& state, UnitIndex unit, Date day) {
  return unit.known() && state.unit(unit).retired_on.known() && state.unit(unit).retired_on <= day;
}

// Most leaders hold the one post they have, and most cases are where they were.
bool may_have_gone(const CaseFacts& facts, const OfficialRow& official, Side side) {
  const std::vector<Posting>& all = official.postings;
  if (all.size() > 1 || (all.size() == 1 && all.front().left)) return true;
  const bool has_moved = facts.handlings.size() > 1 || facts.unit_now() != facts.row->unit;
  return side == &LeadTurn::unit_official && has_moved;
}

// In office; and who led for the unit that had the case is still, or once more, of the unit that
// has it. Who led from elsewhere from the beginning is not judged.
bool is_in_place(const CaseFacts& facts, const Context& context, const Tenure& tenure, Date day) {
  const OfficialRow& official = context.state.official(tenure.begun.*tenure.side);
  if (has_left(official, day)) return false;
  const Posting* const first = known_post(official, tenure.begun.at.on);
  if (tenure.side == &LeadTurn::official || !first || !first->unit.known()) return true;
  if (facts.unit_on(tenure.begun.at.on) != first->unit) return true;
  const UnitIndex holder = facts.unit_on(day);
  const UnitIndex now = known_post(official, day)->unit;
  return holder == (now.known() ? now : first->unit) || is_retired(context.state, holder, day);
}

/// Walks who led on one side of an episode.
class Walk {
 public:
  Walk(const CaseFacts& facts, const Context& context, const Episode& episode, Side side,
       Findings& out)
      : facts_(facts), context_(context), episode_(episode), side_(side), out_(out) {}

  void run() {
    const LeadTurn* begun = nullptr;
    for (const LeadTurn& lead : facts_.leads_of(episode_)) {
      if (begun && lead.*side_ == begun->*side_) continue;
      if (begun) take_tenure({side_, *begun}, lead.at);
      begun = (lead.*side_).known() ? &lead : nullptr;
    }
    if (begun) take_tenure({side_, *begun}, {});
  }

 private:
  void take_tenure(const Tenure& tenure, Moment successor) {
    const OfficialRow& official = context_.state.official(tenure.begun.*side_);
    if (!may_have_gone(facts_, official, side_)) return;
    const Moment end = successor.known() ? successor : episode_.closed;
    if (end.known() && end.on <= tenure.begun.at.on) return;
    Moment gone;
    for (const Moment& change : changes(tenure, end)) {
      const bool in_place = is_in_place(facts_, context_, tenure, change.on);
      if (in_place && gone.known()) add(tenure, gone, {{}, {}, change});
      if (in_place) gone = Moment{};
      if (!in_place && !gone.known()) gone = change;
    }
    if (gone.known()) add(tenure, gone, {successor, {}, episode_.closed});
  }

  // The days on which the official may have gone, or come back, in order.
  std::vector<Moment> changes(const Tenure& tenure, Moment end) const {
    std::vector<Moment> found{tenure.begun.at};
    const auto take = [&](Moment at) {
      if (at.on < tenure.begun.at.on || at.on > context_.today) return;
      if (end.known() && at.on >= end.on) return;
      std::size_t place = found.size();
      while (found[place - 1].on > at.on) --place;
      found.insert(found.begin() + static_cast<std::ptrdiff_t>(place), at);
    };
    for (const Posting& each : context_.state.official(tenure.begun.*side_).postings)
      take({each.on, each.fact});
    if (side_ == &LeadTurn::unit_official)
      for (const Handling& each : facts_.handlings)
        if (each.forwarded.known()) take(each.forwarded);
    return found;
  }

  void add(const Tenure& tenure, Moment gone, const Ending& ending) {
    const bool of_county = side_ == &LeadTurn::official;
    DutyRow& row =
        add_duty(out_, facts_, RuleId::AssignLead, {}, of_county ? gone.on.days : -gone.on.days);
    const Settings& settings = context_.rulebook.on(gone.on);
    count_workdays(row, context_, gone.on, settings.lead_assign_workdays);
    settle(row, context_.today, ending);
    const FactRef end = ending.done.known() ? ending.done.fact : ending.ended.fact;
    const FactRef led = tenure.begun.at.fact;
    row.because = note(out_, led, gone.fact == led ? FactRef{} : gone.fact, end);
  }

  const CaseFacts& facts_;
  const Context& context_;
  const Episode& episode_;
  Side side_;
  Findings& out_;
};

// Of the run of leads with the same official that the lead is part of, the first.
const LeadTurn& first_of_tenure(const CaseFacts& facts, const LeadTurn& lead, Side side) {
  const LeadTurn* first = &lead;
  const LeadTurn* begin = facts.leads.data();
  for (const Episode& each : facts.episodes)
    if (facts.leads.data() + each.first_lead <= &lead) begin = facts.leads.data() + each.first_lead;
  while (first > begin && (first - 1)->*side == lead.*side) --first;
  return *first;
}

}  // namespace

const LeadTurn& lead_in_force(std::span<const LeadTurn> leads, Date day) {
  std::size_t at = leads.size() - 1;
  while (at > 0 && leads[at].at.on > day) --at;
  return leads[at];
}

OfficialIndex answering_official_on(const CaseFacts& facts, const Context& context,
                                    const LeadTurn& lead, Date day) {
  const Date known = std::max(lead.at.on, std::min(day, context.today));
  for (const Side side : {&LeadTurn::unit_official, &LeadTurn::official}) {
    const OfficialIndex official = lead.*side;
    if (!official.known()) continue;
    if (!may_have_gone(facts, context.state.official(official), side)) return official;
    if (is_in_place(facts, context, {side, first_of_tenure(facts, lead, side)}, known))
      return official;
  }
  return {};
}

Answering::Answering(const CaseFacts& facts, const Context& context, const LeadTurn& lead)
    : facts_(facts), context_(context), lead_(lead) {
  const Side side = lead.unit_official.known() ? &LeadTurn::unit_official : &LeadTurn::official;
  named_ = lead.*side;
  stays_ = !named_.known() || !may_have_gone(facts, context.state.official(named_), side);
}

void add_successions(const CaseFacts& facts, const Context& context, Findings& out) {
  for (const Episode& episode : facts.episodes)
    for (const Side side : {&LeadTurn::official, &LeadTurn::unit_official})
      Walk(facts, context, episode, side, out).run();
}

bool is_succession(const DutyRow& row) { return row.occurrence > kFirstDay || row.occurrence < 0; }

std::string succession_text(const DutyRow& row) {
  const std::string_view side = row.occurrence < 0 ? "单位" : "县级";
  switch (row.state) {
    case DutyState::Open:
      return fmt::format("{}包案领导缺位，应明确接任领导", side);
    case DutyState::Overdue:
      return fmt::format("{}包案领导缺位，接任领导未明确", side);
    case DutyState::Done:
      return fmt::format("已明确接任的{}包案领导", side);
    case DutyState::DoneLate:
      return fmt::format("明确接任的{}包案领导超期", side);
    case DutyState::Void:
      return fmt::format("无须明确接任的{}包案领导", side);
  }
  return {};
}

}  // namespace core::rules
