#pragma once
// The facts behind findings, run after run.

#include <cstddef>
#include <vector>

#include "core/model/fact.h"

namespace core::rules {

/// Grows at its end; clearing keeps the memory.
class FactPool {
 public:
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const FactRef* data() const { return room_.data(); }
  const FactRef* begin() const { return data(); }
  const FactRef* end() const { return data() + size_; }
  FactRef operator[](std::size_t at) const { return room_[at]; }

  void clear() { size_ = 0; }
  void reserve(std::size_t count) {
    if (count > room_.size()) room_.resize(count);
  }
  void push_back(FactRef fact) {
    make_room(1);
    room_[size_++] = fact;
  }

  void append(const FactPool& other);

  /// Appends those of the facts that are known. Which are is as good as random, so each is written
  /// without a question, and the next one over it when it was none.
  template <typename... Facts>
  [[gnu::always_inline]] void append_known(Facts... facts) {
    make_room(sizeof...(facts));
    std::size_t at = size_;
    const auto write = [&](FactRef fact) {
      room_[at] = fact;
      at += static_cast<std::size_t>(fact.known());
    };
    (write(facts), ...);
    size_ = at;
  }

 private:
  [[gnu::always_inline]] void make_room(std::size_t count) {
    if (room_.size() - size_ < count) grow();
  }
  void grow();

  std::vector<FactRef> room_;  // the first size_ count
  std::size_t size_ = 0;
};

}  // namespace core::rules
