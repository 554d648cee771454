#include "core/app/bulletin_objections.h"

#include <fmt/format.h>

#include <algorithm>

namespace core::app {
namespace {

/// A draft in the same batch counts as one in the ledger.
Date draft_in(const std::vector<Fact>& facts, std::string_view key) {
  const auto at = std::find_if(facts.begin(), facts.end(), [key](const Fact& fact) {
    return fact.kind == "bulletin.drafted" && fact.fields.text("bulletin") == key;
  });
  return at == facts.end() ? Date{} : at->on;
}

std::string problem(const Fact& fact, Date drafted, const BulletinGround& ground) {
  const rules::Settings& settings = ground.rulebook.on(fact.on);
  const int workdays = settings.bulletin_objection_workdays;
  if (!drafted.known()) {
    if (!settings.bulletin_draft_required) return {};
    return fmt::format("通报没有拟稿：应先拟稿（bulletin.drafted），留{}个工作日供各单位核对",
                       workdays);
  }
  if (workdays == 0) return {};
  const Date last = objections_until(ground.calendar, drafted, workdays);
  if (!last.known() || fact.on > last) return {};
  return fmt::format("核对期至{}，期满后方可印发", to_string(last));
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

std::vector<store::Refusal> refused_bulletins(const std::vector<Fact>& facts,
                                              const BulletinGround& ground) {
  std::vector<store::Refusal> refusals;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    if (fact.kind != "bulletin.issued" || fact.on < ground.state.county_named_on()) continue;
    const std::string_view key = fact.fields.text("bulletin");
    Date drafted = drafted_on(ground.state, key);
    if (!drafted.known()) drafted = draft_in(facts, key);
    if (std::string reason = problem(fact, drafted, ground); !reason.empty())
      refusals.push_back({i, std::move(reason)});
  }
  return refusals;
}

}  // namespace core::app
