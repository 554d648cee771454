#include "core/model/case_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/model/fact_kind.h"
#include "core/model/in_office.h"

namespace core {
namespace {

using Problems = std::vector<std::string>;

/// What must have happened first. `required`: without the cause there can be no effect; otherwise
/// imported cases may lack it, and only a wrong order is refused.
struct Cause {
  EventKind effect;
  EventKind cause;
  bool required;
  std::string_view cause_label;
};

constexpr Cause kCauses[] = {
    {EventKind::Objected, EventKind::Forwarded, true, "转送、交办"},
    {EventKind::Answered, EventKind::Accepted, false, "受理"},
    {EventKind::Extended, EventKind::Accepted, false, "受理"},
    {EventKind::Delivered, EventKind::Answered, false, "作出处理意见"},
    {EventKind::ReviewRequested, EventKind::Answered, false, "作出处理意见"},
    {EventKind::ReviewDecided, EventKind::ReviewRequested, true, "请求复查"},
    {EventKind::FinalRequested, EventKind::ReviewDecided, false, "复查意见"},
    {EventKind::FinalDecided, EventKind::FinalRequested, true, "请求复核"},
    {EventKind::Resumed, EventKind::Suspended, true, "暂停"},
    {EventKind::Reopened, EventKind::Closed, true, "结案销号"},
    {EventKind::LeadHandedOver, EventKind::LeadAssigned, true, "明确包案领导"},
};

/// The events of a case around one of them that is judged: without it, and with one of them moved
/// to another day or gone, when that is being asked.
struct Look {
  const State& state;
  const CaseRow& row;
  FactRef judged = {};  ///< Unknown for a fact that is still to be recorded.
  FactRef changed = {};
  Date moved_to = {};  ///< Of the changed event; unknown when it goes.

  template <typename Visit>
  void for_each(const Visit& visit) const {
    for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next) {
      const Event& event = state.event(at);
      if (judged.known() && event.fact == judged) continue;
      const bool is_changed = changed.known() && event.fact == changed;
      if (is_changed && !moved_to.known()) continue;
      visit(event.kind, is_changed ? moved_to : event.on, event.fact);
    }
  }
};

/// First day of such an event on the case; unknown when there is none.
Date first_day(const Look& look, EventKind wanted) {
  Date first;
  look.for_each([&](EventKind kind, Date on, FactRef) {
    if (kind == wanted && (!first.known() || on < first)) first = on;
  });
  return first;
}

/// Whether what `begin` begins and `end` ends lasts when the judged event comes on `day`.
bool lasts(const Look& look, Date day, EventKind begin, EventKind end) {
  std::pair<Date, FactRef> latest;
  bool lasting = false;
  look.for_each([&](EventKind kind, Date on, FactRef fact) {
    if ((kind != begin && kind != end) || on > day) return;
    if (on == day && look.judged.known() && look.judged < fact) return;
    if (latest.first.known() && std::pair(on, fact) < latest) return;
    latest = {on, fact};
    lasting = kind == begin;
  });
  return lasting;
}

bool is_closed(const Look& look, Date day) {
  return lasts(look, day, EventKind::Closed, EventKind::Reopened);
}

bool is_suspended(const Look& look, Date day) {
  return lasts(look, day, EventKind::Suspended, EventKind::Resumed);
}

void check_received(Date on, Date received, Problems& out) {
  if (on < received)
    out.push_back(fmt::format("日期{}早于收到之日（{}）", to_string(on), to_string(received)));
}

void check_cause(Date on, EventKind kind, const Look& look, Problems& out) {
  for (const Cause& cause : kCauses) {
    if (cause.effect != kind) continue;
    const Date day = first_day(look, cause.cause);
    if (!day.known()) {
      if (cause.required) out.push_back(fmt::format("此前没有“{}”的记录", cause.cause_label));
    } else if (on < day) {
      out.push_back(
          fmt::format("日期{}早于{}（{}）", to_string(on), cause.cause_label, to_string(day)));
    }
  }
}

/// Whether the answer the acceptance before `on` asks for was put off already: who accepts anew, on
/// a new handing over or after reopening, has a term of his own (条例34).
bool is_extended(const Look& look, Date on) {
  Date accepted;
  look.for_each([&](EventKind kind, Date day, FactRef) {
    if (kind == EventKind::Accepted && day <= on && (!accepted.known() || day > accepted))
      accepted = day;
  });
  Date next;  // acceptance after that
  look.for_each([&](EventKind kind, Date day, FactRef) {
    if (kind == EventKind::Accepted && day > on && (!next.known() || day < next)) next = day;
  });
  bool extended = false;
  look.for_each([&](EventKind kind, Date day, FactRef) {
    const bool here = (!accepted.known() || day >= accepted) && (!next.known() || day < next);
    extended = extended || (kind == EventKind::Extended && here);
  });
  return extended;
}

/// What is asked for is decided once.
void check_asked(Date on, EventKind kind, EventKind asked, std::string_view decided,
                 const Look& look, Problems& out) {
  if (first_day(look, asked).known() && !lasts(look, on, asked, kind))
    out.push_back(fmt::format("{}已作出，此后没有新的请求", decided));
}

void check_once(Date on, EventKind kind, const Look& look, Problems& out) {
  if (kind == EventKind::Extended && is_extended(look, on))
    out.emplace_back("已经延期一次，不能再延");
  if (kind == EventKind::ReviewDecided)
    check_asked(on, kind, EventKind::ReviewRequested, "复查意见", look, out);
  if (kind == EventKind::FinalDecided)
    check_asked(on, kind, EventKind::FinalRequested, "复核意见", look, out);
  if (kind == EventKind::Closed && is_closed(look, on)) out.emplace_back("该事项已结案销号");
  if (kind == EventKind::Reopened && first_day(look, EventKind::Closed).known() &&
      !is_closed(look, on))
    out.emplace_back("该事项没有结案，不必重新交办");
  if (kind == EventKind::Resumed && first_day(look, EventKind::Suspended).known() &&
      !is_suspended(look, on))
    out.emplace_back("该事项没有暂停，不必恢复");
}

Problems order_problems(Date on, EventKind kind, const Look& look) {
  Problems problems;
  check_cause(on, kind, look, problems);
  check_once(on, kind, look, problems);
  return problems;
}

void check_leaders(const FieldsView& fields, Date on, const State& state, Date today,
                   Problems& out) {
  for (const std::string_view field : {"official", "unit_official"})
    if (std::string problem =
            out_of_office(state.find_official(fields.text(field)), on, state, today);
        !problem.empty())
      out.push_back(std::move(problem));
}

/// New work goes to units that are still there.
void check_unit(std::string_view kind, std::string_view unit, Date on, const State& state,
                Problems& out) {
  if (kind != "case.registered" && kind != "case.forwarded" && kind != "case.accepted") return;
  if (std::string problem = retired_before(unit, on, state); !problem.empty())
    out.push_back(std::move(problem));
}

/// Whether the unit had the case on the day: forwarded to it and not passed on before, or accepted
/// by it in another fact than the one judged. Where no forwarding names a unit, or that one is
/// gone, nobody can tell.
bool has_case(UnitIndex unit, Date on, const Look& look) {
  const State& state = look.state;
  UnitIndex holder;
  bool has = false;
  for (std::uint32_t at = look.row.first_event; at != kNoIndex; at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.on > on) break;
    if (!event.unit.known() || event.fact == look.judged) continue;
    if (event.kind == EventKind::Forwarded) {
      holder = event.unit;
      has = holder == unit || (has && event.on == on);
    } else if (event.kind == EventKind::Accepted) {
      has = has || event.unit == unit;
    }
  }
  if (!holder.known()) return true;
  const Date retired = state.unit(holder).retired_on;
  return has || (retired.known() && retired <= on);
}

/// 条例23: who received a case tells the petitioner, objects, accepts or refuses; nobody else does.
void check_receiver(EventKind kind, std::string_view unit, Date on, const Look& look,
                    Problems& out) {
  if (kind != EventKind::Objected && kind != EventKind::Notified && kind != EventKind::Accepted &&
      kind != EventKind::Declined)
    return;
  if (!unit.empty() && !has_case(look.state.find_unit(unit), on, look))
    out.push_back(fmt::format("该事项{}不由“{}”办理", to_string(on), unit));
}

/// 条例34: the petitioner is told why; who does not say so is not held to have kept it quiet.
void check_told(EventKind kind, const FieldsView& fields, Problems& out) {
  if (kind == EventKind::Extended && !fields.boolean("told", true))
    out.emplace_back("延期应告知信访人理由，未告知的（told 为 false）不能记为延期");
}

/// Nobody reports on a week that is still to come, or was over before the case was received.
/// `known` is its Monday when the fact says none.
void check_week(EventKind kind, const FieldsView& fields, Date on, Date known, Date received,
                Problems& out) {
  if (kind != EventKind::ReportFiled) return;
  const std::optional<IsoWeek> week = parse_iso_week(fields.text("week"));
  const Date begins = week ? monday(*week) : known;
  if (begins.known() && on < begins)
    out.push_back(fmt::format("所报的周自{}才开始，晚于{}", to_string(begins), to_string(on)));
  if (begins.known() && begins + 6 < received)
    out.push_back(fmt::format("所报的周早于收到事项之日（{}）", to_string(received)));
}

/// What would be wrong with an event of the case that is right now, each said with its event.
void check_others(const Amendment& change, const Look& as_is, const Look& as_changed,
                  Problems& out) {
  const State& state = as_is.state;
  for (std::uint32_t at = as_is.row.first_event; at != kNoIndex; at = state.event(at).next) {
    const Event& event = state.event(at);
    const bool itself = event.fact == change.target;
    if (itself && change.is_retraction()) continue;
    const Date on = itself ? as_changed.moved_to : event.on;
    Look before = as_is;
    Look after = as_changed;
    before.judged = after.judged = event.fact;
    const Problems known = order_problems(event.on, event.kind, before);
    Problems found = order_problems(on, event.kind, after);
    if (found.size() <= known.size()) continue;  // what was out of order before may stay so
    for (std::string& problem : found) {
      if (std::find(known.begin(), known.end(), problem) != known.end()) continue;
      out.push_back(itself ? std::move(problem)
                           : said_of(label_of(state, event.fact), event.on, problem));
    }
  }
}

const Event* event_of_fact(const State& state, const CaseRow& row, FactRef fact) {
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next)
    if (state.event(at).fact == fact) return &state.event(at);
  return nullptr;
}

void check_event_amendment(const Amendment& change, const State& state, const CaseRow& row,
                           Date today, Problems& out) {
  const Event* event = event_of_fact(state, row, change.target);
  if (!event) return;  // taken back already
  Look changed{state, row};
  changed.changed = change.target;
  if (!change.is_retraction()) {
    changed.moved_to = change.day(event->on);
    FieldsView with;
    with.assign(*change.with);
    check_leaders(with, changed.moved_to, state, today, out);
    check_unit(state.fact_kind(change.target)->kind, with.text("unit"), changed.moved_to, state,
               out);
    check_receiver(event->kind, with.text("unit"), changed.moved_to, Look{state, row, event->fact},
                   out);
    check_told(event->kind, with, out);
    if (with.find("week") || changed.moved_to != event->on)
      check_week(event->kind, with, changed.moved_to, event->until, row.received_on, out);
    if (changed.moved_to == event->on) return;
    check_received(changed.moved_to, row.received_on, out);
  }
  check_others(change, Look{state, row}, changed, out);
}

/// A case is received before anything happens to it.
void check_registration_moved(const Amendment& change, const State& state, const CaseRow& row,
                              Problems& out) {
  FieldsView with;
  with.assign(*change.with);
  check_unit("case.registered", with.text("unit"), change.day(row.registered_on), state, out);
  const Date registered = change.day(row.registered_on);
  // Where no other day of receipt was stated the registration's own stands for it and moves with
  // it.
  const Value* stated = change.with->find("received_on");
  const bool stands_in = row.received_on == row.registered_on || (stated && stated->is_null());
  const Date received = change.day(stands_in ? registered : row.received_on, "received_on");
  if (received > registered) out.emplace_back("收到日期晚于登记日期");
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.on < received && event.on >= row.received_on)
      return out.push_back(said_of(label_of(state, event.fact), event.on,
                                   fmt::format("早于收到之日（{}）", to_string(received))));
  }
}

/// Without its registration there is no case, whatever happened to it; measures on it would hang.
void check_registration_gone(const Amendment& change, const State& state, CaseIndex index,
                             Problems& out) {
  for (const MeasureRow& measure : state.measures()) {
    if (measure.case_index != index || measure.steps.empty()) continue;
    const MeasureStep& begun = measure.steps.front();
    if (change.target < begun.fact)
      return out.push_back(stands_on(label_of(state, begun.fact), begun.on));
  }
}

}  // namespace

void check_case_order(const FactView& fact, const State& state, Date today, Problems& out) {
  const std::string_view number = fact.fields.text("case");
  const CaseIndex index = state.find_case(number);
  const bool registered = index.known() && state.case_row(index).registered();
  check_unit(fact.kind, fact.fields.text("unit"), fact.on, state, out);
  if (fact.kind == "case.registered") {
    if (registered) out.push_back(fmt::format("事项“{}”已登记", number));
    const std::optional<Date> received = parse_date(fact.fields.text("received_on"));
    if (received && *received > fact.on) out.emplace_back("收到日期晚于登记日期");
    return;
  }
  if (!registered) {
    out.push_back(fmt::format("事项“{}”未登记", number));
    return;
  }
  const CaseRow& row = state.case_row(index);
  check_received(fact.on, row.received_on, out);
  const std::optional<EventKind> kind = fact.spec ? event_of(*fact.spec) : std::nullopt;
  if (!kind) return;
  const Look look{state, row};
  check_cause(fact.on, *kind, look, out);
  check_once(fact.on, *kind, look, out);
  check_receiver(*kind, fact.fields.text("unit"), fact.on, look, out);
  check_told(*kind, fact.fields, out);
  check_week(*kind, fact.fields, fact.on, {}, row.received_on, out);
  check_leaders(fact.fields, fact.on, state, today, out);
}

void check_case_amendment(const Amendment& change, const State& state, Date today,
                          std::vector<std::string>& out) {
  const CaseIndex index{state.subject_row(change.target)};
  if (!index.known() || !state.case_row(index).registered()) return;
  if (state.fact_kind(change.target)->kind == "case.registered") {
    const CaseRow& row = state.case_row(index);
    if (row.fact != change.target) return;
    if (change.is_retraction()) return check_registration_gone(change, state, index, out);
    check_registration_moved(change, state, row, out);
  } else {
    check_event_amendment(change, state, state.case_row(index), today, out);
  }
}

}  // namespace core
