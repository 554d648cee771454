#pragma once
// Which facts are about what, in memory: recording a fact looks nothing up in the file.

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model/fact.h"

namespace core::store {

/// The stored word for a subject's kind, and back.
std::string_view word(Subject::Kind kind);
std::optional<Subject::Kind> parse_subject_kind(std::string_view text);

class SubjectIndex {
 public:
  /// 1, 2, 3, … as stored; 0 when there is none.
  std::uint32_t find(const Subject& subject) const;
  /// Adds a subject that is not there yet; its id is one more than the last.
  std::uint32_t add(Subject subject);
  const Subject& subject(std::uint32_t id) const { return subjects_[id - 1].subject; }
  std::size_t count() const { return subjects_.size(); }

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
  static constexpr std::size_t kKinds = static_cast<std::size_t>(Subject::Kind::Other) + 1;

  std::deque<Entry> subjects_;  // entries stay where they are: the maps hold views of their keys
  std::array<std::unordered_map<std::string_view, std::uint32_t>, kKinds> by_key_;
  mutable std::uint32_t asked_ = 0;        // facts on one subject come together
  std::vector<std::uint32_t> subject_at_;  // per position - 1
  std::vector<std::uint32_t> previous_;    // per position - 1: the fact before on the same subject
};

}  // namespace core::store
