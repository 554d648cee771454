#pragma once
// What the events of one case add up to on a day, in the shape the rules ask for.

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/date.h"
#include "core/model/state.h"
#include "core/rules/moment.h"

namespace core::rules {

/// One unit's turn with a case: from the day it was forwarded to the day it was passed on, closed
/// or is still there. A case that was never forwarded has one turn of the unit it was registered
/// for.
struct Handling {
  Handling() = default;
  // Spelled out: a vector that makes one of nothing first fills it with zeros, then with this.
  Handling(UnitIndex holder, std::uint32_t in_episode, Moment begun)
      : unit(holder), accepting_unit(holder), episode(in_episode), forwarded(begun) {}

  UnitIndex unit;
  UnitIndex accepting_unit;   ///< As the acceptance says, else `unit`.
  std::uint32_t episode = 0;  ///< Into CaseFacts::episodes.
  Moment forwarded;
  Moment objected;
  Moment notified;
  Moment accepted;
  Moment declined;
  Moment extended;  ///< The first extension; there is only one (条例34).
  std::int32_t extension_days = 0;
  Moment answered;
  Moment past_acceptance;  ///< First fact nobody states of a case that was not accepted.
  Moment past_answer;      ///< First fact nobody states of a case that was not answered.
  Moment ended;            ///< Passed on to another unit, or closed.
};

/// A request for review or final review with its decision.
struct ReviewRound {
  bool final_round = false;
  UnitIndex unit;  ///< The reviewing organ, when the request names one.
  Moment requested;
  Moment decided;
  std::int32_t hearing_days = 0;
};

struct GroundFact {
  Ground ground = Ground::Unknown;
  Moment at;
};

/// From this moment on the case must be led at least at `level`; None = it is no key case.
struct Demand {
  LeadLevel level = LeadLevel::None;
  Moment at;
};

/// Who leads from this moment on. What a later fact does not say is as before.
struct LeadTurn {
  LeadLevel level = LeadLevel::None;
  bool has_plan = false;   ///< Came with a plan.
  OfficialIndex official;  ///< County side.
  OfficialIndex unit_official;
  Date resolve_by;
  Moment resolve_by_set;  ///< The fact that set `resolve_by`.
  Moment at;
};

/// From registration or reopening to closure. Demands and leads are runs of the lists of CaseFacts.
struct Episode {
  Moment opened;
  Moment closed;
  Moment resolved;  ///< Fully, or into the courts; partial results do not end a lead.
  std::uint32_t first_demand = 0;
  std::uint32_t demand_count = 0;
  std::uint32_t first_lead = 0;
  std::uint32_t lead_count = 0;
  LeadLevel demanded_before = LeadLevel::None;  ///< In force when the episode opened.
  Moment demanded_since;
};

struct Report {
  Date monday;  ///< Of the week it reports on.
  Moment filed;
};

/// Days on which no weekly report is owed: suspended with an end date, not resumed.
struct Pause {
  Date first;
  Date last;
  FactRef fact;
};

/// One weekly report that is owed, see weekly_schedule.h.
struct OwedWeek {
  Date monday;
  Date opened_on;
  Date due_on;
  Date judged_on;
  bool provisional = false;
  std::uint32_t episode = 0;
  std::uint32_t lead = 0;  ///< Into CaseFacts::leads: who answered for it.
  Moment filed;            ///< The first report that covers it.
};

/// Reused from case to case: its memory is kept.
struct CaseFacts {
  CaseIndex index;
  const CaseRow* row = nullptr;
  Date today;
  std::uint32_t kinds = 0;  ///< Bit 1 << EventKind for every kind that happened.
  Moment registered;
  Moment first_step;  ///< First fact that shows the case had left the office.
  Moment first_closed;
  bool key_flag = false;
  Moment key_flagged;
  std::vector<Handling> handlings;
  std::vector<ReviewRound> reviews;
  std::vector<Episode> episodes;  ///< At least one.
  std::vector<GroundFact> grounds;
  std::vector<Demand> demands;
  std::vector<LeadTurn> leads;
  std::vector<Report> reports;  ///< Ordered by week, then by day.
  std::vector<Pause> pauses;
  std::vector<OwedWeek> owed_weeks;

  bool has(EventKind kind) const { return ((kinds >> static_cast<unsigned>(kind)) & 1U) != 0; }
  bool closed() const { return episodes.back().closed.known(); }

  /// Whose turn it was on that day; the unit it was registered for before the first turn.
  UnitIndex unit_on(Date day) const {
    UnitIndex unit = row->unit;
    for (const Handling& each : handlings) {
      if (each.forwarded.known() && each.forwarded.on > day) break;
      unit = each.unit;
    }
    return unit;
  }
  UnitIndex unit_now() const { return handlings.empty() ? row->unit : handlings.back().unit; }

  std::span<const LeadTurn> leads_of(const Episode& episode) const {
    return std::span(leads).subspan(episode.first_lead, episode.lead_count);
  }
  std::span<const Demand> demands_of(const Episode& episode) const {
    return std::span(demands).subspan(episode.first_demand, episode.demand_count);
  }
};

constexpr std::uint32_t bit(EventKind kind) { return 1U << static_cast<unsigned>(kind); }

/// Reads what was known of the case by the end of `today`. False when the case was not there yet,
/// or not any more; `facts` is then of no use.
bool read_case(const State& state, CaseIndex index, Date today, CaseFacts& facts);

}  // namespace core::rules
