#include "web/screens/dashboard_parts.h"

#include <chrono>
#include <unordered_map>
#include <utility>

namespace web {
namespace {

/// Facts read from the ledger while details are put together.
class FactShelf {
 public:
  explicit FactShelf(const core::store::Ledger& ledger) : ledger_(ledger) {}

  void put(const core::RecordedFact& fact) { facts_.emplace(fact.ref.position, fact); }

  const core::RecordedFact* get(core::FactRef ref) {
    if (!ref.known()) return nullptr;
    const auto at = facts_.find(ref.position);
    if (at != facts_.end()) return &at->second;
    core::Result<core::RecordedFact> fact = ledger_.fact(ref);
    if (!fact.ok()) return nullptr;
    return &facts_.emplace(ref.position, std::move(fact).value()).first->second;
  }

 private:
  const core::store::Ledger& ledger_;
  std::unordered_map<std::uint32_t, core::RecordedFact> facts_;
};

DetailSources sources_of(core::app::Desk& desk, FactShelf& shelf) {
  return {desk.state(),    desk.findings(), desk.calendar(),
          desk.rulebook(), desk.today(),    [&shelf](core::FactRef ref) { return shelf.get(ref); }};
}

/// Side by side there is always something in the panel: the most pressing line, unless one is
/// chosen.
void choose_first(DashboardParts& parts) {
  TodayMemory& memory = parts.today_memory;
  if (memory.chosen && parts.today.line_of(*memory.chosen)) return;
  memory.chosen.reset();
  memory.detail_over_list = false;
  for (std::size_t at = 0; at < parts.today.lines().size() && !parts.portrait; ++at) {
    if (parts.today.lines()[at].is_week) continue;
    memory.chosen = parts.today.key(at);
    return;
  }
}

void refresh_detail(DashboardParts& parts) {
  const std::optional<std::uint64_t> key = parts.today_memory.chosen;
  if (parts.detail_key == key && parts.detail_revision == parts.desk.revision()) return;
  parts.detail_key = key;
  parts.detail_revision = parts.desk.revision();
  parts.detail = {};
  const std::optional<std::size_t> line = key ? parts.today.line_of(*key) : std::nullopt;
  if (!line) return;
  FactShelf shelf(parts.desk.ledger());
  const DetailSources sources = sources_of(parts.desk, shelf);
  const TodayModel::Entry& entry = parts.today.entry(*line);
  parts.detail = entry.is_prompt ? prompt_detail(sources, sources.findings.prompts[entry.row])
                                 : duty_detail(sources, sources.findings.duties[entry.row]);
}

void refresh_today(DashboardParts& parts) {
  if (parts.today_revision != parts.desk.revision()) {
    parts.today_revision = parts.desk.revision();
    parts.today = TodayModel(parts.desk.state(), parts.desk.findings(), parts.desk.today());
  }
  if (parts.screen != kToday) return;
  parts.today.select(parts.today_memory.query);
  choose_first(parts);
  refresh_detail(parts);
}

/// The index is built when somebody first searches, and again after facts changed.
std::vector<core::CaseIndex> found(DashboardParts& parts, std::string_view text) {
  if (parts.search_revision != parts.desk.revision()) {
    parts.search_revision = parts.desk.revision();
    parts.search.update(parts.desk.state());
  }
  return parts.search.find(text, parts.desk.state().cases().size());
}

void refresh_cases(DashboardParts& parts) {
  if (parts.cases_revision != parts.desk.revision()) {
    parts.cases_revision = parts.desk.revision();
    parts.cases = CasesModel(parts.desk.state(), parts.desk.findings(), parts.desk.today());
  }
  parts.cases.select(parts.cases_memory.query,
                     [&](std::string_view text) { return found(parts, text); });
}

void refresh_case(DashboardParts& parts) {
  if (parts.one_revision == parts.desk.revision() && parts.one.which == parts.one_case) return;
  parts.one_revision = parts.desk.revision();
  parts.one = {};
  const core::State& state = parts.desk.state();
  if (parts.one_case.value >= state.cases().size()) return;
  const std::vector<core::RecordedFact> facts = parts.desk.ledger().facts_of(
      {core::Subject::Kind::Case, state.case_text(parts.one_case).number});
  FactShelf shelf(parts.desk.ledger());
  for (const core::RecordedFact& fact : facts) shelf.put(fact);
  parts.one = case_model(sources_of(parts.desk, shelf), parts.one_case, facts);
}

void refresh_data(DashboardParts& parts) {
  if (parts.data_revision == parts.desk.revision()) return;
  parts.data_revision = parts.desk.revision();
  const core::store::Ledger& ledger = parts.desk.ledger();
  parts.data = data_model(parts.desk.state(), {ledger.head_code(), ledger.size(), ledger.is_demo()},
                          parts.desk.today());
}

void say(DashboardParts& parts, std::string sentence, Tone tone = Tone::Late) {
  parts.notice = std::move(sentence);
  parts.notice_tone = tone;
}

void carry_out(DashboardParts& parts, const core::app::Command& command) {
  if (parts.read_only) {
    say(parts, "另一个页面正在使用这本台账，这里只能查看");
    return;
  }
  const core::Status status = parts.desk.carry_out(command);
  if (status.ok())
    parts.changes = true;
  else
    say(parts, status.error().message);
}

void open_case(DashboardParts& parts, core::CaseIndex which) {
  if (parts.screen != kCase) parts.came_from = parts.screen;
  parts.one_case = which;
  parts.case_memory = {};
  parts.screen = kCase;
}

void end_import(DashboardParts& parts) {
  parts.import = ImportModel(parts.desk.import_log());
  parts.import_memory = {};
  parts.changes = true;
  go_to(parts, kImport);
}

}  // namespace

Remembered remembered(const DashboardParts& parts) {
  const DetailMemory& detail =
      parts.screen == kCase ? parts.case_memory.detail : parts.today_memory.detail;
  return {parts.screen,
          parts.today_memory.query,
          parts.today_memory.chosen,
          parts.today_memory.detail_over_list,
          parts.cases_memory.query,
          parts.cases_memory.chosen,
          parts.case_memory.opened,
          detail.picked,
          detail.declining};
}

void go_to(DashboardParts& parts, std::string_view screen) {
  for (const std::string_view known : {kToday, kCases, kData}) {
    if (screen == known) parts.screen = known;
  }
  if (screen == kImport && !parts.import.empty()) parts.screen = kImport;
  if (screen == kCase && parts.one_case.known()) parts.screen = kCase;
  parts.again = true;
}

void begin_import(DashboardParts& parts, std::vector<core::intake::ImportFile> files) {
  if (files.empty()) return;
  parts.again = true;
  if (parts.read_only) {
    say(parts, "另一个页面正在使用这本台账，这里不能导入");
    return;
  }
  parts.notice.clear();
  const core::Status begun = parts.desk.begin_import(std::move(files), /*dry_run=*/false);
  if (!begun.ok()) say(parts, begun.error().message);
}

void step_import(DashboardParts& parts) {
  constexpr int kRows = 100;
  constexpr std::chrono::milliseconds kSlice{8};
  if (!parts.desk.importing()) return;
  const auto start = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - start < kSlice) {
    const core::Result<bool> more = parts.desk.step_import(kRows);
    if (!more.ok()) {
      parts.search.clear();
      say(parts, more.error().message);
      return;
    }
    if (more.value()) continue;
    end_import(parts);
    return;
  }
}

void refresh(DashboardParts& parts) {
  refresh_today(parts);  // always: the rail shows its count
  if (parts.screen == kCases) refresh_cases(parts);
  if (parts.screen == kCase) refresh_case(parts);
  if (parts.screen == kData) refresh_data(parts);
}

void carry_out(DashboardParts& parts, const Wishes& wishes) {
  for (const core::app::Command& command : wishes.commands) carry_out(parts, command);
  if (wishes.choose_files) parts.file_request = true;
  if (wishes.cancel_import) {
    parts.desk.cancel_import();
    parts.search.clear();
    say(parts, "已取消导入，台账没有改变", Tone::Due);
  }
  if (wishes.dismiss_notice) parts.notice.clear();
  if (!wishes.screen.empty()) go_to(parts, wishes.screen);
  if (wishes.open_case) open_case(parts, *wishes.open_case);
  if (wishes.back && parts.screen == kCase) go_to(parts, parts.came_from);
}

}  // namespace web
