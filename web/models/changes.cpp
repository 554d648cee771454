#include "web/models/changes.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace web {
namespace {

/// More at once are read faster by reading everything.
constexpr std::uint32_t kFew = 64;

/// What a fact, or the one it amends, is about. Nothing when that cannot be told.
std::optional<core::Subject> subject_of(const core::store::Ledger& ledger, core::FactRef ref) {
  for (;;) {
    const core::Result<core::RecordedFact> read = ledger.fact(ref);
    if (!read.ok()) return std::nullopt;
    const core::Fact& fact = read.value().fact;
    if (!core::is_amendment(fact)) return core::subject_of(fact);
    ref = ledger.state().find_fact(
        fact.fields.text("fact"));  // An earlier one: this comes to an end.
  }
}

}  // namespace

Changes ChangeReader::read(core::app::Desk& desk) {
  const core::State& state = desk.state();
  const std::uint32_t facts = state.fact_count();
  const std::uint32_t from = std::exchange(facts_, facts);
  const std::size_t cases = std::exchange(cases_, state.cases().size());
  const bool same_history = last_ == state.fact_id(core::FactRef{from});
  last_ = state.fact_id(core::FactRef{facts});
  const bool same_day = std::exchange(today_, desk.today()) == desk.today();
  const bool same_state = std::exchange(state_, &state) == &state;
  Changes changes;
  if (!same_state || !same_day || !same_history || cases_ < cases) return changes;
  if (facts < from || facts - from > kFew) return changes;
  for (std::uint32_t position = from + 1; position <= facts; ++position) {
    const auto subject = subject_of(desk.ledger(), core::FactRef{position});
    if (!subject || subject->kind != core::Subject::Kind::Case) return {};
    const core::CaseIndex which = state.find_case(subject->key);
    if (!which.known()) return {};
    changes.cases.push_back(which);
  }
  for (std::size_t at = cases; at < cases_; ++at)
    changes.cases.push_back({static_cast<std::uint32_t>(at)});
  const auto before = [](core::CaseIndex a, core::CaseIndex b) { return a.value < b.value; };
  std::sort(changes.cases.begin(), changes.cases.end(), before);
  changes.cases.erase(std::unique(changes.cases.begin(), changes.cases.end()), changes.cases.end());
  changes.all = false;
  return changes;
}

}  // namespace web
