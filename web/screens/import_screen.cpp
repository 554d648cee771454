#include "web/screens/import_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "web/models/words.h"
#include "web/widgets/blocks.h"
#include "web/widgets/controls.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr GridColumn kFileColumns[] = {
    {"file", "文件", 160, 1},          {"as", "内容", 84, 0.3f},
    {"rows", "行数", 60, 0, true},     {"added", "新增", 60, 0, true},
    {"updated", "更新", 60, 0, true},  {"unchanged", "未变", 60, 0, true},
    {"refused", "拒绝", 60, 0, true},  {"skipped", "跳过", 60, 0, true},
    {"scrubbed", "已隐去", 160, 1.6f},
};

constexpr GridColumn kIssueColumns[] = {
    {"file", "文件", 150, 0.8f}, {"sheet", "表", 100, 0.3f},  {"row", "行", 64, 0, true},
    {"column", "列", 110, 0.4f}, {"text", "内容", 140, 0.8f}, {"reason", "原因", 200, 1.4f},
};

class FileRows : public GridRows {
 public:
  explicit FileRows(const ImportModel& model) : model_(model) {}

  std::size_t count() const override { return model_.files().size(); }
  std::uint64_t key(std::size_t row) const override { return row; }
  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    const ImportModel::File& file = model_.files()[row];
    const std::string* const texts[] = {&file.name,    &file.as,      &file.rows,
                                        &file.added,   &file.updated, &file.unchanged,
                                        &file.refused, &file.skipped, &file.scrubbed};
    out.text = *texts[column];
    if (column == 1 || column == 8) out.tone = Tone::Secondary;
    if (column == 6 && file.any_refused) out.tone = Tone::Late;
    if (column == 0 && !file.error.empty()) {
      out.tone = Tone::Late;
      out.second = file.error;
    }
  }

 private:
  const ImportModel& model_;
};

class IssueRows : public GridRows {
 public:
  explicit IssueRows(const ImportModel& model) : model_(model) {}

  std::size_t count() const override { return model_.issue_count(); }
  std::uint64_t key(std::size_t row) const override { return row; }
  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    const core::Issue& issue = model_.issue(row);
    switch (column) {
      case 0:
        out.text = issue.file;
        break;
      case 1:
        out.text = issue.sheet;
        break;
      case 2:
        out.text = issue.row > 0 ? std::to_string(issue.row) : "—";
        break;
      case 3:
        out.text = issue.column;
        break;
      case 4:
        out.text = issue.text;
        break;
      default:
        out.text = issue.reason;
        out.tone = Tone::Late;
    }
    if (column < 2) out.tone = Tone::Secondary;
  }

 private:
  const ImportModel& model_;
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
void draw_issue(const Look& look, const core::Issue& issue) {
  const std::string text = issue.text.empty() ? "" : "“" + issue.text + "”";
  paragraph(look, Type::Body, Tone::Late, place_of(issue) + "：" + text + " " + issue.reason,
            "alert");
  gap(look, 6);
}

void draw_files(const Look& look, const ImportModel& model, ImportMemory& memory) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  GridOptions files;
  files.columns = kFileColumns;
  files.row_height = look.px(look.touch ? 62 : 56);
  if (memory.chosen < model.files().size()) files.selected = memory.chosen;
  const GridAsk ask = draw_grid(look, "import_files", FileRows(model), files, memory.files,
                                {room.x, files_height(look, model, room.y)});
  if (ask.pressed) memory.chosen = *ask.pressed;
}

void draw_issues(const Look& look, const ImportModel& model, ImportMemory& memory) {
  GridOptions issues;
  issues.columns = kIssueColumns;
  issues.row_height = look.px(look.layout == Layout::Portrait ? 84 : (look.touch ? 62 : 56));
  issues.empty = "全部收录，没有被拒绝的行";
  if (memory.chosen_issue < model.issue_count()) {
    issues.selected = memory.chosen_issue;
    draw_issue(look, model.issue(memory.chosen_issue));
  }
  const ImVec2 left = ImGui::GetContentRegionAvail();
  const GridAsk ask = draw_grid(look, "import_issues", IssueRows(model), issues, memory.issues,
                                {left.x, std::max(left.y, look.px(120))});
  if (ask.pressed) memory.chosen_issue = *ask.pressed;
}

void draw_next(const Look& look, Wishes& out) {
  if (button(look, "看今日###go_today", ButtonKind::Primary)) out.screen = "today";
  same_line_or_wrap(look, button_width(look, "再导入"));
  if (button(look, "再导入###import_more")) out.choose_files = true;
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
    if (revision_ == desk.revision()) return;
    revision_ = desk.revision();
    ImportModel model(desk.import_log());
    if (model.summary() != model_.summary()) memory_ = {};
    model_ = std::move(model);
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    draw_import(look, model_, input.preview, memory_, out);
  }

  void hear(const Wishes& wishes) override {
    if (wishes.cancel_import || wishes.choose_files) memory_ = {};
  }

  void visit_grids(const GridVisitor& visit) override {
    visit("import_files", memory_.files);
    visit("import_issues", memory_.issues);
  }

 private:
  ImportModel model_;
  ImportMemory memory_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> import_screen() { return std::make_unique<ImportScreen>(); }

void draw_import(const Look& look, const ImportModel& model, bool preview, ImportMemory& memory,
                 Wishes& out) {
  paragraph(look, Type::Title, Tone::Plain, preview ? "粘贴预览" : "导入结果", "heading");
  paragraph(look, Type::Body, Tone::Secondary, model.summary(), "status");
  gap(look, 14);
  if (preview)
    draw_decision(look, out);
  else
    draw_next(look, out);
  gap(look, 14);
  draw_files(look, model, memory);
  gap(look, 8);
  draw_notes(look, model, memory);
  gap(look, 14);
  paragraph(look, Type::Heading, Tone::Plain,
            "没有收录的行和单元格 " + grouped(model.issue_count()), "heading");
  gap(look, 8);
  draw_issues(look, model, memory);
}

}  // namespace web
