#include "core/store/subject_index.h"

#include <algorithm>
#include <utility>

namespace core::store {
namespace {

std::size_t slot(Subject::Kind kind) { return static_cast<std::size_t>(kind); }

}  // namespace

std::uint32_t SubjectIndex::find(const Subject& subject) const {
  if (asked_ != 0 && subjects_[asked_ - 1].subject == subject) return asked_;
  const auto& keys = by_key_[slot(subject.kind)];
  const auto found = keys.find(subject.key);
  if (found == keys.end()) return 0;
  return asked_ = found->second;
}

std::uint32_t SubjectIndex::add(Subject subject) {
  const auto id = static_cast<std::uint32_t>(subjects_.size() + 1);
  const Entry& entry = subjects_.emplace_back(Entry{std::move(subject)});
  by_key_[slot(entry.subject.kind)].emplace(entry.subject.key, id);
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
