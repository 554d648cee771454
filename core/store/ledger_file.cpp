#include "core/store/ledger_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/store/file_check.h"
#include "core/store/ledger_tables.h"
#include "core/store/migrate.h"
#include "core/store/verify.h"
#include "generated/queries.h"

namespace core::store {
namespace {

// A damaged file may name any number of facts; past this many, room is made as they come.
constexpr std::int64_t kMostRoom = 1'000'000;

Error damaged(std::string_view what) {
  return Error{ErrorCode::StorageCorrupt,
               fmt::format("台账文件已损坏：{}，请用 verify 查看或从备份恢复", what)};
}

Error not_there(FactRef ref) {
  return Error{ErrorCode::NotFound, fmt::format("台账中没有第{}条事实", ref.position)};
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
  if (version < static_cast<std::int64_t>(migrations().size())) {
    CORE_TRY(ledger->upgrade());
  } else {
    CORE_TRY(ledger->prepare());
    CORE_TRY(ledger->load());
  }
  return std::unique_ptr<Ledger>(std::move(ledger));
}

// What a file adds up to is written anew; a file that cannot be read stays as it was.
Status LedgerFile::upgrade() {
  CORE_ASSIGN(Transaction writing, Transaction::begin(database_, Transaction::Kind::Write));
  CORE_TRY(migrate(database_));
  CORE_TRY(prepare());
  CORE_TRY(read_rows());
  CORE_TRY(projections_.write(state(), folder_.take_touched()));
  CORE_TRY(projections_.finish(state()));
  return writing.commit();
}

Status LedgerFile::prepare() {
  CORE_ASSIGN(table_, FactTable::prepare(database_));
  CORE_ASSIGN(projections_, Projections::prepare(database_));
  CORE_ASSIGN(holding_, database_.prepare(kFactBlockHolding));
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
  CORE_TRY(read_rows());
  const Touched held_by_the_file = folder_.take_touched();
  (void)held_by_the_file;
  projections_.adopt();
  return Done{};
}

Status LedgerFile::read_rows() {
  CORE_TRY(read_origins(database_, demo_, heads_));
  if (own_origin_ < 1 || own_origin_ > static_cast<std::int64_t>(heads_.size()))
    return damaged("来源未登记");
  CORE_TRY(read_facts());
  if (trouble_) return *std::exchange(trouble_, std::nullopt);
  return Done{};
}

Status LedgerFile::read_facts() {
  CORE_ASSIGN(const std::int64_t last, database_.number(kFactBlockLast));
  if (last <= std::int64_t{state().fact_count()}) return Done{};
  if (state().fact_count() == 0) CORE_TRY(make_room(last));
  CORE_ASSIGN(Statement list, database_.prepare(kFactBlockList));
  list.integer(state().fact_count());
  for (;;) {
    CORE_ASSIGN(const bool more, list.step());
    if (!more) return Done{};
    CORE_TRY(take_block(row_to_block(list), last));
  }
}

// Saves growing by copying.
Status LedgerFile::make_room(std::int64_t facts) {
  CORE_ASSIGN(const std::int64_t cases, database_.number(kCaseRecordLast));
  const auto room = [](std::int64_t number) {
    return static_cast<std::size_t>(std::clamp(number, std::int64_t{0}, kMostRoom));
  };
  folder_.reserve(room(facts), room(std::min(cases, facts)));
  subjects_.reserve(room(facts), room(std::min(cases, facts)));
  return Done{};
}

Status LedgerFile::take_block(const FactBlock& block, std::int64_t last) {
  FactBlockReader reader(block);
  for (;;) {
    Result<bool> more = reader.next(taken_.fact.fields);
    const FactRow& row = reader.row();
    const std::int64_t expected = std::int64_t{state().fact_count()} + 1;
    if (row.position > expected) return damaged(fmt::format("缺少第{}条", expected));
    if (!more.ok()) return more.error();
    if (!more.value()) return Done{};
    CORE_TRY(check_row(row, /*check_link=*/row.position == last));
    CORE_TRY(fold_taken(row));
  }
}

Status LedgerFile::check_row(const FactRow& row, bool check_link) {
  const std::int64_t expected = std::int64_t{state().fact_count()} + 1;
  if (row.position != expected) return damaged(fmt::format("缺少第{}条", expected));
  const std::string this_one = fmt::format("第{}条", row.position);
  if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size()))
    return damaged(this_one + "的来源未登记");
  const ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  if (row.seq != std::int64_t{head.seq} + 1) return damaged(this_one + "的编号无效");
  if (!check_link) return Done{};
  FactRow full = row;
  full.link.origin = head.prefix;
  const Digest hash = chained(head.hash, full.link);
  if (row.hash != bytes_of(hash)) return damaged(this_one + "与校验码不符");
  return Done{};
}

Status LedgerFile::fold_taken(const FactRow& row) {
  ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  CORE_TRY(complete_fact(row, head.prefix, taken_));
  head.seq = row.link.seq;
  std::copy(row.hash.begin(), row.hash.end(), head.hash.begin());
  const FactRef target =
      is_amendment(taken_.fact) ? state().find_fact(taken_.fact.fields.text("fact")) : FactRef{};
  const std::uint32_t subject = subjects_.subject_for(taken_.fact, target);
  if (subject == 0) return damaged(fmt::format("第{}条所更正的事实不存在", row.position));
  subjects_.link(subject);
  folder_.fold(taken_, subjects_.subject(subject));
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
  CORE_ASSIGN(const FactBlock block, block_holding(ref));
  FactBlockReader reader(block);
  reader.skip_to(ref.position);
  RecordedFact recorded;
  const Result<bool> there = reader.next(recorded.fact.fields);
  Status read = there.ok() ? Status(Done{}) : Status(there.error());
  if (there.ok() && !there.value()) read = not_there(ref);
  if (read.ok() && reader.row().position != std::int64_t{ref.position}) read = not_there(ref);
  if (read.ok()) {
    const Result<std::string_view> prefix = prefix_of(reader.row());
    read = prefix.ok() ? complete_fact(reader.row(), prefix.value(), recorded)
                       : Status(prefix.error());
  }
  holding_.reset();
  CORE_TRY(read);
  return recorded;
}

Result<FactBlock> LedgerFile::block_holding(FactRef ref) const {
  if (!block_.empty() && block_.block().first_position <= std::int64_t{ref.position})
    return block_.block();
  CORE_ASSIGN(const bool there, holding_.integer(ref.position).step());
  if (!there) return not_there(ref);
  return row_to_block(holding_);
}

Result<std::string_view> LedgerFile::prefix_of(const FactRow& row) const {
  if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size()))
    return damaged(fmt::format("第{}条的来源未登记", row.position));
  return std::string_view(heads_[static_cast<std::size_t>(row.origin - 1)].prefix);
}

Status LedgerFile::each_fact(const std::function<void(const RecordedFact&)>& visit) const {
  CORE_ASSIGN(Statement list, database_.prepare(kFactBlockList));
  list.integer(0);
  RecordedFact recorded;
  for (;;) {
    CORE_ASSIGN(const bool more, list.step());
    if (!more) return Done{};
    const FactBlock block = row_to_block(list);
    // Facts another program has added meanwhile belong to no state yet.
    if (block.first_position > std::int64_t{state().fact_count()}) return Done{};
    FactBlockReader reader(block);
    for (;;) {
      CORE_ASSIGN(const bool another, reader.next(recorded.fact.fields));
      if (!another) break;
      CORE_ASSIGN(const std::string_view prefix, prefix_of(reader.row()));
      CORE_TRY(complete_fact(reader.row(), prefix, recorded));
      visit(recorded);
    }
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
