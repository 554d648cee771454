#include "web/screens/cases_screen.h"

#include <imgui.h>

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "core/app/search_index.h"
#include "web/models/changes.h"
#include "web/models/words.h"
#include "web/screens/export_button.h"
#include "web/screens/welcome.h"
#include "web/widgets/controls.h"
#include "web/widgets/text.h"

namespace web {
namespace {

using Columns = std::array<GridColumn, kCaseColumns>;

constexpr Columns kColumns = {{
    {"number", "编号", 92},
    {"title", "事项", 150, 2},
    {"unit", "责任单位", 124, 1},
    {"stage", "办理状态", 104},
    {"deadline", "最近期限", 120},
    {"late", "逾期", 96, 0, true},
    {"lead", "包案领导", 116, 0.3f},
    {"level", "包案层级", 124},
    {"petitioner", "信访人", 118, 0.3f},
    {"people", "人数", 96, 0, true},
    {"form", "形式", 100},
    {"category", "内容分类", 124, 0.3f},
    {"received", "收到", 134},
    {"registered", "登记", 134},
}};

/// What most people never look at starts hidden.
ColumnView plain_view() {
  ColumnView view;
  for (const char* id : {"level", "people", "category", "received"}) view.hide(id);
  return view;
}

class CaseRows : public GridRows {
 public:
  explicit CaseRows(const CasesModel& model) : model_(model) {}

  std::size_t count() const override { return model_.count(); }
  std::uint64_t key(std::size_t row) const override { return model_.case_at(row).value; }
  std::size_t source(std::size_t row) const override { return model_.case_at(row).value; }
  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    if (row != row_) {
      words_ = model_.words(row);
      row_ = row;
    }
    fill(static_cast<CaseColumn>(column), out);
  }

 private:
  void fill(CaseColumn column, Cell& out) const {
    // By column, in the order of CaseColumn.
    const std::string* const texts[kCaseColumns] = {
        &words_.number, &words_.title,    &words_.unit,     &words_.stage,      &words_.deadline,
        &words_.late,   &words_.lead,     &words_.level,    &words_.petitioner, &words_.people,
        &words_.form,   &words_.category, &words_.received, &words_.registered};
    out.text = *texts[static_cast<std::size_t>(column)];
    switch (column) {
      case CaseColumn::Number:
        out.kind = Cell::Kind::Link;
        out.text = short_number(words_.number);
        out.full = words_.number;
        break;
      case CaseColumn::Stage:
        out.kind = Cell::Kind::Chip;
        out.tone = words_.stage_tone;
        break;
      case CaseColumn::Deadline:
        out.tone = words_.deadline_tone;
        break;
      case CaseColumn::Late:
        out.tone = words_.late == "—" ? Tone::Secondary : Tone::Late;
        break;
      default:
        break;
    }
  }

  const CasesModel& model_;
  mutable std::size_t row_ = SIZE_MAX;
  mutable CasesModel::Words words_;
};

constexpr char kRegister[] = "登记事项###register";

struct ScopePill {
  CaseScope scope;
  const char* words;
  const char* id;
  Tone tone;
};

constexpr ScopePill kScopes[] = {
    {CaseScope::All, "全部", "filter_all", Tone::Plain},
    {CaseScope::Open, "在办", "filter_open", Tone::Plain},
    {CaseScope::Late, "有逾期", "filter_late", Tone::Late},
    {CaseScope::Led, "包案在办", "filter_led", Tone::Plain},
    {CaseScope::Unled, "待明确包案", "filter_unled", Tone::Due},
    {CaseScope::Closed, "已办结", "filter_closed", Tone::Plain},
};

bool filtered(const CasesQuery& query) {
  return !query.search.empty() || query.scope != CaseScope::All || !query.table.filters.empty();
}

void draw_toolbar(const Look& look, const CasesModel& model, bool read_only, CasesMemory& memory,
                  Wishes& out) {
  for (const ScopePill& scope : kScopes) {
    const std::size_t count = model.count(scope.scope);
    const std::string label = std::string(scope.words) + " " + grouped(count) + "###" + scope.id;
    if (&scope != kScopes) same_line_or_wrap(look, button_width(look, label));
    const Tone tone = count == 0 ? Tone::Secondary : scope.tone;
    if (!pill(look, label, memory.query.scope == scope.scope, tone)) continue;
    memory.query.scope = scope.scope;
    memory.grid.top = 0;
  }
  if (filtered(memory.query)) {
    same_line_or_wrap(look, button_width(look, "清除筛选"));
    if (button(look, "清除筛选###clear_filters")) {
      memory.query.scope = CaseScope::All;
      memory.query.table.filters.clear();
      out.search = "";
    }
  }
  const float width =
      export_button_width(look) + (read_only ? 0 : look.px(8) + button_width(look, kRegister));
  same_line_at_end(look, width);
  export_button(look, {"事项", CaseRows(model), kColumns, memory.grid, model.today(), &model}, out);
  if (read_only) return;
  same_line_or_wrap(look, button_width(look, kRegister));
  if (button(look, kRegister, ButtonKind::Primary))
    out.form = FormRequest{"case.registered", {}, {}, {}};
}

std::string found_words(const CasesModel& model, const CasesQuery& query, bool preparing) {
  std::string words = "共 " + grouped(model.total()) + " 件";
  if (filtered(query)) words += "，符合条件 " + grouped(model.count()) + " 件";
  if (!query.search.empty())
    words += preparing ? "，正在准备搜索……" : "（搜索“" + query.search + "”）";
  for (const ColumnFilter& filter : query.table.filters)
    words += "，已按" + std::string(kColumns[filter.column].title) + "筛选";
  return words;
}

void draw_table(const Look& look, const CasesModel& model, CasesMemory& memory, Wishes& out) {
  GridOptions options;
  Columns columns = kColumns;
  for (GridColumn& column : columns)
    if (look.touch) column.width *= 1.12f;
  options.columns = columns;
  options.frozen = 1;
  options.row_height = look.px(look.touch ? 60 : 44);
  options.table = &model;
  options.query = &memory.query.table;
  options.today = model.today();
  options.empty = "没有符合条件的事项，请清除筛选或换一个词";
  if (memory.chosen.known()) options.selected = model.row_of(memory.chosen);
  const GridAsk ask = draw_grid(look, "cases_table", CaseRows(model), options, memory.grid,
                                list_room(options.row_height));
  if (ask.pressed) memory.chosen = model.case_at(*ask.pressed);
  const bool by_number = ask.column == static_cast<std::size_t>(CaseColumn::Number);
  const bool tapped = look.touch && ask.column != SIZE_MAX;
  if (ask.pressed && (by_number || tapped)) out.open_case = model.case_at(*ask.pressed);
  if (ask.opened) out.open_case = model.case_at(*ask.opened);
}

class CasesScreen : public Screen {
 public:
  std::string_view name() const override { return "cases"; }
  std::string_view words() const override { return "事项"; }

  void refresh(core::app::Desk& desk, bool) override {
    if (revision_ != desk.revision()) {
      revision_ = desk.revision();
      take_changes(desk);
    }
    CasesQuery query = memory_.query;
    memory_.preparing = !query.search.empty() && prepare_in_frame(desk);
    if (memory_.preparing) query.search.clear();
    model_.select(query, [&](std::string_view text) { return found(desk, text); });
  }

  bool busy() const override { return memory_.preparing; }

  bool prepare(core::app::Desk& desk, double milliseconds) override {
    if (desk.importing()) return false;
    const std::chrono::duration<double, std::milli> slice(milliseconds);
    const auto start = std::chrono::steady_clock::now();
    // Some cases each time, however late the clock is looked at: it always comes to an end.
    bool more = search_.seen() < desk.state().cases().size();
    if (!more) return false;
    do more = search_.prepare(desk.state(), kCasesAtOnce);
    while (more && std::chrono::steady_clock::now() - start < slice);
    return more;
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    if (model_.total() == 0)
      draw_welcome(look, input, out);
    else
      draw_cases(look, model_, input.read_only, memory_, out);
  }

  void hear(const Wishes& wishes) override {
    if (wishes.cancel_import) search_.clear();
    if (wishes.search) memory_.query.search = *wishes.search;
    if (wishes.show_cases) memory_.query = *wishes.show_cases;
    if (wishes.search || wishes.show_cases) memory_.grid.top = 0;
  }

  void visit_grids(const GridVisitor& visit) override { visit("cases", memory_.grid); }

 private:
  static constexpr std::size_t kCasesAtOnce = 50;
  // So many are made ready at once in the frame that asks, however slow the machine.
  static constexpr std::size_t kCasesOfFrame = 1000;
  static constexpr double kSliceOfFrame = 4;  // milliseconds

  /// A person waits for what was searched: goes on without holding the frame up. True while there
  /// is more to do.
  bool prepare_in_frame(core::app::Desk& desk) {
    const std::size_t cases = desk.state().cases().size();
    if (desk.importing() || search_.seen() == cases) return false;
    if (cases > kCasesOfFrame) {
      prepare(desk, kSliceOfFrame);
      return true;  // What is found is looked up in a frame of its own.
    }
    while (search_.prepare(desk.state(), cases)) {
    }
    return false;
  }

  void take_changes(core::app::Desk& desk) {
    const Changes changes = changes_.read(desk);
    const std::span<const core::CaseIndex> cases(changes.cases.data(), changes.cases.size());
    if (changes.all)
      model_ = CasesModel(desk.state(), desk.findings(), desk.today());
    else
      model_.update(desk.findings(), cases);
    if (search_.seen() == 0) return;  // Whatever it takes in will be as it is then.
    const bool has_all = search_.seen() == desk.state().cases().size();
    search_stale_ = search_stale_ || changes.all || !has_all;
    if (!search_stale_) search_.update(desk.state(), cases);
  }

  /// The index is made ready while nothing happens, else when somebody first searches.
  core::app::CaseSet found(core::app::Desk& desk, std::string_view text) {
    const core::State& state = desk.state();
    if (state.fact_count() < search_facts_) search_.clear();  // an import was rolled back
    if (search_stale_ || search_.seen() < state.cases().size()) search_.update(state);
    search_stale_ = false;
    search_facts_ = state.fact_count();
    return search_.find(text);
  }

  CasesModel model_;
  CasesMemory memory_;
  ChangeReader changes_;
  core::app::SearchIndex search_;
  std::uint64_t revision_ = 0;
  bool search_stale_ = false;  // It has not been told of every change.
  std::uint32_t search_facts_ = 0;
};

}  // namespace

CasesMemory::CasesMemory() { grid.view = plain_view(); }

std::unique_ptr<Screen> cases_screen() { return std::make_unique<CasesScreen>(); }

void draw_cases(const Look& look, const CasesModel& model, bool read_only, CasesMemory& memory,
                Wishes& out) {
  paragraph(look, Type::Title, Tone::Plain, "事项", "heading");
  paragraph(look, Type::Body, Tone::Secondary, found_words(model, memory.query, memory.preparing),
            "status");
  gap(look, 14);
  draw_toolbar(look, model, read_only, memory, out);
  gap(look, 16);
  draw_table(look, model, memory, out);
}

}  // namespace web
