#include "core/store/subject_index.h"

#include <algorithm>
#include <utility>

namespace core::store {
namespace {

std::uint32_t hash_of(const Subject& subject) {
  return key_hash(subject.key, static_cast<std::uint64_t>(subject.kind));
}

}  // namespace

std::uint32_t SubjectIndex::find(const Subject& subject) const {
  if (asked_ != 0 && subjects_[asked_ - 1].subject == subject) return asked_;
  const std::uint32_t found = by_key_.find(
      hash_of(subject), [&](std::uint32_t id) { return subjects_[id - 1].subject == subject; });
  if (found == KeyIndex::kNone) return 0;
  return asked_ = found;
}

void SubjectIndex::reserve(std::size_t facts, std::size_t subjects) {
  subjects_.reserve(subjects);
  by_key_.reserve(subjects);
  subject_at_.reserve(facts);
  previous_.reserve(facts);
}

std::uint32_t SubjectIndex::add(Subject subject) {
  const auto id = static_cast<std::uint32_t>(subjects_.size() + 1);
  by_key_.add(hash_of(subject), id);
  subjects_.push_back(Entry{std::move(subject)});
  return asked_ = id;
}

std::uint32_t SubjectIndex::subject_for(const Fact& fact, FactRef target) {
  if (std::optional<Subject> named = subject_of(fact)) {
    const std::uint32_t known = find(*named);
    return known != 0 ? known : add(*std::move(named));
  }
  const bool there = target.known() && target.position <= subject_at_.size();
  return there ? subject_at(target) : 0;
}

void SubjectIndex::link(std::uint32_t id) {
  Entry& entry = subjects_[id - 1];
  previous_.push_back(entry.last);
  subject_at_.push_back(id);
  entry.last = static_cast<std::uint32_t>(subject_at_.size());
}

std::vector<FactRef> SubjectIndex::facts(std::uint32_t id) const {
  std::vector<FactRef> found;
  for (std::uint32_t at = subjects_[id - 1].last; at != 0; at = previous_[at - 1])
    found.push_back(FactRef{at});
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace core::store
