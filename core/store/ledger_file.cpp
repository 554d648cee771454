#include "core/store/ledger_file.h"

#include <fmt/format.h>

#include <utility>

#include "core/store/file_check.h"
#include "core/store/ledger_tables.h"
#include "core/store/migrate.h"
#include "core/store/verify.h"
#include "generated/queries.h"

namespace core::store {
namespace {

Error damaged(std::string_view what) {
  return Error{ErrorCode::StorageCorrupt,
               fmt::format("台账文件已损坏：{}，请用 verify 查看或从备份恢复", what)};
}

}  // namespace

LedgerFile::LedgerFile(std::unique_ptr<MemoryVfs> memory, Database database)
    : memory_(std::move(memory)),
      database_(std::move(database)),
      folder_([this](const Subject& subject) { return facts_of(subject); }) {}

Result<std::unique_ptr<Ledger>> LedgerFile::open_at(const Place& place,
                                                    std::unique_ptr<MemoryVfs> memory) {
  CORE_TRY(check_file(place));
  CORE_ASSIGN(Database database, Database::open(place, Database::Opening::Existing));
  // Reading recovers what a crash left half done; only then must the file be whole.
  CORE_ASSIGN(const std::int64_t version, database.number("PRAGMA user_version;"));
  CORE_TRY(check_file(place));
  CORE_TRY(check_schema(database, static_cast<std::size_t>(version)));
  std::unique_ptr<LedgerFile> ledger(new LedgerFile(std::move(memory), std::move(database)));
  CORE_TRY(ledger->upgrade());
  CORE_TRY(ledger->prepare());
  CORE_TRY(ledger->load());
  return std::unique_ptr<Ledger>(std::move(ledger));
}

Status LedgerFile::upgrade() const {
  CORE_ASSIGN(const std::int64_t version, database_.number("PRAGMA user_version;"));
  if (version == static_cast<std::int64_t>(migrations().size())) return Done{};
  CORE_ASSIGN(Transaction writing, Transaction::begin(database_, Transaction::Kind::Write));
  CORE_TRY(migrate(database_));
  return writing.commit();
}

Status LedgerFile::prepare() {
  CORE_ASSIGN(table_, FactTable::prepare(database_));
  CORE_ASSIGN(projections_, Projections::prepare(database_));
  CORE_ASSIGN(one_, database_.prepare(kFactOne));
  CORE_ASSIGN(const LedgerRow ledger, read_ledger_row(database_));
  demo_ = ledger.demo;
  own_origin_ = ledger.origin;
  return Done{};
}

Status LedgerFile::load() {
  CORE_ASSIGN(const Transaction reading, Transaction::begin(database_, Transaction::Kind::Read));
  return read_new();
}

Status LedgerFile::reload() {
  stale_ = true;
  heads_.clear();
  subjects_ = SubjectIndex();
  folder_ = Folder([this](const Subject& subject) { return facts_of(subject); });
  trouble_.reset();
  CORE_TRY(load());
  stale_ = false;
  return Done{};
}

Status LedgerFile::read_new() {
  CORE_TRY(read_origins(database_, demo_, heads_));
  CORE_TRY(read_subjects(database_, subjects_));
  if (own_origin_ < 1 || own_origin_ > static_cast<std::int64_t>(heads_.size()))
    return damaged("来源未登记");
  CORE_TRY(read_facts());
  if (trouble_) return *std::exchange(trouble_, std::nullopt);
  const Touched held_by_the_file = folder_.take_touched();
  (void)held_by_the_file;
  projections_.adopt(state());
  return Done{};
}

Status LedgerFile::read_facts() {
  CORE_ASSIGN(const std::int64_t last, database_.number(kFactLast));
  if (last <= std::int64_t{state().fact_count()}) return Done{};
  CORE_ASSIGN(Statement list, database_.prepare(kFactList));
  list.integer(state().fact_count());
  for (;;) {
    CORE_ASSIGN(const bool more, list.step());
    if (!more) return Done{};
    const FactRow row = row_to_fact(list);
    CORE_TRY(take_row(row, /*check_link=*/row.position == last));
  }
}

Status LedgerFile::take_row(const FactRow& row, bool check_link) {
  const std::int64_t expected = std::int64_t{state().fact_count()} + 1;
  if (row.position != expected) return damaged(fmt::format("缺少第{}条", expected));
  const std::string this_one = fmt::format("第{}条", expected);
  if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size()) || row.subject < 1 ||
      row.subject > static_cast<std::int64_t>(subjects_.count()))
    return damaged(this_one + "的来源或主体未登记");
  ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  Digest hash;
  if (row.seq != std::int64_t{head.seq} + 1 || row.hash.size() != hash.size())
    return damaged(this_one + "的编号或校验码无效");
  std::copy(row.hash.begin(), row.hash.end(), hash.begin());
  if (check_link) {
    FactRow full = row;
    full.link.origin = head.prefix;
    if (chained(head.hash, full.link) != hash) return damaged(this_one + "与校验码不符");
  }
  CORE_ASSIGN(const RecordedFact recorded, recorded_fact(row, head.prefix));
  head.seq = row.link.seq;
  head.hash = hash;
  const auto subject = static_cast<std::uint32_t>(row.subject);
  subjects_.link(subject);
  folder_.fold(recorded, subjects_.subject(subject));
  return Done{};
}

std::vector<RecordedFact> LedgerFile::facts_of(const Subject& subject) const {
  std::vector<RecordedFact> found;
  const std::uint32_t id = subjects_.find(subject);
  if (id == 0) return found;
  for (const FactRef ref : subjects_.facts(id)) {
    Result<RecordedFact> one = fact(ref);
    if (one.ok()) {
      found.push_back(std::move(one).value());
    } else if (!trouble_) {
      trouble_ = one.error();
    }
  }
  return found;
}

Result<RecordedFact> LedgerFile::fact(FactRef ref) const {
  CORE_ASSIGN(const bool there, one_.integer(ref.position).step());
  if (!there) return Error{ErrorCode::NotFound, fmt::format("台账中没有第{}条事实", ref.position)};
  const FactRow row = row_to_fact(one_);
  if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size())) {
    one_.reset();
    return damaged(fmt::format("第{}条的来源未登记", ref.position));
  }
  Result<RecordedFact> recorded =
      recorded_fact(row, heads_[static_cast<std::size_t>(row.origin - 1)].prefix);
  one_.reset();
  return recorded;
}

Status LedgerFile::each_fact(const std::function<void(const RecordedFact&)>& visit) const {
  CORE_ASSIGN(Statement list, database_.prepare(kFactList));
  list.integer(0);
  for (;;) {
    CORE_ASSIGN(const bool more, list.step());
    // Facts another program has added meanwhile belong to no state yet.
    if (!more || list.integer_at(0) > std::int64_t{state().fact_count()}) return Done{};
    const FactRow row = row_to_fact(list);
    if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size()))
      return damaged(fmt::format("第{}条的来源未登记", row.position));
    CORE_ASSIGN(const RecordedFact recorded,
                recorded_fact(row, heads_[static_cast<std::size_t>(row.origin - 1)].prefix));
    visit(recorded);
  }
}

Result<VerifyReport> LedgerFile::verify(const Progress& progress, std::string_view head) const {
  if (writing_) return Error{ErrorCode::InvalidInput, "正在写入，请完成后再核验"};
  return verify_database(database_, progress, head);
}

std::string LedgerFile::head_code() const { return store::head_code(heads_); }

std::uint64_t LedgerFile::size() const {
  const Result<std::int64_t> pages = database_.number("PRAGMA page_count;");
  const Result<std::int64_t> bytes = database_.number("PRAGMA page_size;");
  if (!pages.ok() || !bytes.ok()) return 0;
  return static_cast<std::uint64_t>(pages.value() * bytes.value());
}

}  // namespace core::store
