#include "web/screens/fact_shelf.h"

#include <utility>

#include "core/app/effective_fact.h"

namespace web {

DetailSources FactShelf::sources() {
  return {desk_.state(),    desk_.findings(), desk_.calendar(),
          desk_.rulebook(), desk_.today(),    [this](core::FactRef ref) { return get(ref); }};
}

const core::RecordedFact* FactShelf::get(core::FactRef ref) {
  if (!ref.known()) return nullptr;
  const auto at = facts_.find(ref.position);
  if (at != facts_.end()) return &at->second;
  core::Result<core::RecordedFact> fact = core::app::effective_fact(desk_.ledger(), ref);
  if (!fact.ok()) return nullptr;
  return &facts_.emplace(ref.position, std::move(fact).value()).first->second;
}

}  // namespace web
