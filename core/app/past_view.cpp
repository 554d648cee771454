#include "core/app/past_view.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/app/county_calendar.h"
#include "core/rules/derive.h"

namespace core::app {
namespace {

using Facts = std::vector<RecordedFact>;

Result<Facts> facts_of(const store::Ledger& ledger, std::optional<Date> known_on) {
  Facts facts;
  CORE_TRY(
      each_known_fact(ledger, known_on, [&](const RecordedFact& fact) { facts.push_back(fact); }));
  return facts;
}

// What happened after the day keeps its place, for facts are known by it, but says nothing. A fact
// counts by the day it holds now: what was corrected into an earlier day had happened by then.
void forget_later(Facts& facts, Date day) {
  std::unordered_set<std::string> later;
  for (const RecordedFact& fact : effective(facts))
    if (fact.fact.on > day) later.insert(fact.id);
  for (RecordedFact& fact : facts)
    if (later.contains(fact.id)) fact.fact = Fact{"fact.later", fact.fact.on, {}, {}};
}

bool anything_after(const State& state, Date day) {
  const auto case_goes_on = [&](const CaseRow& row) {
    if (row.registered_on > day) return true;
    for (std::uint32_t at = row.first_event; at != kNoIndex; at = state.event(at).next)
      if (state.event(at).on > day) return true;
    return false;
  };
  const auto post_changes = [day](const OfficialRow& row) {
    return !row.postings.empty() && row.postings.back().on > day;
  };
  return std::any_of(state.cases().begin(), state.cases().end(), case_goes_on) ||
         std::any_of(state.officials().begin(), state.officials().end(), post_changes) ||
         std::any_of(state.other_facts().begin(), state.other_facts().end(),
                     [day](const OtherFact& other) { return other.fact.fact.on > day; });
}

}  // namespace

Result<std::unique_ptr<PastView>> PastView::of(const Desk& desk, const View& view,
                                               std::optional<Date> known_on, Rules which) {
  if (!anything_after(view.state, view.today)) return std::unique_ptr<PastView>();
  CORE_ASSIGN(Facts facts, facts_of(desk.ledger(), known_on));
  forget_later(facts, view.today);
  std::unique_ptr<PastView> past(new PastView(view));
  for (const RecordedFact& fact : facts) past->history_.add_recorded(fact);
  if (which == Rules::OfDay) {
    past->calendar_ = calendar_of(past->history_.state());
    past->rulebook_ = rules::Rulebook::of(past->history_.state());
  }
  rules::derive(past->history_.state(), past->calendar_, past->rulebook_, past->today_,
                past->findings_);
  return past;
}

}  // namespace core::app
