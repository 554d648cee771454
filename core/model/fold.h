#pragma once
// The only writer of State: takes recorded facts one by one, in recording order.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

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
  bool others = false;
};

class Folder {
 public:
  explicit Folder(FactsOfSubject history) : history_(std::move(history)) {}

  const State& state() const { return state_; }

  /// Takes the next fact. `subject` is what subject_of() gives, and for amendments the subject of
  /// the amended fact. `recorded.ref.position` must be one more than the last.
  /// An amendment folds its whole subject again from history, which must already hold it.
  void fold(const RecordedFact& recorded, const Subject& subject);

  /// Everything touched since the last call, each row once.
  Touched take_touched();

  void reserve(std::size_t facts, std::size_t cases);

 private:
  void stamp(const RecordedFact& recorded);
  void apply(const RecordedFact& recorded, const Subject& subject);
  void refold(const Subject& subject);
  void clear(const Subject& subject);

  void apply_county(const RecordedFact& recorded);
  void apply_unit(const RecordedFact& recorded, UnitIndex index);
  void apply_statistic(const RecordedFact& recorded, UnitIndex index);
  void outdate_statistic(FactRef ref);
  void outdate_statistics(UnitIndex unit);
  void apply_official(const RecordedFact& recorded, OfficialIndex index);
  void apply_case(const RecordedFact& recorded, CaseIndex index);
  void register_case(const RecordedFact& recorded, CaseIndex index);
  void apply_other(const RecordedFact& recorded, const Subject& subject);
  void apply_measure(const RecordedFact& recorded, const Subject& subject);
  void add_target(MeasureStep& step, const Value& target);
  void read_standings(MeasureRow& row, StepKind kind, const Fields& fields);
  void clear_measure(const Subject& subject);

  UnitIndex mention_unit(std::string_view code);
  OfficialIndex mention_official(std::string_view key);
  CaseIndex mention_case(std::string_view number);
  MeasureIndex mention_measure(const Subject& subject);
  void add_event(CaseIndex index, Event event);
  void free_events(CaseIndex index);

  State state_;
  FactsOfSubject history_;
  Touched touched_;
  std::unordered_map<std::string, FactRef> statistic_by_key_;  // the latest, or one that went
};

/// A list of facts in memory with ids `<prefix>1, <prefix>2, …`, folded: what scenarios, tests and
/// what-if questions use instead of a ledger.
class MemoryHistory {
 public:
  explicit MemoryHistory(std::string_view id_prefix = "f");
  MemoryHistory(const MemoryHistory&) = delete;  // the folder asks this very object
  MemoryHistory& operator=(const MemoryHistory&) = delete;

  /// Adds and folds. The error names what is wrong with the fact (validate.h); nothing is added
  /// then.
  Status add(const Fact& fact, Date today);

  /// Adds without validation: for histories that were valid when recorded.
  void add_trusted(const Fact& fact);
  /// The same with the id and time of recording it had.
  void add_recorded(const RecordedFact& recorded);

  const State& state() const { return folder_.state(); }
  std::span<const RecordedFact> facts() const { return facts_; }

  /// All facts on a subject, amendments included; what FactsOfSubject asks for.
  std::vector<RecordedFact> facts_of(const Subject& subject) const;

 private:
  Subject subject_for(const Fact& fact) const;

  std::string prefix_;
  std::vector<RecordedFact> facts_;
  std::vector<Subject> subjects_;
  Folder folder_;
};

}  // namespace core
