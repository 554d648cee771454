// The part of CaseDrafter that turns dates into events.
#include <fmt/format.h>

#include "core/intake/drafters/case_drafter.h"

namespace core::intake {
namespace {

/// The last event of a kind, and whether one lies exactly on the day.
struct Found {
  Event last;
  bool any = false;
  bool exact = false;
};

template <typename Fits>
Found find_events(const State& state, CaseIndex index, Date on, const Fits& fits) {
  Found found;
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next) {
    const Event& event = state.event(at);
    if (!fits(event)) continue;
    found.last = event;
    found.any = true;
    found.exact = found.exact || event.on == on;
  }
  return found;
}

/// A case that was reopened in between can be accepted and answered once more.
bool is_new_round(const State& state, CaseIndex index, Date last, Date on) {
  for (std::uint32_t at = state.case_row(index).first_event; at != kNoIndex;
       at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.kind == EventKind::Reopened && event.on >= last && event.on <= on) return true;
  }
  return false;
}

}  // namespace

void CaseDrafter::start_event(EventKind kind, Date on, CaseIndex index) {
  fact_.start(word(kind), on);
  fact_.fields.add("case", state().case_text(index).number);
}

Status CaseDrafter::draft_events(const CaseDraft& draft, CaseIndex index) {
  if (draft.forwarded_on.known()) {
    CORE_TRY(draft_forwarding(draft, index));
  } else {
    CORE_TRY(draft_unit(draft, index));
  }
  CORE_TRY(draft_event(index, EventKind::Accepted, draft.accepted_on, draft.unit,
                       Column::AcceptedOn, kStatedAccepted));
  const Column answered =
      row().text(Column::AnsweredOn).empty() ? Column::FinishedOn : Column::AnsweredOn;
  CORE_TRY(
      draft_event(index, EventKind::Answered, draft.answered_on, {}, answered, kStatedAnswered));
  CORE_TRY(draft_rating(index, RatingParty::Unit, draft.unit_rating, Column::UnitRating,
                        kStatedUnitRating));
  return draft_rating(index, RatingParty::Office, draft.office_rating, Column::OfficeRating,
                      kStatedOfficeRating);
}

Status CaseDrafter::move_event(const Event& event, Date on, CaseIndex index, Column column) {
  if (on < state().case_row(index).received_on) {
    leave_out(column,
              fmt::format("早于收到之日（{}）", to_string(state().case_row(index).received_on)));
    return Done{};
  }
  CORE_ASSIGN([[maybe_unused]] const bool taken,
              correct(event.fact, Fields{{"on", to_string(on)}}, column));
  return Done{};
}

Status CaseDrafter::draft_forwarding(const CaseDraft& draft, CaseIndex index) {
  const Date on = draft.forwarded_on;
  const Found to_unit = find_events(state(), index, on, [&](const Event& event) {
    return event.kind == EventKind::Forwarded && event.unit == draft.unit;
  });
  if (to_unit.exact) {
    session().stated(index) |= kStatedForwarded | kStatedUnit;
    return Done{};
  }
  const Found that_day = find_events(state(), index, on, [&](const Event& event) {
    return event.kind == EventKind::Forwarded && event.on == on;
  });
  if (!to_unit.any && !that_day.any) {
    session().stated(index) |= kStatedForwarded;
    start_event(EventKind::Forwarded, on, index);
    fact_.fields.add("unit", state().unit(draft.unit).code);
    CORE_ASSIGN([[maybe_unused]] const bool taken, record(fact_, Column::ForwardedOn));
    return Done{};
  }
  if (!may_change(kStatedForwarded, to_unit.any ? Column::ForwardedOn : Column::Unit))
    return Done{};
  if (to_unit.any) return move_event(to_unit.last, on, index, Column::ForwardedOn);
  CORE_ASSIGN(
      [[maybe_unused]] const bool taken,
      correct(that_day.last.fact, Fields{{"unit", state().unit(draft.unit).code}}, Column::Unit));
  return Done{};
}

Status CaseDrafter::draft_unit(const CaseDraft& draft, CaseIndex index) {
  const CaseRow& known = state().case_row(index);
  if (known.unit == draft.unit) {
    session().stated(index) |= kStatedUnit;
    return Done{};
  }
  const Found forwarded = find_events(state(), index, Date{}, [](const Event& event) {
    return event.kind == EventKind::Forwarded;
  });
  const Found to_unit = find_events(state(), index, Date{}, [&](const Event& event) {
    return event.kind == EventKind::Forwarded && event.unit == draft.unit;
  });
  if (to_unit.any || !may_change(kStatedUnit, Column::Unit)) return Done{};
  if (forwarded.any) {
    leave_out(Column::Unit, fmt::format("现由{}承办，改由别的单位承办须有转交日期",
                                        state().unit(forwarded.last.unit).name));
    return Done{};
  }
  CORE_ASSIGN([[maybe_unused]] const bool taken,
              correct(known.fact, Fields{{"unit", state().unit(draft.unit).code}}, Column::Unit));
  return Done{};
}

Status CaseDrafter::draft_event(CaseIndex index, EventKind kind, Date on, UnitIndex unit,
                                Column column, std::uint32_t bit) {
  if (!on.known()) return Done{};
  const Found found =
      find_events(state(), index, on, [kind](const Event& event) { return event.kind == kind; });
  if (found.exact) {
    session().stated(index) |= bit;
    return Done{};
  }
  if (found.any && !is_new_round(state(), index, found.last.on, on))
    return may_change(bit, column) ? move_event(found.last, on, index, column) : Status(Done{});
  session().stated(index) |= bit;
  start_event(kind, on, index);
  if (unit.known()) fact_.fields.add("unit", state().unit(unit).code);
  CORE_ASSIGN([[maybe_unused]] const bool taken, record(fact_, column));
  return Done{};
}

Status CaseDrafter::draft_rating(CaseIndex index, RatingParty party, Rating rating, Column column,
                                 std::uint32_t bit) {
  if (rating == Rating::Unknown) return Done{};
  const Found found = find_events(state(), index, Date{}, [party](const Event& event) {
    return event.kind == EventKind::Rated && event.number == static_cast<std::int16_t>(party);
  });
  const bool same = found.any && found.last.code == static_cast<std::uint8_t>(rating);
  if (!same && !may_change(bit, column)) return Done{};
  session().stated(index) |= bit;
  if (same) return Done{};
  start_event(EventKind::Rated, session().today(), index);
  fact_.fields.add("party", word(party));
  fact_.fields.add("rating", word(rating));
  CORE_ASSIGN(const bool taken, record(fact_, column));
  rated_ = rated_ || taken;
  return Done{};
}

}  // namespace core::intake
