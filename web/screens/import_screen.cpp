#include "web/screens/import_screen.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "web/models/words.h"
#include "web/screens/export_button.h"
#include "web/screens/welcome.h"
#include "web/widgets/blocks.h"
#include "web/widgets/controls.h"
#include "web/widgets/list_rows.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr std::array<GridColumn, kFileColumns> kFiles = {{
    {"file", "文件", 160, 1},
    {"as", "内容", 100, 0.3f},
    {"rows", "行数", 84, 0, true},
    {"added", "新增", 84, 0, true},
    {"updated", "更新", 84, 0, true},
    {"unchanged", "未变", 84, 0, true},
    {"refused", "拒绝", 84, 0, true},
    {"skipped", "跳过", 84, 0, true},
    {"scrubbed", "已隐去", 160, 1.6f},
}};

constexpr std::array<GridColumn, kIssueColumns> kIssues = {{
    {"kind", "处理", 108},
    {"file", "文件", 150, 0.8f},
    {"sheet", "表", 100, 0.3f},
    {"row", "行", 76, 0, true},
    {"column", "列", 110, 0.4f},
    {"text", "内容", 140, 0.8f},
    {"reason", "原因", 200, 1.4f},
}};

/// Upright, so that the reason is seen whole.
constexpr std::array<GridColumn, kIssueColumns> kUprightIssues = {{
    {"kind", "处理", 102},
    {"file", "文件", 116},
    {"sheet", "表", 76},
    {"row", "行", 62, 0, true},
    {"column", "列", 98},
    {"text", "内容", 112},
    {"reason", "原因", 200, 1},
}};

/// A file that could not be read says why under its name.
class FileRows : public ListRows {
 public:
  explicit FileRows(const ImportModel& model) : ListRows(model.table()), model_(model) {}

  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    ListRows::cell(row, column, out);
    if (column == static_cast<std::size_t>(FileColumn::File))
      out.second = model_.files()[source(row)].error;
  }

 private:
  const ImportModel& model_;
};

Tone tone_of(IssueKind kind) {
  return kind == IssueKind::Note   ? Tone::Secondary
         : kind == IssueKind::Cell ? Tone::Due
                                   : Tone::Late;
}

class IssueRows : public GridRows {
 public:
  explicit IssueRows(const ImportIssues& issues) : issues_(issues) {}

  std::size_t count() const override { return issues_.count(); }
  std::uint64_t key(std::size_t row) const override { return issues_.source(row); }
  std::size_t source(std::size_t row) const override { return issues_.source(row); }
  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    const std::size_t at = issues_.source(row);
    const core::Issue& issue = issues_.issue(at);
    const IssueKind kind = issues_.kind_of(at);
    switch (static_cast<IssueColumn>(column)) {
      case IssueColumn::Kind:
        out = {Cell::Kind::Chip, tone_of(kind), false, std::string(issue_word(kind)), {}};
        break;
      case IssueColumn::File:
        out.text = issue.file;
        out.tone = Tone::Secondary;
        break;
      case IssueColumn::Sheet:
        out.text = issue.sheet;
        out.tone = Tone::Secondary;
        break;
      case IssueColumn::Row:
        out.text = issue.row > 0 ? std::to_string(issue.row) : "—";
        break;
      case IssueColumn::Column:
        out.text = issue.column;
        break;
      case IssueColumn::Text:
        out.text = issue.text;
        break;
      case IssueColumn::Reason:
        out.text = issue.reason;
        break;
    }
  }

 private:
  const ImportIssues& issues_;
};

float files_height(const Look& look, const ImportModel& model, float room) {
  const float rows = static_cast<float>(model.files().size());
  return std::min(look.px(40) + rows * look.px(look.touch ? 64 : 58), std::round(room * 0.42f));
}

/// What was never taken from the chosen file: columns the ledger keeps out, columns nobody knows.
void draw_notes(const Look& look, const ImportModel& model, ImportMemory& memory) {
  if (model.files().empty()) return;
  const std::size_t at = memory.chosen < model.files().size() ? memory.chosen : 0;
  const ImportModel::File& file = model.files()[at];
  if (!file.error.empty()) {
    paragraph(look, Type::Body, Tone::Late, file.name + "：" + file.error, "alert");
    gap(look, 4);
  }
  if (!file.scrubbed.empty())
    paragraph(look, Type::Small, Tone::Secondary, file.name + " 已隐去：" + file.scrubbed);
  if (!file.dropped.empty())
    paragraph(look, Type::Small, Tone::Secondary, file.name + " 不收录的列：" + file.dropped);
  if (!file.unused.empty())
    paragraph(look, Type::Small, Tone::Secondary, file.name + " 没有用到的列：" + file.unused);
}

std::string place_of(const core::Issue& issue) {
  std::string out = issue.file;
  if (!issue.sheet.empty()) out += " " + issue.sheet;
  if (issue.row > 0) out += " 第" + std::to_string(issue.row) + "行";
  if (!issue.column.empty()) out += " " + issue.column;
  return out;
}

/// In a narrow table a long reason is cut; chosen, it is written out.
void draw_issue(const Look& look, const core::Issue& issue, IssueKind kind) {
  const std::string text = issue.text.empty() ? "" : "“" + issue.text + "” ";
  const bool note = kind == IssueKind::Note;
  paragraph(look, Type::Body, note ? Tone::Plain : Tone::Late,
            place_of(issue) + "：" + text + issue.reason, note ? "status" : "alert");
  gap(look, 6);
}

void draw_files(const Look& look, const ImportModel& model, ImportMemory& memory) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  GridOptions files;
  files.columns = kFiles;
  // Upright there is no room for what was scrubbed: it stands below, of the chosen file.
  if (look.layout == Layout::Portrait) files.columns = files.columns.first(kFileColumns - 1);
  files.frozen = 1;
  files.row_height = look.px(look.touch ? 62 : 56);
  files.table = &model.table();
  files.query = &memory.file_query;
  files.empty = "没有符合条件的文件";
  if (memory.chosen < model.files().size()) files.selected = model.table().row_of(memory.chosen);
  const FileRows rows(model);
  const GridAsk ask = draw_grid(look, "import_files", rows, files, memory.files,
                                {room.x, files_height(look, model, room.y)});
  if (ask.pressed) memory.chosen = rows.source(*ask.pressed);
}

std::string issues_heading(const ImportModel& model) {
  const ImportIssues& issues = model.issues();
  const std::size_t taken_not = issues.count(IssueKind::Row) + issues.count(IssueKind::Cell);
  std::string words = "没有收录的";
  if (model.failed() > 0) words += "文件 " + grouped(model.failed()) + "，";
  words += "行和单元格 " + grouped(taken_not);
  const std::size_t notes = issues.count(IssueKind::Note);
  if (notes > 0) words += " · 说明 " + grouped(notes);
  return words;
}

void draw_issues(const Look& look, const ImportModel& model, ImportMemory& memory, Wishes& out) {
  const ImportIssues& issues = model.issues();
  const IssueRows rows(issues);
  list_heading(look, issues_heading(model),
               {"导入结果", rows, kIssues, memory.issues, model.today()}, out);
  if (issues.rows() > 0)
    paragraph(look, Type::Small, Tone::Secondary,
              "没有收录的只在页面重新打开前可看，要留存请点“导出”", "status");
  gap(look, 8);
  GridOptions options;
  options.columns = look.layout == Layout::Portrait ? kUprightIssues : kIssues;
  options.frozen = 1;
  options.row_height = look.px(look.layout == Layout::Portrait ? 84 : (look.touch ? 62 : 56));
  options.table = &issues;
  options.query = &memory.issue_query;
  options.empty = issues.rows() == 0 ? "全部收录，没有被拒绝的行" : "没有符合条件的行";
  if (memory.chosen_issue < issues.rows()) {
    options.selected = issues.row_of(memory.chosen_issue);
    draw_issue(look, issues.issue(memory.chosen_issue), issues.kind_of(memory.chosen_issue));
  }
  const ImVec2 left = ImGui::GetContentRegionAvail();
  const GridAsk ask = draw_grid(look, "import_issues", rows, options, memory.issues,
                                {left.x, std::max(left.y, look.px(220))});
  if (ask.pressed) memory.chosen_issue = rows.source(*ask.pressed);
}

void draw_next(const Look& look, const CountyName& county, Wishes& out) {
  if (button(look, "看今日###go_today", ButtonKind::Primary)) out.screen = "today";
  same_line_or_wrap(look, button_width(look, "再导入"));
  if (button(look, "再导入###import_more")) out.choose_files = true;
  if (county.given) return;
  same_line_or_wrap(look, button_width(look, "填写县（区）名称"));
  if (button(look, "填写县（区）名称###name_county")) out.form = county_form(county);
}

/// Nothing of a pasted table is in the ledger yet.
void draw_decision(const Look& look, Wishes& out) {
  paragraph(look, Type::Body, Tone::Due, "以上只是试算，台账还没有改变；核对后再导入", "status");
  gap(look, 10);
  if (button(look, "导入这些行###import_pasted", ButtonKind::Primary)) out.decide_pasted = true;
  same_line_or_wrap(look, button_width(look, "放弃"));
  if (button(look, "放弃###forget_pasted")) out.decide_pasted = false;
}

class ImportScreen : public Screen {
 public:
  std::string_view name() const override { return "import"; }
  std::string_view words() const override { return "导入结果"; }
  bool has_content() const override { return !model_.empty(); }

  void refresh(core::app::Desk& desk, bool) override {
    if (revision_ != desk.revision()) {
      revision_ = desk.revision();
      ImportModel model(desk.import_log(), desk.today());
      if (model.summary() != model_.summary()) forget();
      model_ = std::move(model);
    }
    model_.select(memory_.file_query, memory_.issue_query);
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    draw_import(look, model_, input.preview, memory_, out,
                input.read_only ? CountyName{} : input.county);
  }

  void hear(const Wishes& wishes) override {
    if (wishes.cancel_import || wishes.choose_files) forget();
  }

  void visit_grids(const GridVisitor& visit) override {
    visit("import_files", memory_.files);
    visit("import_issues", memory_.issues);
  }

 private:
  /// Another import: nothing of the one before but how its columns stood.
  void forget() {
    ImportMemory fresh;
    fresh.files.view = std::move(memory_.files.view);
    fresh.issues.view = std::move(memory_.issues.view);
    memory_ = std::move(fresh);
  }

  ImportModel model_;
  ImportMemory memory_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> import_screen() { return std::make_unique<ImportScreen>(); }

void draw_import(const Look& look, const ImportModel& model, bool preview, ImportMemory& memory,
                 Wishes& out, const CountyName& county) {
  paragraph(look, Type::Title, Tone::Plain, preview ? "粘贴预览" : "导入结果", "heading");
  paragraph(look, Type::Body, Tone::Secondary, model.summary(), "status");
  gap(look, 14);
  if (preview)
    draw_decision(look, out);
  else
    draw_next(look, county, out);
  gap(look, 14);
  draw_files(look, model, memory);
  gap(look, 8);
  draw_notes(look, model, memory);
  gap(look, 14);
  draw_issues(look, model, memory, out);
}

}  // namespace web
