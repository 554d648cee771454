#pragma once
// Finds cases by any part of their number, title, summary or unit's name, in milliseconds.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/case_set.h"
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

  /// Takes in cases it has never seen, in steps of so many, to be ready before somebody asks. True
  /// while there are more. Does not look at what has changed in others: update() does.
  bool prepare(const State& state, std::size_t cases);

  /// How many cases it has taken in.
  std::size_t seen() const { return prints_.size(); }

  void clear();

  /// The first `at_most` cases, ascending, that contain `text` in their number, title or summary,
  /// or whose unit has it in a name; `total` gets how many there are. Exact but for width, case of
  /// ASCII letters and kind of white space; white space around `text` does not count. Nothing for
  /// an empty text.
  std::vector<CaseIndex> find(std::string_view text, std::size_t at_most,
                              std::size_t* total = nullptr) const;

  /// The same cases as a set.
  CaseSet find(std::string_view text) const;

 private:
  /// Cases not yet seen, on their way in.
  struct Building {
    SearchSegment::Builder segment;
    std::uint32_t facts = 0;            // how many there were when it began
    std::vector<std::uint64_t> prints;  // of its cases, as far as they were read
    std::vector<UnitIndex> units;
  };

  bool shrank(const State& state) const;
  void take_units(const State& state);
  bool take_case(const State& state, CaseIndex index);
  void add(const State& state, std::vector<CaseIndex> changed);
  void merge(const State& state);
  void begin_building(const State& state);
  void finish_building(const State& state);
  void make_room(std::size_t cases);
  void find_by_unit(std::u32string_view part, CaseSet& found) const;

  std::vector<SearchSegment> segments_;  // each over twice the next's size, but where one is full
  std::vector<std::uint64_t> prints_;    // per case: of the words that were taken
  std::vector<UnitIndex> case_units_;    // per case: who has it now
  std::vector<std::u32string> unit_names_;  // per unit: all names
  std::uint32_t facts_ = 0;
  std::optional<Building> building_;
};

}  // namespace core::app
