#include "core/app/case_file.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/model/accusation.h"
#include "core/model/fact_kind.h"

namespace core::app {
namespace {

void remove_accused(const State& state, CaseIndex index, std::vector<RecordedFact>& facts) {
  if (!index.known() || state.case_row(index).purpose != Purpose::Accusation) return;
  for (RecordedFact& recorded : facts) remove_content(recorded.fact, state);
}

void add_facts(const store::Ledger& ledger, Subject::Kind kind, const std::string& key,
               std::vector<RecordedFact>& facts) {
  std::vector<RecordedFact> more = ledger.facts_of({kind, key});
  facts.insert(facts.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<RecordedFact> case_file(const store::Ledger& ledger, std::string_view number) {
  const State& state = ledger.state();
  std::vector<RecordedFact> facts = ledger.facts_of({Subject::Kind::Case, std::string(number)});
  // What a kind we do not know is about can only be told by the case it names.
  for (const OtherFact& other : state.other_facts())
    if (!find_kind(other.fact.fact.kind) && other.fact.fact.fields.text("case") == number)
      facts.push_back(other.fact);
  std::sort(facts.begin(), facts.end(),
            [](const RecordedFact& a, const RecordedFact& b) { return a.ref < b.ref; });
  remove_accused(state, state.find_case(number), facts);
  return facts;
}

std::vector<RecordedFact> case_history(const store::Ledger& ledger, std::string_view number) {
  const State& state = ledger.state();
  const CaseIndex index = state.find_case(number);
  std::vector<RecordedFact> facts = case_file(ledger, number);
  if (!index.known()) return facts;
  for (const MeasureRow& measure : state.measures()) {
    if (measure.case_index != index) continue;
    add_facts(ledger, measure.kind, measure.key, facts);
    // What was filed is known by the measure it is about, not by the case.
    if (state.find_measure(Subject::Kind::Filing, measure.key).known())
      add_facts(ledger, Subject::Kind::Filing, measure.key, facts);
  }
  const auto earlier = [](const auto& a, const auto& b) { return a.ref < b.ref; };
  const auto same = [](const auto& a, const auto& b) { return a.ref == b.ref; };
  std::sort(facts.begin(), facts.end(), earlier);
  facts.erase(std::unique(facts.begin(), facts.end(), same), facts.end());
  remove_accused(state, index, facts);
  return facts;
}

}  // namespace core::app
