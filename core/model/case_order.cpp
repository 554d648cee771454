#include "core/model/case_order.h"

#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "core/model/fact_kind.h"

namespace core {
namespace {

/// What must have happened first. `required`: without the cause there can be no effect; otherwise
/// imported cases may lack it, and only a wrong order is refused.
struct Cause {
  EventKind effect;
  EventKind cause;
  bool required;
  std::string_view cause_label;
};

constexpr Cause kCauses[] = {
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

/// First day of such an event on the case; unknown when there is none.
Date first_day(const State& state, const CaseRow& row, EventKind kind) {
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next)
    if (state.event(at).kind == kind) return state.event(at).on;
  return Date{};
}

/// Whether what `begin` begins and `end` ends lasts at the end of `day`.
bool lasts(const State& state, const CaseRow& row, Date day, EventKind begin, EventKind end) {
  bool lasting = false;
  for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next) {
    const Event& event = state.event(at);
    if (event.on > day) break;
    if (event.kind == begin) lasting = true;
    if (event.kind == end) lasting = false;
  }
  return lasting;
}

bool is_closed(const State& state, const CaseRow& row, Date day) {
  return lasts(state, row, day, EventKind::Closed, EventKind::Reopened);
}

bool is_suspended(const State& state, const CaseRow& row, Date day) {
  return lasts(state, row, day, EventKind::Suspended, EventKind::Resumed);
}

void check_cause(const FactView& fact, EventKind kind, const State& state, const CaseRow& row,
                 std::vector<std::string>& out) {
  for (const Cause& cause : kCauses) {
    if (cause.effect != kind) continue;
    const Date day = first_day(state, row, cause.cause);
    if (!day.known()) {
      if (cause.required) out.push_back(fmt::format("此前没有“{}”的记录", cause.cause_label));
    } else if (fact.on < day) {
      out.push_back(
          fmt::format("日期{}早于{}（{}）", to_string(fact.on), cause.cause_label, to_string(day)));
    }
  }
}

void check_once(const FactView& fact, EventKind kind, const State& state, const CaseRow& row,
                std::vector<std::string>& out) {
  if (kind == EventKind::Extended && first_day(state, row, kind).known())
    out.emplace_back("已经延期一次，不能再延");
  if (kind == EventKind::Closed && is_closed(state, row, fact.on))
    out.emplace_back("该事项已结案销号");
  const bool was_closed = first_day(state, row, EventKind::Closed).known();
  if (kind == EventKind::Reopened && was_closed && !is_closed(state, row, fact.on))
    out.emplace_back("该事项没有结案，不必重新交办");
  const bool was_suspended = first_day(state, row, EventKind::Suspended).known();
  if (kind == EventKind::Resumed && was_suspended && !is_suspended(state, row, fact.on))
    out.emplace_back("该事项没有暂停，不必恢复");
}

void check_leaders(const FactView& fact, const State& state, std::vector<std::string>& out) {
  for (const std::string_view field : {"official", "unit_official"}) {
    const OfficialIndex index = state.find_official(fact.fields.text(field));
    if (!index.known()) continue;
    const OfficialRow& official = state.official(index);
    if (official.left_on.known() && official.left_on < fact.on)
      out.push_back(fmt::format("{}已于{}离任", official.name, to_string(official.left_on)));
  }
}

}  // namespace

void check_case_order(const FactView& fact, const State& state, std::vector<std::string>& out) {
  const std::string_view number = fact.fields.text("case");
  const CaseIndex index = state.find_case(number);
  const bool registered = index.known() && state.case_row(index).registered();
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
  if (fact.on < row.received_on)
    out.push_back(
        fmt::format("日期{}早于收到之日（{}）", to_string(fact.on), to_string(row.received_on)));
  const std::optional<EventKind> kind = fact.spec ? event_of(*fact.spec) : std::nullopt;
  if (!kind) return;
  check_cause(fact, *kind, state, row, out);
  check_once(fact, *kind, state, row, out);
  check_leaders(fact, state, out);
}

}  // namespace core
