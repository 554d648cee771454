#pragma once
// A set of cases as one bit each.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/model/state.h"

namespace core::app {

class CaseSet {
 public:
  /// An empty set over cases 0 … `cases` - 1.
  explicit CaseSet(std::size_t cases) : words_((cases + 63) / 64) {}

  void insert(CaseIndex index) {
    words_[index.value / 64] |= std::uint64_t{1} << (index.value % 64);
  }

  bool contains(CaseIndex index) const {
    const std::size_t at = index.value / 64;
    return at < words_.size() && (words_[at] >> (index.value % 64) & 1) != 0;
  }

  /// Inserts many: fastest where each is near the one before.
  class Inserter {
   public:
    explicit Inserter(CaseSet& set) : words_(set.words_.data()) {}
    ~Inserter() { write(); }
    Inserter(const Inserter&) = delete;
    Inserter& operator=(const Inserter&) = delete;

    void insert(CaseIndex index) {
      const std::size_t at = index.value / 64;
      if (at != at_) {
        write();
        at_ = at;
        word_ = 0;
      }
      word_ |= std::uint64_t{1} << (index.value % 64);
    }

   private:
    // A word that is read back at once after it was written is waited for.
    void write() {
      if (word_ != 0) words_[at_] |= word_;
    }

    std::uint64_t* words_;
    std::size_t at_ = 0;
    std::uint64_t word_ = 0;
  };

  std::size_t count() const;

  /// The first `at_most`, ascending.
  std::vector<CaseIndex> first(std::size_t at_most) const;

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace core::app
