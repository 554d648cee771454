#include "core/store/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/store/fact_block.h"
#include "core/store/ledger_tables.h"
#include "core/store/migrate.h"
#include "core/store/projections.h"
#include "core/store/subject_index.h"
#include "generated/queries.h"

namespace core::store {
namespace {

// Of the whole work, what reading the facts takes; the rest compares the projections.
constexpr double kReadingShare = 0.8;

/// SQLite names the page, where it knows it, in a sentence in English.
std::string damaged_page_words(std::string_view found) {
  constexpr std::string_view kPage = " page ";
  const std::size_t at = found.find(kPage);
  if (at == std::string_view::npos) return "数据页损坏";
  const std::string_view rest = found.substr(at + kPage.size());
  return fmt::format("第{}页数据损坏", rest.substr(0, rest.find_first_not_of("0123456789")));
}

class Verifier {
 public:
  Verifier(const Database& database, const Progress& progress, std::string_view head)
      : database_(database),
        progress_(progress),
        wanted_head_(head),
        folder_([this](const Subject& subject) { return facts_of(subject); }) {}

  Result<VerifyReport> run();

 private:
  Status read_all();
  Status check_facts();
  bool check_block(const FactBlock& block);
  bool check_fact(const FactRow& row);
  Status check_rest();
  void check_head();

  std::string first_id(const FactBlock& block) const;
  std::string next_id(const FactRow& row) const;
  std::string numbering_problem(const FactRow& row) const;
  std::vector<RecordedFact> facts_of(const Subject& subject);

  bool bad(std::string id, std::string reason);
  void note_head(const ChainHead& latest);
  void tell(double share) const {
    if (progress_) progress_(share);
  }

  const Database& database_;
  const Progress& progress_;
  std::string_view wanted_head_;
  bool demo_ = false;
  std::vector<ChainHead> heads_;
  SubjectIndex subjects_;
  Statement holding_;
  std::int64_t last_batch_ = 0;
  JsonWriter buffer_;
  RecordedView fact_;  // the one being checked: its memory serves the next
  Folder folder_;
  VerifyReport report_;
};

Result<VerifyReport> Verifier::run() {
  CORE_ASSIGN(const Transaction reading, Transaction::begin(database_, Transaction::Kind::Read));
  Status done = check_schema(database_, migrations().size());
  if (done.ok()) done = read_all();
  // A damaged file is what was asked about, not a failure to ask.
  if (!done.ok() && done.error().code == ErrorCode::StorageCorrupt && report_.ok)
    bad({}, done.error().message);
  else
    CORE_TRY(done);
  report_.head = head_code(heads_);
  tell(1.0);
  return report_;
}

Status Verifier::read_all() {
  CORE_ASSIGN(const LedgerRow ledger, read_ledger_row(database_));
  demo_ = ledger.demo;
  CORE_TRY(read_origins(database_, demo_, heads_));
  CORE_ASSIGN(holding_, database_.prepare(kFactBlockHolding));
  CORE_TRY(check_facts());
  if (!report_.ok) return Done{};
  CORE_TRY(check_rest());
  check_head();
  return Done{};
}

Status Verifier::check_facts() {
  CORE_ASSIGN(const std::int64_t count, database_.number(kFactBlockLast));
  CORE_ASSIGN(Statement list, database_.prepare(kFactBlockList));
  list.integer(std::numeric_limits<std::int64_t>::min());
  for (;;) {
    CORE_ASSIGN(const bool more, list.step());
    if (!more) return Done{};
    if (!check_block(row_to_block(list))) return Done{};
    tell(kReadingShare * std::min(1.0, static_cast<double>(report_.facts) /
                                           static_cast<double>(std::max<std::int64_t>(count, 1))));
  }
}

bool Verifier::check_block(const FactBlock& block) {
  FactBlockReader reader(block);
  for (;;) {
    const Result<bool> more = reader.next(fact_.fact.fields);
    const FactRow& row = reader.row();
    if (more.ok() && !more.value())
      return is_whole(block) || bad(first_id(block), "这一段与校验和不符");
    if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size()))
      return bad(fmt::format("第{}条", row.position), "来源未登记");
    if (!more.ok()) return bad(next_id(row), more.error().message);
    if (!check_fact(row)) return false;
  }
}

bool Verifier::check_fact(const FactRow& row) {
  ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  if (std::string problem = numbering_problem(row); !problem.empty())
    return bad(next_id(row), std::move(problem));
  FactRow full = row;
  full.link.origin = head.prefix;
  const Digest hash = chained(head.hash, full.link, buffer_);
  if (row.hash != bytes_of(hash) || row.batch < last_batch_)
    return bad(next_id(row), "内容与校验码不符");
  if (const Status read = complete_fact(row, head, fact_); !read.ok())
    return bad(next_id(row), read.error().message);
  const FactRef target = folder_.state().find_fact(fact_.fact.fields.text("fact"));
  const About about = subjects_.about(fact_.fact, target, folder_.state());
  if (about.id == 0) return bad(next_id(row), std::string(SubjectIndex::trouble(fact_.fact)));

  head.seq = row.link.seq;
  head.hash = hash;
  last_batch_ = row.batch;
  subjects_.link(about.id);
  folder_.fold(fact_, about.subject);
  ++report_.facts;
  note_head(head);
  return true;
}

std::string Verifier::first_id(const FactBlock& block) const {
  const bool registered =
      block.origin >= 1 && block.origin <= static_cast<std::int64_t>(heads_.size());
  if (!registered) return fmt::format("第{}条", block.first_position);
  const ChainHead& head = heads_[static_cast<std::size_t>(block.origin - 1)];
  return fmt::format("{}{}", head.id_prefix, block.first_seq);
}

std::string Verifier::next_id(const FactRow& row) const {
  const ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  return fmt::format("{}{}", head.id_prefix, std::int64_t{head.seq} + 1);
}

std::string Verifier::numbering_problem(const FactRow& row) const {
  const auto expected = static_cast<std::int64_t>(report_.facts) + 1;
  const ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  if (row.position != expected) return fmt::format("缺少第{}条", expected);
  if (row.seq != std::int64_t{head.seq} + 1)
    return fmt::format("编号不连续：第{}条的编号是{}-{}", row.position, head.prefix, row.seq);
  return {};
}

std::vector<RecordedFact> Verifier::facts_of(const Subject& subject) {
  std::vector<RecordedFact> found;
  RecordedView recorded;
  for (const FactRef ref : subjects_.facts(subjects_.find(subject, folder_.state()))) {
    const Result<bool> there = holding_.integer(ref.position).step();
    // Read a moment ago; what cannot be read now shows as a projection that differs.
    if (!there.ok() || !there.value()) continue;
    FactBlockReader reader(row_to_block(holding_));
    reader.skip_to(ref.position);
    const Result<bool> read = reader.next(recorded.fact.fields);
    const ChainHead& origin = heads_[static_cast<std::size_t>(reader.row().origin - 1)];
    if (read.ok() && read.value() && complete_fact(reader.row(), origin, recorded).ok())
      found.push_back(recorded.owned());
    holding_.reset();
  }
  return found;
}

Status Verifier::check_rest() {
  tell(kReadingShare);
  CORE_ASSIGN(const std::string table, differing_projection(database_, folder_.state()));
  if (!table.empty()) {
    bad({}, fmt::format("投影与重算不一致：{}", table));
    return Done{};
  }
  CORE_ASSIGN(const std::string pages, database_.words("PRAGMA integrity_check(1);"));
  if (pages != "ok") bad({}, damaged_page_words(pages));
  CORE_ASSIGN(const std::string dangling, database_.words("PRAGMA foreign_key_check;"));
  if (report_.ok && !dangling.empty()) bad({}, fmt::format("引用的记录不存在：{}", dangling));
  return Done{};
}

void Verifier::check_head() {
  if (wanted_head_.empty() || !report_.head_at.empty()) return;
  if (same_head_code(wanted_head_, head_code(heads_))) return;  // a ledger without facts
  bad({}, fmt::format("台账从未有过校验码{}，末尾可能缺少事实", wanted_head_));
}

bool Verifier::bad(std::string id, std::string reason) {
  if (!report_.ok) return false;
  report_.ok = false;
  report_.first_bad = std::move(id);
  report_.reason = std::move(reason);
  return false;
}

void Verifier::note_head(const ChainHead& latest) {
  if (wanted_head_.empty() || !report_.head_at.empty()) return;
  if (same_head_code(wanted_head_, head_code(heads_)))
    report_.head_at = fmt::format("{}{}", latest.id_prefix, latest.seq);
}

}  // namespace

Result<VerifyReport> verify_database(const Database& database, const Progress& progress,
                                     std::string_view head) {
  return Verifier(database, progress, head).run();
}

}  // namespace core::store
