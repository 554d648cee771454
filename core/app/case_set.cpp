#include "core/app/case_set.h"

#include <bit>

namespace core::app {

std::size_t CaseSet::count() const {
  std::size_t count = 0;
  for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

std::vector<CaseIndex> CaseSet::first(std::size_t at_most) const {
  std::vector<CaseIndex> found;
  for (std::size_t at = 0; at < words_.size(); ++at) {
    for (std::uint64_t word = words_[at]; word != 0; word &= word - 1) {
      if (found.size() == at_most) return found;
      const auto bit = static_cast<std::size_t>(std::countr_zero(word));
      found.push_back({static_cast<std::uint32_t>(at * 64 + bit)});
    }
  }
  return found;
}

}  // namespace core::app
