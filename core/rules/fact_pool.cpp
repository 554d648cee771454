#include "core/rules/fact_pool.h"

#include <algorithm>

namespace core::rules {

void FactPool::grow() {
  constexpr std::size_t kSmallest = 64;
  room_.resize(kSmallest + 2 * room_.size());
}

void FactPool::append(const FactPool& other) {
  while (room_.size() - size_ < other.size_) grow();
  std::copy(other.begin(), other.end(), room_.begin() + static_cast<std::ptrdiff_t>(size_));
  size_ += other.size_;
}

}  // namespace core::rules
