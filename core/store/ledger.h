#pragma once
// The ledger: an append-only, hash-chained list of facts in one SQLite file, and the state they
// fold into. The only door to SQL.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/model/fact.h"
#include "core/model/fact_view.h"
#include "core/model/fold.h"
#include "core/store/memory_file.h"

namespace core::store {

/// Who records, and when. `today` bounds the days facts may lie on.
struct Occasion {
  std::string by;           ///< For facts that do not say; never empty.
  std::string recorded_at;  ///< `YYYY-MM-DDTHH:MM:SS`
  Date today;
};

/// A fact that was not taken.
struct Refusal {
  std::size_t index = 0;  ///< In the batch, from 0.
  std::string reason;     ///< Chinese.
};

struct VerifyReport {
  std::uint64_t facts = 0;
  std::string head;  ///< Head code of the file, see Ledger::head_code.
  bool ok = true;
  std::string first_bad;  ///< Id of the first fact that does not fit; empty when ok, and when it is
                          ///< no fact that is wrong.
  std::string reason;  ///< Chinese: 内容与校验码不符 / 缺少第18条 / 投影与重算不一致：case_record …
  std::string head_at;  ///< Id of the fact after which the head code was the one asked for; empty
                        ///< when none was asked for or it never was.
};

/// Makes a fact of a batch ready to be judged: may change it, and says what stands against it
/// (Chinese; empty = nothing). `state` is what the facts before it in the batch have left.
using Preparation = std::function<std::string(Fact& fact, const State& state)>;

/// 0 … 1 while something long goes on.
using Progress = std::function<void(double)>;

class Ledger {
 public:
  /// New file. Refuses to overwrite an existing one. `demo` marks it for ever (演示).
  /// Ids of facts start with a random prefix; the same `origin_seed` gives the same prefix. A demo
  /// ledger without a seed takes the county's name, so that demos are reproducible.
  static Result<std::unique_ptr<Ledger>> create(const std::string& path, std::string_view county,
                                                bool demo, const Occasion& occasion,
                                                std::string_view origin_seed = {});
  /// Existing file; migrates an older schema. Newer, foreign, damaged or locked files are refused
  /// in words (StorageTooNew, StorageForeign, StorageCorrupt, StorageBusy) and left untouched.
  /// Damage that only shows in the whole chain is found by verify.
  static Result<std::unique_ptr<Ledger>> open(const std::string& path);

  /// The same over a file in memory, which must outlive the ledger.
  static Result<std::unique_ptr<Ledger>> create(MemoryFile& file, std::string_view county,
                                                bool demo, const Occasion& occasion,
                                                std::string_view origin_seed = {});
  static Result<std::unique_ptr<Ledger>> open(MemoryFile& file);

  /// What verify() says, also of a file that open() refuses because facts are missing or changed.
  /// An older schema is migrated first.
  static Result<VerifyReport> verify_file(const std::string& path,
                                          const Progress& progress = nullptr,
                                          std::string_view head = {});
  static Result<VerifyReport> verify_file(MemoryFile& file, const Progress& progress = nullptr,
                                          std::string_view head = {});

  virtual ~Ledger() = default;

  virtual bool is_demo() const = 0;
  virtual const State& state() const = 0;

  /// Validates (model/validate.h) and adds all facts in one transaction, or none: when any fact is
  /// refused the list says which and why, and nothing has changed.
  /// Facts may rely on earlier facts of the same batch. What another program has added to the file
  /// since it was opened is taken in first. `prepare` sees each fact before it is validated.
  virtual Result<std::vector<Refusal>> record(const std::vector<Fact>& facts,
                                              const Occasion& occasion,
                                              const Preparation& prepare = nullptr) = 0;

  /// A transaction in steps, for long imports. Between begin and commit only append is allowed.
  /// Facts are trusted: the caller has validated them. After rollback, and after a commit that
  /// failed, the state is as before begin.
  virtual Status begin(const Occasion& occasion) = 0;
  virtual Result<FactRef> append(const FactView& fact) = 0;
  Result<FactRef> append(const Fact& fact);
  virtual Status commit() = 0;
  virtual Status rollback() = 0;

  /// All recorded facts on a subject, amendments included, in recording order.
  virtual std::vector<RecordedFact> facts_of(const Subject& subject) const = 0;
  /// One fact; NotFound when there is none at this position.
  virtual Result<RecordedFact> fact(FactRef ref) const = 0;
  /// Every fact in recording order.
  virtual Status each_fact(const std::function<void(const RecordedFact&)>& visit) const = 0;

  /// Chain, numbering, amendments, and projections against a fresh replay, from the first fact on.
  /// A `head` code that the chain never had is an error of the ledger: its end is missing.
  virtual Result<VerifyReport> verify(const Progress& progress = nullptr,
                                      std::string_view head = {}) const = 0;

  /// Short code of the chain's head for people to compare: `K3Q9-7MZ2-41AB`, the first 12 base-32
  /// characters (no I, L, O, U) of the digest over all origins' heads.
  virtual std::string head_code() const = 0;

  /// Bytes of the file.
  virtual std::uint64_t size() const = 0;
};

}  // namespace core::store
