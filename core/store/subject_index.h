#pragma once
// Which facts are about what, in memory: recording a fact looks nothing up in the file.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/key_index.h"
#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core::store {

/// A subject of the index; 0 is none.
using SubjectId = std::uint32_t;

/// What a fact is about.
struct About {
  SubjectId id = 0;
  SubjectView subject;
};

/// Goes with a state into which every fact is folded after it was linked, and before the next one
/// is looked at. Cases are found through the state, which knows their numbers already.
class SubjectIndex {
 public:
  /// None when no fact is about the subject.
  SubjectId find(SubjectView subject, const State& state) const;
  void reserve(std::size_t facts, std::size_t cases);

  /// What a fact is about: the subject it names, added when it is new, or that of the fact it
  /// amends, which is `target`; none when an amendment has no such target, and when a fact lacks
  /// its key. The key lives as long as the fact, and until the state or this changes.
  About about(const FactView& fact, FactRef target, const State& state);
  /// Why it is about nothing, in Chinese.
  static std::string_view trouble(const FactView& fact);

  /// Says that the next fact, one position after the last, is about the subject.
  void link(SubjectId id);
  SubjectId subject_at(FactRef ref) const { return subject_at_[ref.position - 1]; }
  /// All facts linked to a subject, ascending.
  std::vector<FactRef> facts(SubjectId id) const;

 private:
  struct Entry {
    Subject subject;
    std::uint32_t last = 0;  // position of its latest fact
  };

  SubjectId other(SubjectView subject);
  SubjectId find_other(SubjectView subject) const;
  SubjectView subject(SubjectId id, const State& state) const;

  std::vector<std::uint32_t> case_last_;  // per case of the state: position of its latest fact
  std::vector<Entry> others_;
  KeyIndex by_key_;                      // of others_
  std::string key_;                      // of the fact asked about last, where it is no text
  std::vector<SubjectId> subject_at_;    // per position - 1
  std::vector<std::uint32_t> previous_;  // per position - 1: the fact before on the same subject
};

}  // namespace core::store
