#include "web/screens/dashboard_parts.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "web/models/case_duties.h"
#include "web/models/names.h"
#include "web/models/words.h"

namespace web {
namespace {

void say(DashboardParts& parts, std::string_view sentence, Tone tone = Tone::Late) {
  parts.notice = plain_words(sentence);
  parts.notice_tone = tone;
  parts.notice_undoes = false;
}

/// Acknowledges what was recorded; it can be taken back at once.
void acknowledge(DashboardParts& parts, std::string_view sentence) {
  say(parts, sentence, Tone::Good);
  parts.notice_undoes = true;
}

/// True when the command was carried out; else a sentence says why not.
bool carry_out(DashboardParts& parts, const core::app::Command& command) {
  if (parts.read_only) {
    say(parts, "另一个页面正在使用这本台账，这里只能查看");
    return false;
  }
  const core::Status status = parts.desk.carry_out(command);
  if (!status.ok()) {
    say(parts, status.error().message);
    return false;
  }
  parts.changes = true;
  return true;
}

void record_form(DashboardParts& parts) {
  if (!ready_to_record(parts.desk, parts.form)) return;
  const core::State& state = parts.desk.state();
  const core::Fact fact = fact_of(parts.form.form, state, parts.form.today);
  if (!carry_out(parts, core::app::RecordFacts{{fact}})) return;
  parts.form = {};
  acknowledge(parts, "已记入台账：" + fact_title(fact));
}

/// What a screen asked for is named when it was done.
struct DoneWords {
  const core::app::Desk& desk;

  std::string operator()(const core::app::RecordFacts& command) const {
    return "已记入台账：" + fact_title(command.facts.front());
  }
  std::string operator()(const core::app::DeclinePrompt& command) const {
    return "已记入台账：不采纳建议（" + command.reason + "）";
  }
  std::string operator()(const core::app::RetractFacts& command) const {
    const auto fact = desk.ledger().fact(desk.state().find_fact(command.facts.front()));
    return "已撤回：" + (fact.ok() ? fact_title(fact.value().fact) : std::string());
  }
};

void carry_out_asked(DashboardParts& parts, const core::app::Command& command) {
  const std::string words = std::visit(DoneWords{parts.desk}, command);
  if (carry_out(parts, command)) acknowledge(parts, words);
}

void undo(DashboardParts& parts) {
  if (!parts.undo.undo) {
    say(parts,
        parts.undo.at_import ? "上一步是导入，不在这里撤销；单条记录可在事项详情中撤回"
                             : "没有可以撤销的记录",
        Tone::Due);
    return;
  }
  const core::RecordedFact fact = *parts.undo.undo;
  if (carry_out(parts, core::app::RetractFacts{{fact.id}, std::string(core::app::kUndoReason)}))
    say(parts, "已撤销：" + fact_title(fact.fact), Tone::Good);
}

void redo(DashboardParts& parts) {
  if (!parts.undo.redo) return;
  const std::string title = fact_title(*parts.undo.redone);
  if (carry_out(parts, core::app::RetractFacts{{parts.undo.redo->id},
                                               std::string(core::app::kRedoReason)}))
    say(parts, "已恢复：" + title, Tone::Good);
}

/// What else is given is a suggestion, another one each time.
bool same_fact(const FormRequest& a, const FormRequest& b) {
  const auto same = [&](const char* name) { return a.given.text(name) == b.given.text(name); };
  return a.kind == b.kind && a.key == b.key && a.corrects == b.corrects && same("week") &&
         same("case");
}

/// A form that is left for another is kept with what was typed into it.
void open_form(DashboardParts& parts, const FormRequest& request) {
  if (parts.read_only) {
    say(parts, "另一个页面正在使用这本台账，这里只能查看");
    return;
  }
  FormMemory& open = parts.form;
  if (open.form.open() && same_fact(open.request, request)) return;
  parts.notice.clear();  // It told of what is over.
  if (is_filled_in(open)) parts.drafts.push_back(std::move(open));
  const auto draft =
      std::find_if(parts.drafts.begin(), parts.drafts.end(),
                   [&](const FormMemory& waiting) { return same_fact(waiting.request, request); });
  open = form_memory(parts.desk, request);
  if (draft == parts.drafts.end()) return;
  go_on_with(*draft, open);
  parts.drafts.erase(draft);
}

void count_waiting(DashboardParts& parts) {
  if (parts.counted_revision == parts.desk.revision()) return;
  parts.counted_revision = parts.desk.revision();
  parts.waiting = {};
  for (const core::rules::DutyRow& row : parts.desk.findings().duties) {
    if (row.state == core::rules::DutyState::Overdue) {
      ++parts.waiting.late;
      if (row.rule == core::rules::RuleId::WeeklyReport) ++parts.waiting.late_reports;
    }
  }
  const std::vector<bool> unled = cases_lacking_lead(parts.desk.state(), parts.desk.findings());
  parts.waiting.unled = static_cast<std::size_t>(std::count(unled.begin(), unled.end(), true));
  parts.county = county_name(parts.desk.state(), parts.desk.import_log());
  if (!parts.desk.importing()) parts.undo = core::app::undo_state(parts.desk.ledger());
}

Download printed(const DashboardParts& parts, const Report& report) {
  const std::string day = core::to_string(parts.desk.today());
  const ReportHead head{parts.desk.state().county_name(), day, parts.desk.ledger().is_demo()};
  return {report.name, report_json(report, head), /*report=*/true};
}

/// A file of demonstration data says so in its name and above its header (guard rail 6).
Download saved(const DashboardParts& parts, Download file) {
  if (!parts.desk.ledger().is_demo()) return file;
  constexpr std::size_t kMark = 3;  // bytes of the byte order mark, which stays first
  file.name.insert(0, "演示-");
  file.content.insert(kMark, "演示数据，不是真实台账\r\n");
  return file;
}

void follow(DashboardParts& parts, const Wishes& wishes) {
  if (!wishes.screen.empty()) go_to(parts, wishes.screen);
  if (wishes.show_today) go_to(parts, "today");
  if (wishes.show_people) go_to(parts, "units");
  if (wishes.show_cases || (wishes.search && !wishes.search->empty())) go_to(parts, "cases");
  if (wishes.open_case) {
    if (parts.current->name() != "case") parts.came_from = parts.current->name();
    go_to(parts, "case");
  }
  if (wishes.back && parts.current->name() == "case") go_to(parts, parts.came_from);
}

}  // namespace

DashboardParts::DashboardParts(core::app::Desk& desk_in, Fonts fonts_in)
    : desk(desk_in),
      fonts(fonts_in),
      screens(make_screens()),
      current(screens.front().get()),
      came_from(current->name()) {}

Screen* find_screen(const DashboardParts& parts, std::string_view name) {
  for (const std::unique_ptr<Screen>& screen : parts.screens)
    if (screen->name() == name) return screen.get();
  return nullptr;
}

void go_to(DashboardParts& parts, std::string_view name) {
  Screen* screen = find_screen(parts, name);
  if (screen != nullptr && screen->has_content()) parts.current = screen;
  parts.again = true;
}

namespace {

/// True when it has begun; else a sentence says why not.
bool start_import(DashboardParts& parts, std::vector<core::intake::ImportFile> files,
                  bool dry_run) {
  parts.again = true;
  if (parts.read_only) {
    say(parts, "另一个页面正在使用这本台账，这里不能导入");
    return false;
  }
  const core::Status begun = parts.desk.begin_import(std::move(files), dry_run);
  if (!begun.ok()) {
    say(parts, begun.error().message);
    return false;
  }
  parts.notice.clear();
  return true;
}

std::vector<core::intake::ImportFile> pasted_file(const std::string& cells) {
  std::vector<core::intake::ImportFile> files(1);
  files[0].name = "粘贴的表格.csv";
  files[0].bytes = cells;
  return files;
}

/// What was tried is imported, or forgotten.
void decide_pasted(DashboardParts& parts, bool import) {
  if (import) {
    if (start_import(parts, pasted_file(parts.pasted), /*dry_run=*/false)) parts.pasted.clear();
    return;
  }
  parts.pasted.clear();
  say(parts, "已放弃粘贴的表格，台账没有改变", Tone::Due);
  go_to(parts, "data");
}

}  // namespace

void begin_import(DashboardParts& parts, std::vector<core::intake::ImportFile> files) {
  if (files.empty()) return;
  if (start_import(parts, std::move(files), /*dry_run=*/false)) parts.pasted.clear();
}

void begin_preview(DashboardParts& parts, std::string cells) {
  if (start_import(parts, pasted_file(cells), /*dry_run=*/true)) parts.pasted = std::move(cells);
}

void step_import(DashboardParts& parts, double milliseconds) {
  constexpr int kRows = 100;
  const std::chrono::duration<double, std::milli> slice(milliseconds);
  const auto start = std::chrono::steady_clock::now();
  if (!parts.desk.importing()) return;
  do {
    const core::Result<bool> more = parts.desk.step_import(kRows);
    if (!more.ok()) {
      parts.pasted.clear();
      say(parts, more.error().message);
      return;
    }
    if (more.value()) continue;
    parts.changes = parts.changes || parts.pasted.empty();
    if (Screen* screen = find_screen(parts, "import")) {
      screen->refresh(parts.desk, parts.beside);
      go_to(parts, screen->name());
    }
    return;
  } while (std::chrono::steady_clock::now() - start < slice);
}

void refresh(DashboardParts& parts) {
  count_waiting(parts);
  parts.current->refresh(parts.desk, parts.beside);
  refresh_form(parts.desk, parts.form);
}

void carry_out(DashboardParts& parts, const Wishes& wishes) {
  if (wishes.close_form) parts.form = {};
  for (const core::app::Command& command : wishes.commands) carry_out_asked(parts, command);
  if (wishes.record_form) record_form(parts);
  if (wishes.undo) undo(parts);
  if (wishes.redo) redo(parts);
  if (wishes.form) open_form(parts, *wishes.form);
  if (wishes.search) parts.search = *wishes.search;
  if (wishes.show_cases) parts.search = wishes.show_cases->search;
  if (wishes.download) parts.download = saved(parts, *wishes.download);
  if (wishes.print) parts.download = printed(parts, *wishes.print);
  if (wishes.choose_files) parts.file_request = true;
  if (wishes.show_settings) parts.settings_request = true;
  if (wishes.back_up) request_backup(parts);
  if (wishes.snapshot) parts.snapshot_use = wishes.snapshot;
  if (wishes.decide_pasted) decide_pasted(parts, *wishes.decide_pasted);
  if (wishes.cancel_import) {
    parts.pasted.clear();
    parts.desk.cancel_import();
    say(parts, "已取消导入，台账没有改变", Tone::Due);
  }
  if (wishes.dismiss_notice) parts.notice.clear();
  for (const std::unique_ptr<Screen>& screen : parts.screens) screen->hear(wishes);
  follow(parts, wishes);
}

BackupWords backup_words(const DashboardParts& parts) {
  if (parts.desk.ledger().is_demo()) return {};
  return backup_words(parts.backup, parts.desk.state().fact_count(), parts.desk.today(),
                      parts.keeping);
}

void request_backup(DashboardParts& parts) {
  parts.backup_request = true;
  if (parts.desk.importing()) say(parts, "正在导入，导入结束后备份", Tone::Due);
}

void note_backup(DashboardParts& parts, bool made) {
  // Before the first backup every fact but the county's name is one that is nowhere else.
  parts.backup = {parts.desk.today(), made ? parts.desk.state().fact_count() : 1, made, {}};
  parts.backup_changed = true;
}

void note_change(DashboardParts& parts) {
  BackupRecord& backup = parts.backup;
  if (parts.keeping != Keeping::File || !backup.on.known() || backup.changed.known()) return;
  if (parts.desk.state().fact_count() <= backup.facts) return;
  backup.changed = parts.desk.today();
  parts.backup_changed = true;
}

std::string views_json(const DashboardParts& parts) {
  core::Fields views;
  for (const std::unique_ptr<Screen>& screen : parts.screens)
    screen->visit_grids([&](std::string_view id, GridMemory& memory) {
      if (!(memory.view == ColumnView{})) views.set(id, view_json(memory.view));
    });
  return core::to_json(views);
}

void restore_views(DashboardParts& parts, std::string_view json) {
  const core::Result<core::Value> read = core::parse_json(json);
  if (!read.ok() || read.value().fields() == nullptr) return;
  for (const std::unique_ptr<Screen>& screen : parts.screens)
    screen->visit_grids([&](std::string_view id, GridMemory& memory) {
      if (const core::Value* view = read.value().fields()->find(id)) memory.view = view_of(*view);
    });
}

}  // namespace web
