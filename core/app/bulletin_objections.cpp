#include "core/app/bulletin_objections.h"

#include <fmt/format.h>

namespace core::app {
namespace {

/// Whether the draft is one of this bulletin: of its series and period, and by its number or, for
/// the units' days do not end because it is issued under another one, without it; a special one
/// then by its topic.
bool is_draft_of(const Fact& draft, const Fact& issued) {
  if (draft.kind != "bulletin.drafted") return false;
  const auto same = [&](std::string_view name) {
    return draft.fields.text(name) == issued.fields.text(name);
  };
  if (!same("series") || !same("period")) return false;
  if (same("bulletin")) return true;
  if (issued.fields.text("period").empty()) return false;
  const bool special = issued.fields.text("series") == word(Series::Special);
  return !special || (!issued.fields.text("topic").empty() && same("topic"));
}

/// The day of the last draft; unknown when there is none.
Date last_draft(const Fact& issued, const State& state) {
  Date last;
  for (const OtherFact& other : state.other_facts()) {
    const Fact& fact = other.fact.fact;
    if (is_draft_of(fact, issued) && (!last.known() || fact.on > last)) last = fact.on;
  }
  return last;
}

}  // namespace

Date objections_until(const calendar::Calendar& calendar, Date drafted, int workdays) {
  return calendar.add_workdays(drafted, workdays);
}

Date drafted_on(const State& state, std::string_view key) {
  const MeasureIndex index = state.find_measure(Subject::Kind::Bulletin, key);
  const MeasureStep* draft =
      index.known() ? state.measure(index).first(StepKind::BulletinDrafted) : nullptr;
  return draft ? draft->on : Date{};
}

std::string early_bulletin_problem(const Fact& fact, const State& state,
                                   const calendar::Calendar& calendar,
                                   const rules::Rulebook& rulebook) {
  if (fact.kind != "bulletin.issued" || fact.on < state.county_named_on()) return {};
  const rules::Settings& settings = rulebook.on(fact.on);
  const int workdays = settings.bulletin_objection_workdays;
  const Date drafted = last_draft(fact, state);
  if (!drafted.known()) {
    if (!settings.bulletin_draft_required) return {};
    return fmt::format("通报没有拟稿：应先拟稿（bulletin.drafted），留{}个工作日供各单位核对",
                       workdays);
  }
  if (workdays == 0) return {};
  const Date last = objections_until(calendar, drafted, workdays);
  if (!last.known() || fact.on > last) return {};
  return fmt::format("核对期至{}，期满后方可印发", to_string(last));
}

}  // namespace core::app
