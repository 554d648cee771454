#include "core/app/case_file.h"

#include <algorithm>
#include <string>

#include "core/model/accusation.h"
#include "core/model/fact_kind.h"

namespace core::app {

std::vector<RecordedFact> case_file(const store::Ledger& ledger, std::string_view number) {
  const State& state = ledger.state();
  std::vector<RecordedFact> facts = ledger.facts_of({Subject::Kind::Case, std::string(number)});
  // What a kind we do not know is about can only be told by the case it names.
  for (const OtherFact& other : state.other_facts())
    if (!find_kind(other.fact.fact.kind) && other.fact.fact.fields.text("case") == number)
      facts.push_back(other.fact);
  std::sort(facts.begin(), facts.end(),
            [](const RecordedFact& a, const RecordedFact& b) { return a.ref < b.ref; });
  const CaseIndex index = state.find_case(number);
  if (index.known() && state.case_row(index).purpose == Purpose::Accusation)
    for (RecordedFact& recorded : facts) remove_content(recorded.fact, state);
  return facts;
}

}  // namespace core::app
