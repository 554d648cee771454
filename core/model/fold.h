#pragma once
// The only writer of State: takes recorded facts one by one, in recording order.

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/model/fact_view.h"
#include "core/model/state.h"

namespace core {

/// Gives all recorded facts on a subject, amendments included, in recording order. The Folder asks
/// only when a fact is amended.
using FactsOfSubject = std::function<std::vector<RecordedFact>(const Subject&)>;

/// Rows that changed since the last take_touched(), for whoever keeps projections.
struct Touched {
  bool county = false;
  std::vector<UnitIndex> units;
  std::vector<OfficialIndex> officials;
  std::vector<CaseIndex> cases;
  bool statistics = false;
};

/// Rows of one table, each once however often it is touched.
template <typename Index>
class TouchedRows {
 public:
  void add(Index index) {
    if (index.value >= marked_.size()) marked_.resize(index.value + 1 + index.value / 2, false);
    if (marked_[index.value]) return;
    marked_[index.value] = true;
    rows_.push_back(index);
  }
  /// Ascending.
  std::vector<Index> take() {
    for (const Index index : rows_) marked_[index.value] = false;
    std::sort(rows_.begin(), rows_.end());
    return std::exchange(rows_, {});
  }
  void forget() {
    rows_.clear();
    marked_.clear();
  }

 private:
  std::vector<Index> rows_;
  std::vector<bool> marked_;
};

class Folder {
 public:
  explicit Folder(FactsOfSubject history) : history_(std::move(history)) {}

  const State& state() const { return state_; }

  /// Takes the next fact. `subject` is what subject_of() gives, and for amendments the subject of
  /// the amended fact. `recorded.ref.position` must be one more than the last.
  /// An amendment folds its whole subject again from history, which must already hold it.
  void fold(const RecordedView& recorded, SubjectView subject);
  void fold(const RecordedFact& recorded, const Subject& subject);

  /// Everything touched since the last call, each row once.
  Touched take_touched();
  void forget_touched();

  void reserve(std::size_t facts, std::size_t cases);

 private:
  void stamp(const RecordedView& recorded);
  std::uint32_t origin_of(std::string_view id_prefix);
  void apply(const RecordedView& recorded, SubjectView subject);
  void refold(SubjectView amended);
  void clear(SubjectView subject);

  void apply_county(const RecordedView& recorded);
  void apply_unit(const RecordedView& recorded, UnitIndex index);
  void apply_statistic(const RecordedView& recorded, UnitIndex index);
  void outdate_statistic(FactRef ref);
  void outdate_statistics(UnitIndex unit);
  void apply_official(const RecordedView& recorded, OfficialIndex index);
  void apply_case(const RecordedView& recorded, CaseIndex index);
  void register_case(const RecordedView& recorded, CaseIndex index);
  void apply_other(const RecordedView& recorded, SubjectView subject);
  void apply_measure(const RecordedFact& recorded, SubjectView subject);
  void read_standings(MeasureRow& row, StepKind kind, const Fields& fields);
  void clear_measure(SubjectView subject);

  UnitIndex mention_unit(std::string_view code);
  OfficialIndex mention_official(std::string_view key);
  CaseIndex mention_case(std::string_view number);
  MeasureIndex mention_measure(SubjectView subject);
  void add_event(CaseIndex index, Event event);
  void free_events(CaseIndex index);

  State state_;
  FactsOfSubject history_;
  RecordedView view_;  // of a fact that came as a whole; kept for its memory
  TouchedRows<UnitIndex> touched_units_;
  TouchedRows<OfficialIndex> touched_officials_;
  TouchedRows<CaseIndex> touched_cases_;
  Touched touched_;                                            // the rest
  std::unordered_map<std::string, FactRef> statistic_by_key_;  // the latest, or one that went
};

}  // namespace core
