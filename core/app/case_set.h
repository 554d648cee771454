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

  /// Inserts of `first` and the 63 cases after it those whose bit is set.
  void insert(CaseIndex first, std::uint64_t bits) {
    const std::size_t at = first.value / 64;
    const std::size_t shift = first.value % 64;
    words_[at] |= bits << shift;
    if (const std::uint64_t rest = bits >> 1 >> (63 - shift)) words_[at + 1] |= rest;
  }

  bool contains(CaseIndex index) const {
    const std::size_t at = index.value / 64;
    return at < words_.size() && (words_[at] >> (index.value % 64) & 1) != 0;
  }

  std::size_t count() const;

  /// The first `at_most`, ascending.
  std::vector<CaseIndex> first(std::size_t at_most) const;

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace core::app
