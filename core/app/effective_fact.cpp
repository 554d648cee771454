#include "core/app/effective_fact.h"

#include <optional>
#include <utility>
#include <vector>

#include "core/app/case_file.h"

namespace core::app {
namespace {

/// Everything recorded on what the fact is about.
std::vector<RecordedFact> facts_beside(const store::Ledger& ledger, const Fact& fact) {
  const std::optional<Subject> subject = subject_of(fact);
  if (!subject) return {};
  if (subject->kind == Subject::Kind::Case) return case_file(ledger, subject->key);
  return ledger.facts_of(*subject);
}

}  // namespace

Result<RecordedFact> effective_fact(const store::Ledger& ledger, FactRef ref) {
  CORE_ASSIGN(const RecordedFact recorded, ledger.fact(ref));
  for (RecordedFact& held : effective(facts_beside(ledger, recorded.fact)))
    if (held.ref == ref) return std::move(held);
  return Error{ErrorCode::NotFound, "这条记录已撤回"};
}

}  // namespace core::app
