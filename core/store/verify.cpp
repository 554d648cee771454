#include "core/store/verify.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/store/fact_table.h"
#include "core/store/ledger_tables.h"
#include "core/store/migrate.h"
#include "core/store/projections.h"
#include "generated/queries.h"

namespace core::store {
namespace {

constexpr std::int64_t kFactsPerProgress = 4096;
// Of the whole work, what reading the facts takes; the rest compares the projections.
constexpr double kReadingShare = 0.8;

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
  Result<bool> check_fact(const FactRow& row);
  Status check_rest();
  void check_head();

  std::string numbering_problem(const FactRow& row) const;
  std::string subject_problem(const FactRow& row, const Fact& fact) const;
  std::vector<RecordedFact> facts_of(const Subject& subject);

  bool bad(std::string id, std::string reason);
  void note_head(std::string_view id);
  void tell(double share) const {
    if (progress_) progress_(share);
  }

  const Database& database_;
  const Progress& progress_;
  std::string_view wanted_head_;
  bool demo_ = false;
  std::vector<ChainHead> heads_;
  SubjectIndex subjects_;
  Statement one_;
  std::int64_t last_batch_ = 0;
  std::string buffer_;
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
  CORE_TRY(read_subjects(database_, subjects_));
  CORE_ASSIGN(one_, database_.prepare(kFactOne));
  CORE_TRY(check_facts());
  if (!report_.ok) return Done{};
  CORE_TRY(check_rest());
  check_head();
  return Done{};
}

Status Verifier::check_facts() {
  CORE_ASSIGN(const std::int64_t count, database_.number(kFactLast));
  CORE_ASSIGN(Statement list, database_.prepare(kFactList));
  list.integer(0);
  for (;;) {
    CORE_ASSIGN(const bool more, list.step());
    if (!more) return Done{};
    const FactRow row = row_to_fact(list);
    CORE_ASSIGN(const bool good, check_fact(row));
    if (!good) return Done{};
    if (row.position % kFactsPerProgress == 0)
      tell(kReadingShare * static_cast<double>(row.position) / static_cast<double>(count));
  }
}

Result<bool> Verifier::check_fact(const FactRow& row) {
  if (row.origin < 1 || row.origin > static_cast<std::int64_t>(heads_.size()))
    return bad(fmt::format("第{}条", row.position), "来源未登记");
  ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  if (std::string problem = numbering_problem(row); !problem.empty())
    return bad(fact_id(head.prefix, std::int64_t{head.seq} + 1), std::move(problem));
  const std::string id = fact_id(head.prefix, row.seq);

  FactRow full = row;
  full.link.origin = head.prefix;
  const Digest hash = chained(head.hash, full.link, buffer_);
  if (row.hash != bytes_of(hash) || row.batch < last_batch_) return bad(id, "内容与校验码不符");
  Result<RecordedFact> recorded = recorded_fact(full, head.prefix);
  if (!recorded.ok()) return bad(id, recorded.error().message);
  if (std::string problem = subject_problem(row, recorded.value().fact); !problem.empty())
    return bad(id, std::move(problem));

  head.seq = full.link.seq;
  head.hash = hash;
  last_batch_ = row.batch;
  const auto subject = static_cast<std::uint32_t>(row.subject);
  subjects_.link(subject);
  folder_.fold(recorded.value(), subjects_.subject(subject));
  ++report_.facts;
  note_head(id);
  return true;
}

std::string Verifier::numbering_problem(const FactRow& row) const {
  const auto expected = static_cast<std::int64_t>(report_.facts) + 1;
  const ChainHead& head = heads_[static_cast<std::size_t>(row.origin - 1)];
  if (row.position != expected) return fmt::format("缺少第{}条", expected);
  if (row.seq != std::int64_t{head.seq} + 1)
    return fmt::format("编号不连续：第{}条的编号是{}-{}", row.position, head.prefix, row.seq);
  return {};
}

std::string Verifier::subject_problem(const FactRow& row, const Fact& fact) const {
  if (row.subject < 1 || row.subject > static_cast<std::int64_t>(subjects_.count()))
    return "所属主体未登记";
  const auto stated = static_cast<std::uint32_t>(row.subject);
  if (const std::optional<Subject> subject = subject_of(fact))
    return *subject == subjects_.subject(stated) ? "" : "所属主体与内容不符";
  const FactRef target = folder_.state().find_fact(fact.fields.text("fact"));
  if (!target.known()) return "所更正的事实不存在";
  return subjects_.subject_at(target) == stated ? "" : "所属主体与所更正的事实不符";
}

std::vector<RecordedFact> Verifier::facts_of(const Subject& subject) {
  std::vector<RecordedFact> found;
  for (const FactRef ref : subjects_.facts(subjects_.find(subject))) {
    const Result<bool> there = one_.integer(ref.position).step();
    // Read a moment ago; what cannot be read now shows as a projection that differs.
    if (!there.ok() || !there.value()) continue;
    const FactRow row = row_to_fact(one_);
    const std::string& prefix = heads_[static_cast<std::size_t>(row.origin - 1)].prefix;
    Result<RecordedFact> recorded = recorded_fact(row, prefix);
    if (recorded.ok()) found.push_back(std::move(recorded).value());
    one_.reset();
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
  if (pages != "ok") bad({}, fmt::format("数据页损坏：{}", pages));
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

void Verifier::note_head(std::string_view id) {
  if (wanted_head_.empty() || !report_.head_at.empty()) return;
  if (same_head_code(wanted_head_, head_code(heads_))) report_.head_at = id;
}

}  // namespace

Result<VerifyReport> verify_database(const Database& database, const Progress& progress,
                                     std::string_view head) {
  return Verifier(database, progress, head).run();
}

}  // namespace core::store
