#include "core/intake/importer.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/intake/drafters/drafter.h"
#include "core/intake/source.h"
#include "core/intake/tables/county_name.h"
#include "core/intake/tables/merged_rows.h"
#include "core/intake/tables/row_filter.h"
#include "core/intake/take_mapping.h"
#include "core/intake/unread_rows.h"

namespace core::intake {
namespace {

/// One sheet to read.
struct Task {
  std::size_t source = 0;
  std::size_t sheet = 0;
};

/// Later kinds refer to what earlier ones register.
int rank_of_kind(SheetKind kind) {
  switch (kind) {
    case SheetKind::Units:
      return 0;
    case SheetKind::Officials:
      return 1;
    case SheetKind::Cases:
      return 2;
    case SheetKind::Leads:
      return 3;
    case SheetKind::Reports:
      return 4;
    default:
      return 5;
  }
}

std::int64_t columns_used(const SheetLayout& layout) {
  return std::count_if(layout.columns.begin(), layout.columns.end(),
                       [](Column column) { return column != Column::None; });
}

std::string base_name(const std::string& path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace

class Importer::Work {
 public:
  Work(std::vector<ImportFile> files, FactSink sink, Date today, std::string by);

  Result<bool> step(int rows);
  void give_up(const Error& error);
  double progress() const;
  std::string activity() const;

  ImportLog log;

 private:
  bool opening() const { return opened_ < sources_.size(); }
  void open_next();
  void plan();
  std::string note_county(const SourceSheet& from, FileLog& file) const;
  Status start_task();
  void end_task();
  Status read_rows(int rows);
  Status take_row(const Row& row);
  Status finish();
  Fact import_fact(const Source& source, const FileLog& file) const;
  bool is_recorded(std::string_view digest) const;
  void mask_names();

  Source& source() { return sources_[tasks_[task_].source]; }
  const SourceSheet& sheet() const {
    return sources_[tasks_[task_].source].sheets[tasks_[task_].sheet];
  }
  FileLog& file_log() { return log.files[tasks_[task_].source]; }

  Session session_;
  Result<Mapping> mapping_ = Mapping();
  HeaderBook book_;
  std::vector<Source> sources_;
  std::size_t opened_ = 0;
  std::vector<Task> tasks_;
  std::size_t task_ = 0;
  std::unique_ptr<Drafter> drafter_;  // of the task under way
  std::int64_t taken_before_ = 0;
  int row_number_ = 0;
  MergedRows merged_;
  std::vector<int> skipped_rows_;
  bool other_header_ = false;  // the rows of this sheet from here on stand under another header
  bool finished_ = false;
};

Importer::Work::Work(std::vector<ImportFile> files, FactSink sink, Date today, std::string by)
    : session_(std::move(sink), today, std::move(by)) {
  for (ImportFile& file : files) file.name = base_name(file.name);
  mapping_ = take_mapping(files);
  for (ImportFile& file : files) {
    log.files.emplace_back().file = file.name;
    sources_.emplace_back().file = std::move(file);
  }
}

Result<bool> Importer::Work::step(int rows) {
  if (finished_) return false;
  if (!mapping_.ok()) return mapping_.error();
  if (opening()) {
    open_next();
    if (!opening()) plan();
    return true;
  }
  if (task_ < tasks_.size()) {
    CORE_TRY(read_rows(rows));
    return true;
  }
  CORE_TRY(finish());
  finished_ = true;
  return false;
}

void Importer::Work::open_next() {
  open_source(sources_[opened_], mapping_.value(), book_, log.files[opened_]);
  ++opened_;
}

// What a person should name the ledger that has no county of its own: once, where a title tells.
std::string Importer::Work::note_county(const SourceSheet& from, FileLog& file) const {
  if (session_.state().county_name() != kUnnamedCounty) return {};
  std::vector<std::string> titles = from.layout.titles;
  titles.push_back(from.name);
  titles.push_back(file.file);
  for (const std::string& title : titles)
    if (std::string county = county_in(title); !county.empty()) {
      std::string note = county_note(county);
      if (std::find(file.notes.begin(), file.notes.end(), note) == file.notes.end())
        file.notes.push_back(std::move(note));
      return county;
    }
  return {};
}

// The order of sheets follows from what they hold, never from the order the files came in. Among
// case sheets those that tell the purpose go first, so that no content of an accusation is taken
// from a sheet that does not.
void Importer::Work::plan() {
  std::string names;
  std::vector<std::string> counties;
  bool later_texts = false;
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    names += sources_[i].file.name + "\n";
    for (std::size_t j = 0; j < sources_[i].sheets.size(); ++j) {
      const SourceSheet& each = sources_[i].sheets[j];
      tasks_.push_back({i, j});
      names += each.name + "\n";
      if (std::string county = note_county(each, log.files[i]); !county.empty())
        counties.push_back(std::move(county));
      later_texts = later_texts || each.layout.kind == SheetKind::Leads ||
                    each.layout.kind == SheetKind::Reports;
    }
  }
  session_.watch_names(std::move(names), later_texts);
  const auto agrees = [&](const std::string& county) { return county == counties.front(); };
  if (!counties.empty() && std::all_of(counties.begin(), counties.end(), agrees))
    session_.units().suppose_county(counties.front());
  const auto order = [this](const Task& task) {
    const Source& from = sources_[task.source];
    const SourceSheet& each = from.sheets[task.sheet];
    return std::make_tuple(rank_of_kind(each.layout.kind), !each.layout.has(Column::Purpose),
                           -columns_used(each.layout), std::string_view(from.file.name),
                           task.sheet);
  };
  std::stable_sort(tasks_.begin(), tasks_.end(),
                   [&order](const Task& a, const Task& b) { return order(a) < order(b); });
}

Status Importer::Work::start_task() {
  CORE_TRY(source().reader->open_sheet(sheet().index));
  CORE_ASSIGN(const std::span<const Merge> merges, source().reader->merges());
  merged_ = MergedRows(merges, sheet().layout);
  session_.units().settle(sheet().units);
  SheetPlace place;
  place.file = session_.scrubbed_title(source().file.name);
  place.sheet = session_.scrubbed_title(sheet().name);
  place.layout = &sheet().layout;
  place.period = sheet().period;
  place.year = sheet().year;
  place.log = &file_log();
  drafter_ = make_drafter(sheet().layout.kind, session_, std::move(place));
  taken_before_ = session_.taken();
  skipped_rows_.clear();
  other_header_ = false;
  row_number_ = 0;
  return Done{};
}

void Importer::Work::end_task() {
  drafter_->finish();
  drafter_.reset();
  if (!skipped_rows_.empty())
    file_log().notes.push_back(skipped_note(session_.scrubbed_title(sheet().name), skipped_rows_));
  source().facts += session_.taken() - taken_before_;
  ++task_;
}

Status Importer::Work::read_rows(int rows) {
  if (!drafter_) CORE_TRY(start_task());
  Row row;
  for (; rows > 0; --rows) {
    Result<bool> more = source().reader->next(row);
    // Half a file must not get in: the caller takes everything back.
    if (!more.ok())
      return Error{more.error().code,
                   fmt::format("{}（{}）", more.error().message, source().file.name)};
    if (!more.value()) {
      end_task();
      return Done{};
    }
    row_number_ = row.number;
    if (row.number > sheet().layout.header_last) CORE_TRY(take_row(row));
  }
  return Done{};
}

Status Importer::Work::take_row(const Row& row) {
  merged_.pass(row);
  const RowSort sort = sort_of(RowView(sheet().layout, row));
  if (sort == RowSort::Blank) return Done{};
  FileLog& file = file_log();
  ++file.rows;
  if (sort == RowSort::Skipped) {
    ++file.skipped;
    skipped_rows_.push_back(row.number);
    return Done{};
  }
  if (sort == RowSort::OtherHeader && !std::exchange(other_header_, true))
    file.issues.push_back(other_header_issue(file.file, sheet().name, row.number));
  if (other_header_) {
    ++file.refused;
    return Done{};
  }
  count_dropped(row, sheet().layout, file.scrubbed);
  const Row whole = merged_.filled(row);
  CORE_ASSIGN(const RowOutcome outcome, drafter_->draft(RowView(sheet().layout, whole)));
  switch (outcome) {
    case RowOutcome::Added:
      ++file.added;
      break;
    case RowOutcome::Updated:
      ++file.updated;
      break;
    case RowOutcome::Unchanged:
      ++file.unchanged;
      break;
    case RowOutcome::Refused:
      ++file.refused;
      break;
  }
  return Done{};
}

Fact Importer::Work::import_fact(const Source& from, const FileLog& file) const {
  List kinds;
  for (const SheetKind kind : file.as) kinds.emplace_back(word(kind));
  Fact fact;
  fact.kind = "import.recorded";
  fact.on = session_.today();
  fact.fields = Fields{{"added", file.added},
                       {"as", std::move(kinds)},
                       {"digest", to_hex(blake2b(from.file.bytes))},
                       {"file", file.file},
                       {"refused", file.refused},
                       {"rows", file.rows},
                       {"skipped", file.skipped},
                       {"unchanged", file.unchanged},
                       {"updated", file.updated}};
  return fact;
}

bool Importer::Work::is_recorded(std::string_view digest) const {
  const std::span<const OtherFact> others = session_.state().other_facts();
  return std::any_of(others.begin(), others.end(), [digest](const OtherFact& other) {
    return other.fact.fact.kind == "import.recorded" &&
           other.fact.fact.fields.text("digest") == digest;
  });
}

Status Importer::Work::finish() {
  mask_names();
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const Fact fact = import_fact(sources_[i], log.files[i]);
    // A file of which nothing could be taken leaves a trace too, though only the first time.
    const bool told = log.files[i].refused > 0 && !is_recorded(fact.fields.text("digest"));
    if (sources_[i].facts == 0 && !told) continue;
    CORE_ASSIGN(const std::vector<std::string> problems, session_.take(fact));
    if (!problems.empty())
      return Error{ErrorCode::InvalidInput, fmt::format("导入记录无法登记：{}", problems.front())};
  }
  for (Source& each : sources_) each.reader.reset();
  return Done{};
}

// Nothing of the import stays, so nothing of its account does but why.
void Importer::Work::give_up(const Error& error) {
  mask_names();
  for (std::size_t i = 0; i < log.files.size(); ++i) {
    FileLog file;
    file.file = log.files[i].file;
    file.error = log.files[i].error;
    const bool cause = task_ >= tasks_.size() || tasks_[task_].source == i;
    if (file.error.empty())
      file.error =
          cause ? session_.scrubbed_title(error.message) : "同时导入的文件有误，都没有导入";
    log.files[i] = std::move(file);
  }
}

// File and sheet names may tell a name that only a later row makes known.
void Importer::Work::mask_names() {
  for (FileLog& file : log.files) {
    file.file = session_.scrubbed_title(file.file);
    std::string sheet;
    std::string masked;
    for (Issue& issue : file.issues) {
      issue.file = file.file;
      if (issue.sheet != sheet) {
        sheet = issue.sheet;
        masked = session_.scrubbed_title(sheet);
      }
      issue.sheet = masked;
    }
  }
}

double Importer::Work::progress() const {
  if (finished_) return 1;
  if (sources_.empty()) return 0;
  constexpr double kOpening = 0.05;
  const double opened = static_cast<double>(opened_) / static_cast<double>(sources_.size());
  if (opening() || tasks_.empty()) return opened * kOpening;
  double total = 0;
  double done = 0;
  for (std::size_t i = 0; i < tasks_.size(); ++i) {
    const Source& from = sources_[tasks_[i].source];
    const double size =
        static_cast<double>(from.file.bytes.size()) / static_cast<double>(from.sheets.size());
    total += size;
    if (i < task_) done += size;
    if (i == task_ && drafter_) done += size * from.reader->progress();
  }
  return kOpening + (1 - kOpening) * (total > 0 ? done / total : 1);
}

std::string Importer::Work::activity() const {
  if (finished_) return "导入完成";
  if (opening()) return fmt::format("正在打开 {}", sources_[opened_].file.name);
  if (task_ >= tasks_.size()) return "正在收尾";
  return fmt::format("正在导入 {} 第 {} 行", sources_[tasks_[task_].source].file.name, row_number_);
}

Importer::Importer(std::vector<ImportFile> files, FactSink sink, Date today, std::string by)
    : work_(std::make_unique<Work>(std::move(files), std::move(sink), today, std::move(by))) {}

Importer::~Importer() = default;

Result<bool> Importer::step(int rows) {
  Result<bool> more = work_->step(rows);
  if (!more.ok()) work_->give_up(more.error());
  return more;
}

double Importer::progress() const { return work_->progress(); }

std::string Importer::activity() const { return work_->activity(); }

const ImportLog& Importer::log() const { return work_->log; }

}  // namespace core::intake
