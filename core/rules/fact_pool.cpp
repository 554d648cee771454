#include "core/rules/fact_pool.h"

namespace core::rules {

void FactPool::grow() {
  constexpr std::size_t kSmallest = 64;
  room_.resize(kSmallest + 2 * room_.size());
}

}  // namespace core::rules
