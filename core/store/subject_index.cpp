#include "core/store/subject_index.h"

#include <algorithm>
#include <optional>

namespace core::store {
namespace {

// Ids of cases are their places in the state, all others count from 1.
constexpr SubjectId kCase = 0x80000000;

bool is_case(SubjectId id) { return (id & kCase) != 0; }

/// Kinds of which everything recorded goes into a row found by its key. An order to rectify need
/// not have a number.
bool has_row(Subject::Kind kind) {
  return kind == Subject::Kind::Unit || kind == Subject::Kind::Official ||
         kind == Subject::Kind::Case;
}

std::uint32_t hash_of(SubjectView subject) {
  return key_hash(subject.key, static_cast<std::uint64_t>(subject.kind));
}

}  // namespace

SubjectId SubjectIndex::find(SubjectView subject, const State& state) const {
  if (subject.kind != Subject::Kind::Case) return find_other(subject);
  const CaseIndex index = state.find_case(subject.key);
  const bool linked =
      index.known() && index.value < case_last_.size() && case_last_[index.value] != 0;
  return linked ? kCase | index.value : 0;
}

SubjectId SubjectIndex::find_other(SubjectView subject) const {
  const std::uint32_t found = by_key_.find(hash_of(subject), [&](SubjectId id) {
    const Subject& there = others_[id - 1].subject;
    return there.kind == subject.kind && there.key == subject.key;
  });
  return found == KeyIndex::kNone ? 0 : found;
}

SubjectId SubjectIndex::other(SubjectView subject) {
  if (const SubjectId found = find_other(subject); found != 0) return found;
  const auto id = static_cast<SubjectId>(others_.size() + 1);
  by_key_.add(hash_of(subject), id);
  others_.push_back(Entry{subject.owned()});
  return id;
}

SubjectView SubjectIndex::subject(SubjectId id, const State& state) const {
  if (!is_case(id)) return others_[id - 1].subject;
  return {Subject::Kind::Case, state.case_text(CaseIndex{id & ~kCase}).number};
}

void SubjectIndex::reserve(std::size_t facts, std::size_t cases) {
  case_last_.reserve(cases);
  subject_at_.reserve(facts);
  previous_.reserve(facts);
}

About SubjectIndex::about(const FactView& fact, FactRef target, const State& state) {
  if (const std::optional<SubjectView> named = subject_of(fact, key_)) {
    if (named->key.empty() && has_row(named->kind)) return {};
    if (named->kind != Subject::Kind::Case) return {other(*named), *named};
    const CaseIndex index = state.find_case(named->key);
    // A case nobody mentioned yet is the next one of the state.
    const std::size_t place = index.known() ? index.value : state.cases().size();
    return {kCase | static_cast<SubjectId>(place), *named};
  }
  if (!target.known() || target.position > subject_at_.size()) return {};
  return {subject_at(target), subject(subject_at(target), state)};
}

std::string_view SubjectIndex::trouble(const FactView& fact) {
  return fact.is_amendment() ? "所更正的事实不存在" : "没有写明是谁或哪件事";
}

void SubjectIndex::link(SubjectId id) {
  const SubjectId place = id & ~kCase;
  if (is_case(id) && place >= case_last_.size()) case_last_.resize(std::size_t{place} + 1, 0);
  std::uint32_t& last = is_case(id) ? case_last_[place] : others_[place - 1].last;
  previous_.push_back(last);
  subject_at_.push_back(id);
  last = static_cast<std::uint32_t>(subject_at_.size());
}

std::vector<FactRef> SubjectIndex::facts(SubjectId id) const {
  std::vector<FactRef> found;
  const std::uint32_t last = is_case(id) ? case_last_[id & ~kCase] : others_[id - 1].last;
  for (std::uint32_t at = last; at != 0; at = previous_[at - 1]) found.push_back(FactRef{at});
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace core::store
