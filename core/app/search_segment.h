#pragma once
// The words of some cases, ready to be searched: built once, then only asked, and told which cases
// have left.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/app/case_set.h"
#include "core/app/pair_postings.h"
#include "core/model/state.h"

namespace core::app {

class SearchSegment {
 public:
  /// Takes the words of `cases` (ascending, each once) as they are now: from the first on as many
  /// as it has room for, at least one; built() says how many.
  SearchSegment(const State& state, std::span<const CaseIndex> cases);

  /// The same in steps, which may lie as far apart as they like while nothing changes those words.
  class Builder {
   public:
    explicit Builder(std::vector<CaseIndex> cases) : cases_(std::move(cases)) {}

    /// Those it takes: once it has read them, no more than it has room for.
    const std::vector<CaseIndex>& cases() const { return cases_; }
    /// Reads so many more cases. True while there are more to read; every case is read twice.
    bool step(const State& state, std::size_t at_most);
    SearchSegment finish();

   private:
    bool is_full() const;
    void count(const State& state, CaseIndex index);
    void put(const State& state, CaseIndex index);
    void group_slots(std::size_t slot);  // that one and those after it

    std::vector<CaseIndex> cases_;
    PairPostingsBuilder postings_;
    std::vector<std::uint32_t> owners_;
    std::vector<std::uint64_t> continued_;
    std::size_t next_ = 0;
    std::size_t slot_ = 0;
    bool listed_ = false;  // the pairs of what was counted
    bool counted_ = false;
  };

  /// Adds to `found` every case here whose number, title or summary contains `part`: folded by
  /// search_text(), not empty.
  void find(std::u32string_view part, CaseSet& found) const;

  /// From now on the case is not found here; nothing happens when it never was.
  void retire(CaseIndex index);

  /// How many cases are left, and how many there were.
  std::size_t live() const { return live_; }
  std::size_t built() const { return built_; }
  std::vector<CaseIndex> live_cases() const;

  /// One segment has room for what both hold.
  bool fits_with(const SearchSegment& other) const;

 private:
  // Every case starts at a multiple of this many addresses, so that an address leads to its case.
  static constexpr std::uint32_t kSlotBits = 7;
  static constexpr std::uint32_t kSlotSize = 1U << kSlotBits;
  static constexpr std::uint32_t kRetired = 1U << 31;
  // So many slots are looked at together.
  static constexpr std::uint32_t kGroupSlots = 64;
  static constexpr std::uint32_t kGroupBits = kSlotBits + 6;
  // The cases of a group do not follow each other, or one has left. Its first slot continues none.
  static constexpr std::uint64_t kMixed = 1;

  using Step = PairPostings::Step;

  SearchSegment() = default;
  std::vector<Step> plan(std::u32string_view part) const;
  void find_character(char32_t character, CaseSet& found) const;
  template <typename Number>
  void insert(std::uint32_t base, std::span<const Number> some, CaseSet& found) const;
  template <typename Number>
  void insert_each(std::uint32_t base, std::span<const Number> some, CaseSet& found) const;

  PairPostings postings_;
  std::vector<std::uint32_t> owners_;     // per slot: the case, with kRetired when it has left
  std::vector<std::uint64_t> continued_;  // per group: slots that continue a case, and kMixed
  std::size_t built_ = 0;
  std::size_t live_ = 0;
};

}  // namespace core::app
