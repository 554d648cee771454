// The part of LedgerFile that adds facts.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/model/validate.h"
#include "core/store/file_check.h"
#include "core/store/ledger_file.h"
#include "core/store/migrate.h"
#include "core/store/origin.h"

namespace core::store {
namespace {

// Small enough that an import in slices keeps a page alive, large enough that most cases of an
// import are written once.
constexpr std::uint32_t kFactsPerWrite = 8192;
constexpr std::size_t kMaximumBodyBytes = std::size_t{16} << 20;

Error invalid(std::string message) { return Error{ErrorCode::InvalidInput, std::move(message)}; }

/// Facts of a batch that were refused, by subject: later ones may fail only because of them.
class RefusedSubjects {
 public:
  void add(const Fact& fact, std::size_t index) {
    if (std::optional<Subject> subject = subject_of(fact))
      refused_.emplace(std::pair(subject->kind, std::move(subject->key)), index);
  }

  /// 1-based number of an earlier refused fact on the same subject; 0 = none.
  std::size_t earlier(const Fact& fact) const {
    const std::optional<Subject> subject = subject_of(fact);
    if (!subject) return 0;
    const auto found = refused_.find(std::pair(subject->kind, subject->key));
    return found == refused_.end() ? 0 : found->second + 1;
  }

 private:
  std::map<std::pair<Subject::Kind, std::string>, std::size_t> refused_;  // the first of each
};

}  // namespace

Result<std::unique_ptr<Ledger>> LedgerFile::create_at(const Place& place, const NewLedger& wanted,
                                                      const Occasion& occasion,
                                                      std::unique_ptr<MemoryVfs> memory) {
  CORE_ASSIGN(Database database, Database::open(place, Database::Opening::New));
  std::unique_ptr<LedgerFile> ledger(new LedgerFile(std::move(memory), std::move(database)));
  CORE_TRY(ledger->initialise(wanted, occasion));
  return std::unique_ptr<Ledger>(std::move(ledger));
}

Status LedgerFile::initialise(const NewLedger& wanted, const Occasion& occasion) {
  CORE_ASSIGN(Transaction writing, Transaction::begin(database_, Transaction::Kind::Write));
  // Somebody else may have made the file between our look and our lock.
  CORE_ASSIGN(const std::int64_t made, database_.number("PRAGMA schema_version;"));
  if (made != 0) return Error{ErrorCode::StorageBusy, "另一个程序正在建立同名台账"};
  CORE_TRY(database_.run(fmt::format("PRAGMA application_id = {};", kApplicationId)));
  CORE_TRY(migrate(database_));
  CORE_ASSIGN(FactTable table, FactTable::prepare(database_));
  const bool seeded = !wanted.origin_seed.empty() || wanted.demo;
  const std::string_view seed = wanted.origin_seed.empty() ? wanted.county : wanted.origin_seed;
  CORE_TRY(table.add_origin(1, make_prefix(seeded ? seed : std::string_view())));
  CORE_TRY(table.add_ledger(wanted.demo, 1, occasion.recorded_at));
  CORE_TRY(prepare());
  CORE_TRY(read_new());

  writing_.emplace(std::move(writing));
  occasion_ = occasion;
  CORE_TRY(start_writing());
  Fact named{
      "county.named", occasion.today, occasion.by, {{"name", std::string(trim(wanted.county))}}};
  CORE_ASSIGN(const FactRef ref, append(named));
  (void)ref;
  CORE_TRY(write_projections());
  CORE_TRY(writing_->commit());
  writing_.reset();
  return Done{};
}

Result<std::vector<Refusal>> LedgerFile::record(const std::vector<Fact>& facts,
                                                const Occasion& occasion,
                                                const Preparation& prepare) {
  CORE_TRY(begin(occasion));
  std::vector<Refusal> refusals = take_valid(facts, prepare);
  if (trouble_) return fail(*trouble_).error();
  if (refusals.empty()) {
    CORE_TRY(commit());
  } else {
    CORE_TRY(rollback());
  }
  return refusals;
}

std::vector<Refusal> LedgerFile::take_valid(const std::vector<Fact>& facts,
                                            const Preparation& prepare) {
  std::vector<Refusal> refusals;
  RefusedSubjects refused;
  for (std::size_t i = 0; i < facts.size() && !trouble_; ++i) {
    Fact fact = facts[i];
    if (fact.by.empty()) fact.by = occasion_.by;
    std::string reason = prepare ? prepare(fact, state()) : std::string();
    if (reason.empty()) reason = joined(problems_of(fact, state(), occasion_.today));
    if (!reason.empty()) {
      // Later facts are still looked at: whoever mends the batch wants to know all at once.
      if (const std::size_t earlier = refused.earlier(fact))
        reason += fmt::format("（同一主体的第{}条未被接受）", earlier);
    } else if (Result<FactRef> taken = append(fact); !taken.ok()) {
      reason = taken.error().message;
    }
    if (reason.empty()) continue;
    refused.add(fact, i);
    refusals.push_back({i, std::move(reason)});
  }
  return refusals;
}

Status LedgerFile::begin(const Occasion& occasion) {
  if (writing_) return invalid("上一次写入尚未完成");
  if (stale_) CORE_TRY(reload());
  CORE_ASSIGN(Transaction writing, Transaction::begin(database_, Transaction::Kind::Write));
  CORE_ASSIGN(const std::int64_t version, database_.number("PRAGMA user_version;"));
  if (version != static_cast<std::int64_t>(migrations().size()))
    return Error{ErrorCode::StorageTooNew, "台账已被更新版本的程序升级，请先升级程序"};
  if (Status caught_up = read_new(); !caught_up.ok()) {
    stale_ = true;
    return caught_up;
  }
  occasion_ = occasion;
  CORE_TRY(start_writing());
  writing_.emplace(std::move(writing));
  return Done{};
}

Status LedgerFile::start_writing() {
  batch_ = 0;
  appended_ = 0;
  block_.clear();
  trouble_.reset();
  if (occasion_.by.empty()) return invalid("须写明记录人");
  if (occasion_.recorded_at.empty()) return invalid("须写明记录时间");
  if (!is_utf8(occasion_.by) || !is_utf8(occasion_.recorded_at))
    return invalid("记录人或记录时间不是有效的 UTF-8 文字");
  return Done{};
}

Result<FactRef> LedgerFile::append(const FactView& fact) {
  if (!writing_) return invalid("尚未开始写入");
  if (trouble_) return *trouble_;
  CORE_TRY(check_new(fact));

  const std::string on = to_string(fact.on);
  FactRow row = next_row(fact, fact.by.empty() ? std::string_view(occasion_.by) : fact.by, on);
  CORE_TRY(check_canonical(row));
  if (batch_ == 0) CORE_TRY(start_batch());
  row.batch = batch_;
  block_.add(row, occasion_.by, occasion_.recorded_at);
  own_head().seq = row.link.seq;  // its hash follows with the block's
  CORE_TRY(take_in(fact, row));
  return taken_.ref;
}

// Writes what is hashed of the fact; the body is part of that.
FactRow LedgerFile::next_row(const FactView& fact, std::string_view by, std::string_view on) {
  const ChainHead& head = own_head();
  FactRow row;
  row.position = std::int64_t{state().fact_count()} + 1;
  row.origin = own_origin_;
  row.seq = std::int64_t{head.seq} + 1;
  row.link = {head.prefix, head.seq + 1, fact.kind, on, by, occasion_.recorded_at, {}};
  JsonWriter& out = block_.canonical_of_next(head.hash);
  append_before_body(out, row.link);
  const std::size_t begin = out.size();
  append_json(out, fact.fields);
  const std::size_t end = out.size();
  out.character(']');
  row.link.body = out.view().substr(begin, end - begin);
  return row;
}

Status LedgerFile::check_canonical(const FactRow& row) const {
  // What cannot be read back must not get in. The file's own words were looked at before.
  if (!is_utf8(row.link.kind) || !is_utf8(row.link.by) || !is_utf8(row.link.body))
    return invalid("内容不是有效的 UTF-8 文字");
  if (row.link.body.size() > kMaximumBodyBytes) return invalid("一条事实的内容不能超过 16 MiB");
  return Done{};
}

Status LedgerFile::check_new(const FactView& fact) const {
  if (fact.kind.empty()) return invalid("缺少种类（kind）");
  if (!fact.on.known()) return invalid("缺少日期（on）");
  if (!fact.is_amendment()) return Done{};
  const std::string_view target = fact.fields.text("fact");
  if (!state().find_fact(target).known())
    return invalid(fmt::format("没有编号为“{}”的事实", target));
  return Done{};
}

Status LedgerFile::start_batch() {
  Result<std::int64_t> batch = table_.add_batch(database_, occasion_.recorded_at, occasion_.by);
  if (!batch.ok()) return *(trouble_ = batch.error());
  batch_ = batch.value();
  return Done{};
}

Status LedgerFile::take_in(const FactView& fact, const FactRow& row) {
  taken_.ref = FactRef{static_cast<std::uint32_t>(row.position)};
  taken_.id_prefix = own_head().id_prefix;
  taken_.number = row.link.seq;
  taken_.recorded_at = occasion_.recorded_at;
  taken_.fact = fact;
  taken_.fact.by = row.link.by;
  CORE_TRY(fold_next());
  ++appended_;
  Status written = block_.full() ? write_block() : Status(Done{});
  if (written.ok() && appended_ % kFactsPerWrite == 0)
    written = projections_.write(state(), folder_.take_touched());
  if (!written.ok()) trouble_ = written.error();
  if (trouble_) return *trouble_;
  return Done{};
}

Status LedgerFile::write_block() {
  if (block_.empty()) return Done{};
  CORE_TRY(table_.add_block(block_.block()));
  own_head().hash = block_.last_hash();
  block_.clear();
  return Done{};
}

Status LedgerFile::write_projections() {
  if (trouble_) return *trouble_;
  CORE_TRY(write_block());
  CORE_TRY(projections_.write(state(), folder_.take_touched()));
  return projections_.finish(state());
}

Status LedgerFile::commit() {
  if (!writing_) return invalid("尚未开始写入");
  Status done = write_projections();
  if (done.ok()) done = writing_->commit();
  if (!done.ok()) return fail(done.error());
  writing_.reset();
  return Done{};
}

Status LedgerFile::rollback() {
  if (!writing_) return invalid("尚未开始写入");
  writing_.reset();
  block_.clear();
  const bool changed = appended_ > 0 || trouble_.has_value();
  trouble_.reset();
  return changed ? reload() : Status(Done{});
}

Status LedgerFile::fail(Error error) {
  appended_ = std::max(appended_, std::uint32_t{1});
  const Status undone = rollback();
  (void)undone;  // then the state is stale, and the next begin tries again
  return error;
}

}  // namespace core::store
