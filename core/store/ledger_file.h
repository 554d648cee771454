#pragma once
// The ledger over one SQLite database: what Ledger promises, carried out.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/store/fact_block.h"
#include "core/store/fact_table.h"
#include "core/store/head_code.h"
#include "core/store/ledger.h"
#include "core/store/memory_vfs.h"
#include "core/store/projections.h"
#include "core/store/subject_index.h"

namespace core::store {

/// What a new ledger says of itself.
struct NewLedger {
  std::string_view county;
  bool demo = false;
  std::string_view origin_seed;
};

class LedgerFile final : public Ledger {
 public:
  /// `memory` is the file system behind `place`, when it is one of ours.
  static Result<std::unique_ptr<Ledger>> create_at(const Place& place, const NewLedger& wanted,
                                                   const Occasion& occasion,
                                                   std::unique_ptr<MemoryVfs> memory = nullptr);
  static Result<std::unique_ptr<Ledger>> open_at(const Place& place,
                                                 std::unique_ptr<MemoryVfs> memory = nullptr);

  bool is_demo() const override { return demo_; }
  const State& state() const override { return folder_.state(); }

  Result<std::vector<Refusal>> record(const std::vector<Fact>& facts, const Occasion& occasion,
                                      const Preparation& prepare) override;
  Status begin(const Occasion& occasion) override;
  using Ledger::append;
  Result<FactRef> append(const FactView& fact) override;
  Status commit() override;
  Status rollback() override;

  std::vector<RecordedFact> facts_of(const Subject& subject) const override;
  Result<RecordedFact> fact(FactRef ref) const override;
  Status each_fact(const std::function<void(const RecordedFact&)>& visit) const override;
  Result<VerifyReport> verify(const Progress& progress, std::string_view head) const override;
  std::string head_code() const override;
  std::uint64_t size() const override;

 private:
  LedgerFile(std::unique_ptr<MemoryVfs> memory, Database database);

  Status initialise(const NewLedger& wanted, const Occasion& occasion);
  Status upgrade();
  Status prepare();
  Status load();
  Status reload();
  Status read_new();
  Status read_rows();
  Status read_facts();
  Status make_room(std::int64_t facts);
  Status take_block(const FactBlock& block, std::int64_t last);
  Status check_row(const FactRow& row, bool check_link);
  Status fold_taken(const FactRow& row);
  Status fold_next();
  Result<FactBlock> block_holding(FactRef ref) const;
  Result<RecordedFact> fact_in(const FactBlock& block, FactRef ref) const;
  Result<const ChainHead*> origin_of(const FactRow& row) const;

  Status start_writing();
  Status check_new(const FactView& fact) const;
  FactRow next_row(const FactView& fact, std::string_view by, std::string_view on);
  Status check_canonical(const FactRow& row) const;
  Status start_batch();
  Status write_block();
  Status take_in(const FactView& fact, const FactRow& row);
  Status write_projections();
  Status fail(Error error);
  std::vector<Refusal> take_valid(const std::vector<Fact>& facts, const Preparation& prepare);

  ChainHead& own_head() { return heads_[static_cast<std::size_t>(own_origin_ - 1)]; }

  // In this order: what is declared later goes first.
  std::unique_ptr<MemoryVfs> memory_;
  Database database_;
  std::optional<Transaction> writing_;
  FactTable table_;
  Projections projections_;
  mutable Statement holding_;

  bool demo_ = false;
  std::int64_t own_origin_ = 0;
  std::vector<ChainHead> heads_;
  SubjectIndex subjects_;
  Folder folder_;

  Occasion occasion_;
  std::int64_t batch_ = 0;                // 0 = no fact yet in this transaction
  std::uint32_t appended_ = 0;            // facts in this transaction
  mutable NewFactBlock block_;            // appended, not yet written; hashed when asked for
  RecordedView taken_;                    // the one being folded: its memory serves the next
  bool stale_ = false;                    // the state could not be read again after a rollback
  mutable std::optional<Error> trouble_;  // the medium failed: nothing may be committed
};

}  // namespace core::store
