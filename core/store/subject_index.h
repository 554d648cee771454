#pragma once
// Which facts are about what, in memory: recording a fact looks nothing up in the file.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/key_index.h"
#include "core/model/fact.h"

namespace core::store {

class SubjectIndex {
 public:
  /// 1, 2, 3, … in the order of their first facts; 0 when there is none.
  std::uint32_t find(const Subject& subject) const;
  /// Adds a subject that is not there yet; its id is one more than the last.
  std::uint32_t add(Subject subject);
  const Subject& subject(std::uint32_t id) const { return subjects_[id - 1].subject; }
  std::size_t count() const { return subjects_.size(); }
  void reserve(std::size_t facts, std::size_t subjects);

  /// What a fact is about: the subject it names, added when it is new, or that of the fact it
  /// amends, which is `target`; 0 when an amendment has no such target.
  std::uint32_t subject_for(const Fact& fact, FactRef target);

  /// Says that the next fact, one position after the last, is about the subject.
  void link(std::uint32_t id);
  std::uint32_t subject_at(FactRef ref) const { return subject_at_[ref.position - 1]; }
  /// All facts linked to a subject, ascending.
  std::vector<FactRef> facts(std::uint32_t id) const;

 private:
  struct Entry {
    Subject subject;
    std::uint32_t last = 0;  // position of its latest fact
  };

  std::vector<Entry> subjects_;
  KeyIndex by_key_;
  mutable std::uint32_t asked_ = 0;        // facts on one subject come together
  std::vector<std::uint32_t> subject_at_;  // per position - 1
  std::vector<std::uint32_t> previous_;    // per position - 1: the fact before on the same subject
};

}  // namespace core::store
