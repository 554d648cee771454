#pragma once
// A history that lives in memory only.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/model/fold.h"

namespace core {

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
  std::vector<Subject> subjects_;  // per fact
  std::map<std::pair<Subject::Kind, std::string>, std::vector<std::size_t>> by_subject_;
  Folder folder_;
};

}  // namespace core
