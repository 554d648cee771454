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
  folder_.forget_touched();  // the file holds it already
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
  if (!is_whole(block))
    return damaged(fmt::format("第{}条起的一段与校验和不符", block.first_position));
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
  if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size()))
    return damaged(fmt::format("第{}条的来源未登记", row.position));
  const ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  if (row.seq != std::int64_t{head.seq} + 1)
    return damaged(fmt::format("第{}条的编号无效", row.position));
  if (!check_link) return Done{};
  FactRow full = row;
  full.link.origin = head.prefix;
  const Digest hash = chained(head.hash, full.link);
  if (row.hash != bytes_of(hash)) return damaged(fmt::format("第{}条与校验码不符", row.position));
  return Done{};
}

Status LedgerFile::fold_taken(const FactRow& row) {
  ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  CORE_TRY(complete_fact(row, head, taken_));
  head.seq = row.link.seq;
  std::copy(row.hash.begin(), row.hash.end(), head.hash.begin());
  return fold_next();
}

Status LedgerFile::fold_next() {
  const FactView& fact = taken_.fact;
  const FactRef target =
      fact.is_amendment() ? state().find_fact(fact.fields.text("fact")) : FactRef{};
  const About about = subjects_.about(fact, target, state());
  if (about.id == 0)
    return damaged(fmt::format("第{}条{}", taken_.ref.position, SubjectIndex::trouble(fact)));
  subjects_.link(about.id);
  folder_.fold(taken_, about.subject);
  return Done{};
}

std::vector<RecordedFact> LedgerFile::facts_of(const Subject& subject) const {
  std::vector<RecordedFact> found;
  const SubjectId id = subjects_.find(subject, state());
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
  Result<RecordedFact> found = fact_in(block, ref);
  holding_.reset();
  return found;
}

Result<RecordedFact> LedgerFile::fact_in(const FactBlock& block, FactRef ref) const {
  FactBlockReader reader(block);
  reader.skip_to(ref.position);
  RecordedView recorded;
  CORE_ASSIGN(const bool there, reader.next(recorded.fact.fields));
  if (!there || reader.row().position != std::int64_t{ref.position}) return not_there(ref);
  CORE_ASSIGN(const ChainHead* const origin, origin_of(reader.row()));
  CORE_TRY(complete_fact(reader.row(), *origin, recorded));
  return recorded.owned();
}

Result<FactBlock> LedgerFile::block_holding(FactRef ref) const {
  if (!block_.empty() && block_.block().first_position <= std::int64_t{ref.position})
    return block_.block();
  CORE_ASSIGN(const bool there, holding_.integer(ref.position).step());
  if (!there) return not_there(ref);
  return row_to_block(holding_);
}

Result<const ChainHead*> LedgerFile::origin_of(const FactRow& row) const {
  if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size()))
    return damaged(fmt::format("第{}条的来源未登记", row.position));
  return &heads_[static_cast<std::size_t>(row.origin - 1)];
}

Status LedgerFile::each_fact(const std::function<void(const RecordedFact&)>& visit) const {
  CORE_ASSIGN(Statement list, database_.prepare(kFactBlockList));
  list.integer(0);
  RecordedView recorded;
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
      CORE_ASSIGN(const ChainHead* const origin, origin_of(reader.row()));
      CORE_TRY(complete_fact(reader.row(), *origin, recorded));
      visit(recorded.owned());
    }
  }
}

Result<VerifyReport> LedgerFile::verify(const Progress& progress, std::string_view head) const {
  if (writing_) return Error{ErrorCode::InvalidInput, "正在写入，请完成后再核验"};
  return verify_database(database_, progress, head);
}

std::string LedgerFile::head_code() const {
  if (block_.empty()) return store::head_code(heads_);
  std::vector<ChainHead> heads = heads_;
  heads[static_cast<std::size_t>(own_origin_ - 1)].hash = block_.last_hash();
  return store::head_code(heads);
}

std::uint64_t LedgerFile::size() const {
  const Result<std::int64_t> pages = database_.number("PRAGMA page_count;");
  const Result<std::int64_t> bytes = database_.number("PRAGMA page_size;");
  if (!pages.ok() || !bytes.ok()) return 0;
  return static_cast<std::uint64_t>(pages.value() * bytes.value());
}

}  // namespace core::store
