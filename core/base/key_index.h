#pragma once
// Finds the place of a key whose text stands elsewhere: eight bytes a key, no allocation for one.

#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

/// The same number for the same text and seed within one run of the program; not to be stored.
inline std::uint32_t key_hash(std::string_view text, std::uint64_t seed = 0) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;
  std::uint64_t hash = (seed + text.size() + 1) * kMix;
  std::size_t at = 0;
  const auto take = [&](std::size_t count) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, count);
    hash = (hash ^ word) * kMix;
    hash ^= hash >> 29;
    at += count;
  };
  while (text.size() - at >= 8) take(8);
  if (at < text.size()) take(text.size() - at);
  return static_cast<std::uint32_t>(hash >> 32);
}

class KeyIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// The place added with this hash for which `same(place)` holds; kNone when there is none.
  template <typename Same>
  std::uint32_t find(std::uint32_t hash, const Same& same) const {
    if (slots_.empty()) return kNone;
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      const Slot& slot = slots_[at];
      if (slot.place == kNone) return kNone;
      if (slot.hash == hash && same(slot.place)) return slot.place;
    }
  }

  /// Adds a key that is not there yet.
  void add(std::uint32_t hash, std::uint32_t place) {
    if ((count_ + 1) * 2 > slots_.size()) reserve(count_ * 2 + 8);
    put({hash, place});
    ++count_;
  }

  void reserve(std::size_t keys) {
    std::size_t size = 16;
    while (size < keys * 2) size *= 2;
    if (size <= slots_.size()) return;
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(size));
    for (const Slot& slot : old)
      if (slot.place != kNone) put(slot);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = kNone;
  };

  std::size_t mask() const { return slots_.size() - 1; }
  void put(Slot slot) {
    std::size_t at = slot.hash & mask();
    while (slots_[at].place != kNone) at = (at + 1) & mask();
    slots_[at] = slot;
  }

  std::vector<Slot> slots_;  // a power of two of them, at most half taken
  std::size_t count_ = 0;
};

}  // namespace core
