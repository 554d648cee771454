#pragma once
// For every pair of neighbouring characters the addresses where it stands, ascending.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace core::app {

using PairKey = std::uint64_t;

constexpr PairKey pair_key(char32_t first, char32_t second) {
  return PairKey{first} << 32 | PairKey{second};
}

class PairPostings {
 public:
  /// The addresses of one pair; only these postings can read it.
  struct List {
    PairKey pair = 0;
    std::uint32_t count = 0;
    std::uint32_t place = 0;
  };

  /// Null when the pair stands nowhere.
  const List* find(PairKey pair) const;

  /// The lists of all pairs that begin with this character.
  std::span<const List> starting_with(char32_t first) const;

  /// Calls `visit(base, some)` for all addresses of the list, ascending: each is `base` and one of
  /// `some`, a span of numbers of 16 or 32 bits.
  template <typename Visit>
  void each(const List& list, Visit visit) const;

  /// A list whose pair must stand `shift` after the start of a searched text.
  struct Step {
    const List* list = nullptr;
    std::uint32_t shift = 0;
  };

  /// The same for the addresses from which all steps are met. At least one step, an only one
  /// without a shift; fastest when the shortest list comes first and the longest last.
  template <typename Visit>
  void each_start(std::span<const Step> steps, Visit visit) const;

 private:
  friend class PairPostingsBuilder;

  // Frequent pairs are cut into windows of 65,536 addresses, so that two bytes do for each.
  static constexpr std::uint32_t kWindowBits = 16;
  static constexpr std::uint32_t kWindowSize = 1U << kWindowBits;
  using Window = std::span<const std::uint16_t>;

  /// The starts in one window that met the steps so far are those marked with `mark`. Every step
  /// has a mark of its own, so that none has to be wiped off.
  struct Met {
    std::vector<std::uint8_t> marks = std::vector<std::uint8_t>(kWindowSize);
    std::uint8_t mark = 0;
    std::vector<std::uint16_t> all;  // met every step

    void next_mark();
  };

  /// What a list holds for the starts that lie in one window, not yet shifted: its own addresses,
  /// and the next window's that the last starts reach.
  struct Reached {
    Window here, beyond;
    std::uint16_t shift = 0;

    std::size_t size() const { return here.size() + beyond.size(); }

    template <typename Take>
    void each(Take take) const {
      for (const std::uint32_t low : here) take((low - shift) & (kWindowSize - 1));
      for (const std::uint32_t low : beyond) take((low - shift) & (kWindowSize - 1));
    }
  };

  bool is_long(std::uint32_t count) const { return count >= long_from_; }
  Window window(const List& list, std::uint32_t number) const {
    if (number >= windows_) return {};
    const std::uint32_t* const from = &window_starts_[std::size_t{list.place} + number];
    return {long_.get() + from[0], long_.get() + from[1]};
  }
  std::span<const std::uint32_t> short_list(const List& list) const {
    return {short_.get() + list.place, list.count};
  }
  Reached reached(const Step& step, std::uint32_t number) const;
  std::vector<std::uint32_t> starts_by_shortest(std::span<const Step> steps) const;
  void keep(std::vector<std::uint32_t>& starts, const Step& step) const;
  bool meet_all_but_last(std::span<const Step> steps, std::uint32_t number, Met& met) const;
  Window starts_in_window(std::span<const Step> steps, std::uint32_t number, Met& met) const;
  static bool same_starts(const Reached& a, const Reached& b);

  std::uint32_t windows_ = 0;
  std::uint32_t long_from_ = 0;
  std::vector<List> lists_;                 // by pair
  std::unique_ptr<std::uint32_t[]> short_;  // whole addresses
  std::unique_ptr<std::uint16_t[]> long_;   // addresses within their window
  // Per long list: where each window begins in long_, and an end.
  std::unique_ptr<std::uint32_t[]> window_starts_;
};

template <typename Visit>
void PairPostings::each(const List& list, Visit visit) const {
  if (!is_long(list.count)) return visit(0U, short_list(list));
  for (std::uint32_t number = 0; number < windows_; ++number)
    visit(number << kWindowBits, window(list, number));
}

template <typename Visit>
void PairPostings::each_start(std::span<const Step> steps, Visit visit) const {
  if (steps.size() == 1) return each(*steps[0].list, visit);
  if (!is_long(steps[0].list->count))
    return visit(0U, std::span<const std::uint32_t>(starts_by_shortest(steps)));
  Met met;
  for (std::uint32_t number = 0; number < windows_; ++number)
    visit(number << kWindowBits, starts_in_window(steps, number, met));
}

/// Builds postings in two passes over the same pairs: first all are counted, then all are put. What
/// lies between takes two steps of some milliseconds, for a caller who has to draw meanwhile.
class PairPostingsBuilder {
 public:
  PairPostingsBuilder();

  void count(PairKey pair) { later(pair, 0); }

  /// Between the passes, first.
  void list_pairs();

  /// Between the passes, then; every address will be below `end`.
  void lay_out(std::uint32_t end);

  /// The pairs counted, in ascending order of their addresses.
  void put(PairKey pair, std::uint32_t address) { later(pair, address); }

  PairPostings finish();

 private:
  struct Entry {
    PairKey pair = 0;  // 0 = free
    std::uint32_t count = 0;
    std::uint32_t next = 0;  // where its next address goes
  };

  struct Waiting {
    PairKey pair;
    std::uint32_t address;
  };

  // The table is larger than any cache: a pair waits until its entry has been fetched.
  void later(PairKey pair, std::uint32_t address) {
    __builtin_prefetch(&entries_[slot(pair)]);
    waiting_[waiting_count_++] = {pair, address};
    if (waiting_count_ == waiting_.size()) take_waiting();
  }
  std::size_t slot(PairKey pair) const {
    return static_cast<std::size_t>(pair * 0x9E3779B97F4A7C15U >> hash_shift_);
  }
  void take_waiting();
  void count_now(PairKey pair);
  void put_now(PairKey pair, std::uint32_t address);
  Entry& entry(PairKey pair);
  void grow();
  void place(PairPostings::List& list);
  void open_window();

  std::vector<Entry> entries_;  // open addressing, a power of two
  std::size_t used_ = 0;
  std::array<Waiting, 32> waiting_;
  std::size_t waiting_count_ = 0;
  bool counting_ = true;
  int hash_shift_ = 0;
  PairPostings out_;
  std::vector<const Entry*> long_entries_;
  std::uint32_t short_end_ = 0;
  std::uint32_t long_end_ = 0;
  std::uint32_t open_windows_ = 0;
};

}  // namespace core::app
