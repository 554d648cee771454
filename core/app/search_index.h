#pragma once
// Finds cases by any part of their number, title, summary or unit's name, in milliseconds.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/search_segment.h"
#include "core/model/state.h"

namespace core::app {

class SearchIndex {
 public:
  /// Takes in what `state` says differently since the last update. Looks at every case when a new
  /// fact may have changed words, and builds only for those that did. After a rollback, and for
  /// another ledger, call clear() first.
  void update(const State& state);

  /// The same for a caller who knows which cases were touched; cases that are new count as touched.
  void update(const State& state, std::span<const CaseIndex> touched);

  void clear();

  /// The first `at_most` cases, ascending, that contain `text` in their number, title or summary,
  /// or whose unit has it in a name; `total` gets how many there are. Exact but for width, case of
  /// ASCII letters and kind of white space; white space around `text` does not count. Nothing for
  /// an empty text.
  std::vector<CaseIndex> find(std::string_view text, std::size_t at_most,
                              std::size_t* total = nullptr) const;

 private:
  bool shrank(const State& state) const;
  void take_units(const State& state);
  bool take_case(const State& state, CaseIndex index);
  void add(const State& state, std::vector<CaseIndex> changed);
  void merge(const State& state);
  void find_by_unit(std::u32string_view part, CaseSet& found) const;

  std::vector<SearchSegment> segments_;  // each over twice the next's size, but where one is full
  std::vector<std::uint64_t> prints_;    // per case: of the words that were taken
  std::vector<UnitIndex> case_units_;    // per case: who has it now
  std::vector<std::u32string> unit_names_;  // per unit: all names
  std::uint32_t facts_ = 0;
};

}  // namespace core::app
