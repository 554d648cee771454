#include "web/screens/today_screen.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "web/screens/backup_line.h"
#include "web/screens/export_button.h"
#include "web/screens/fact_shelf.h"
#include "web/screens/today_rows.h"
#include "web/screens/welcome.h"
#include "web/widgets/controls.h"
#include "web/widgets/grid_range.h"
#include "web/widgets/select.h"
#include "web/widgets/text.h"

namespace web {
namespace {

using Columns = std::array<GridColumn, kTodayColumns>;

constexpr Columns kColumns = {{
    {"state", "状态", 98},
    {"what", "应办事项", 150, 1.6f},
    {"who", "责任人", 110, 1},
    {"case", "事项", 110, 1},
    {"day", "期限", 98},
    {"clause", "条款", 84},
    {"person", "领导", 100},
    {"number", "编号", 100},
}};
constexpr Columns kTouchColumns = {{
    {"state", "状态", 104},
    {"what", "应办事项", 122, 1.8f},
    {"who", "责任人", 106, 0.4f},
    {"case", "事项", 124, 0.3f},
    {"day", "期限", 96},
    {"clause", "条款", 84},
    {"person", "领导", 104},
    {"number", "编号", 104},
}};

/// Both stand in other columns already, as second lines.
ColumnView plain_view() {
  ColumnView view;
  for (const char* id : {"person", "number"}) view.hide(id);
  return view;
}

struct Filter {
  std::optional<Urgency> urgency;
  const char* words;
  const char* id;
  Tone tone;
};

constexpr Filter kFilters[] = {
    {std::nullopt, "全部", "filter_all", Tone::Plain},
    {Urgency::Late, "逾期", "filter_late", Tone::Late},
    {Urgency::Today, "今天到期", "filter_today", Tone::Due},
    {Urgency::Soon, "十天内", "filter_soon", Tone::Plain},
    {Urgency::Pending, "待定", "filter_pending", Tone::Plain},
    {Urgency::Later, "十天后", "filter_later", Tone::Plain},
};

void draw_filters(const Look& look, const TodayModel& model, TodayMemory& memory) {
  for (const Filter& filter : kFilters) {
    const std::size_t count = filter.urgency ? model.count(*filter.urgency) : model.count();
    const std::string label = std::string(filter.words) + " " + grouped(count) + "###" + filter.id;
    if (&filter != kFilters) same_line_or_wrap(look, button_width(look, label));
    const Tone tone = count == 0 ? Tone::Secondary : filter.tone;
    if (!pill(look, label, memory.query.urgency == filter.urgency, tone)) continue;
    memory.query.urgency = filter.urgency;
    memory.grid.top = 0;
  }
}

std::string_view order_word(const TodayQuery& query) {
  if (!query.table.sorts.empty()) return "按表头";
  return query.by_unit ? "按单位" : "按紧急";
}

/// A header that was pressed comes before either order, until one of them is chosen again.
void draw_order(const Look& look, TodayMemory& memory) {
  const std::vector<std::string> orders = {"按紧急", "按单位"};
  const bool by_header = !memory.query.table.sorts.empty();
  std::size_t chosen = by_header ? orders.size() : memory.query.by_unit ? 1 : 0;
  if (!select(look, "order", order_word(memory.query), orders, chosen)) return;
  memory.query.by_unit = chosen == 1;
  memory.query.table.sorts.clear();
  memory.grid.top = 0;
}

void draw_units(const Look& look, const TodayModel& model, TodayMemory& memory) {
  std::vector<std::string> entries = {"全部单位"};
  std::size_t chosen = 0;
  for (const core::UnitIndex unit : model.units()) {
    if (unit == memory.query.unit) chosen = entries.size();
    entries.push_back(model.unit_label(unit));
  }
  if (!select(look, "unit", chosen == 0 ? "单位" : entries[chosen], entries, chosen)) return;
  memory.query.unit = chosen == 0 ? core::UnitIndex{} : model.units()[chosen - 1];
  memory.grid.top = 0;
}

/// What a number of another screen was pressed for, and how to see everything again.
void draw_narrowed(const Look& look, const TodayModel& model, TodayMemory& memory) {
  const std::string words = model.narrowed(memory.query);
  if (words.empty()) return;
  gap(look, 8);
  if (!button(look, "只看：" + words + "  ×###clear_narrowed")) return;
  memory.query.official = {};
  memory.query.rule.reset();
  memory.query.duties_only = false;
  memory.grid.top = 0;
}

/// What the columns keep back, and how to see everything again.
void draw_filtered(const Look& look, const TodayModel& model, TodayMemory& memory) {
  std::vector<ColumnFilter>& filters = memory.query.table.filters;
  if (filters.empty()) return;
  std::string words;
  for (const ColumnFilter& filter : filters)
    words.append(words.empty() ? "已按" : "、").append(kColumns[filter.column].title);
  words += "筛选，符合条件 " + grouped(model.chosen()) + " 项";
  gap(look, 8);
  if (!button(look, words + "  ×###clear_filters")) return;
  filters.clear();
  memory.grid.top = 0;
}

Report report_of(const TodayModel& model, const TodayMemory& memory) {
  Report report{"今日", {}, {}};
  std::string& counts = report.lines.emplace_back();
  std::string only;
  for (const Filter& filter : kFilters) {
    if (filter.urgency == memory.query.urgency) only = filter.words;
    if (filter.urgency)
      counts.append(counts.empty() ? "" : " · ")
          .append(filter.words)
          .append(" ")
          .append(grouped(model.count(*filter.urgency)));
  }
  if (memory.query.unit.known()) only += "　" + model.unit_label(memory.query.unit);
  const std::string narrowed = model.narrowed(memory.query);
  if (!narrowed.empty()) only += "　" + narrowed;
  if (!memory.query.table.filters.empty()) only += "　已按表头筛选";
  report.lines.push_back("所列：" + only + "，共 " + grouped(model.chosen()) + " 项");
  const TodayRows rows(model, TodayRows::Show::Each);
  report.tables.push_back(table_report("应办事项", rows, kColumns, memory.grid.view, &model));
  return report;
}

/// The two lists stand at the right end when there is room for them on the filters' line.
void draw_toolbar(const Look& look, const TodayModel& model, TodayMemory& memory, Wishes& out) {
  draw_filters(look, model, memory);
  const std::string unit = memory.query.unit.known() ? model.unit_label(memory.query.unit) : "单位";
  const float order = select_width(look, order_word(memory.query));
  const float width = order + look.px(16) + select_width(look, unit) + export_button_width(look) +
                      look.px(8) + print_button_width(look);
  same_line_at_end(look, width);
  draw_order(look, memory);
  same_line_or_wrap(look, select_width(look, unit));
  draw_units(look, model, memory);
  same_line_or_wrap(look, export_button_width(look));
  const TodayRows rows(model, TodayRows::Show::Each);
  export_button(look, {"今日", rows, kColumns, memory.grid, model.today(), &model}, out);
  same_line_or_wrap(look, print_button_width(look));
  if (print_button(look, model.lines().empty())) out.print = report_of(model, memory);
  draw_narrowed(look, model, memory);
  draw_filtered(look, model, memory);
}

void toggle_week(const TodayModel& model, std::size_t line, TodayMemory& memory) {
  std::vector<std::int32_t>& open = memory.query.open_weeks;
  const auto at = std::find(open.begin(), open.end(), model.week(line));
  if (at == open.end())
    open.push_back(model.week(line));
  else
    open.erase(at);
}

void choose(const TodayModel& model, const GridAsk& ask, TodayMemory& memory) {
  if (!ask.pressed) return;
  const bool by_pointer = ask.column != SIZE_MAX;
  const bool week = model.lines()[*ask.pressed].is_week;
  if (week && by_pointer) {
    toggle_week(model, *ask.pressed, memory);
    return;
  }
  // Arrow keys pass over a week; they do not open it.
  memory.chosen = model.key(*ask.pressed);
  memory.detail = {};
  memory.detail_over_list = by_pointer;
}

void open(const TodayModel& model, const GridAsk& ask, TodayMemory& memory, Wishes& out) {
  if (!ask.opened) return;
  if (model.lines()[*ask.opened].is_week) {
    // The two presses of a double click have opened and closed it.
    if (ask.opened_by_key) toggle_week(model, *ask.opened, memory);
    return;
  }
  const core::CaseIndex which = model.case_of(*ask.opened);
  if (which.known()) out.open_case = which;
}

void draw_list(const Look& look, const TodayModel& model, TodayMemory& memory, ImVec2 size,
               Wishes& out) {
  GridOptions options;
  options.columns = look.touch ? kTouchColumns : kColumns;
  options.frozen = 2;
  options.row_height = look.px(look.touch ? 68 : 62);
  options.table = &model;
  options.query = &memory.query.table;
  options.today = model.today();
  options.empty = "这里没有待办";
  if (memory.chosen) options.selected = model.line_of(*memory.chosen);
  const GridAsk ask = draw_grid(look, "today_list", TodayRows(model), options, memory.grid, size);
  choose(model, ask, memory);
  open(model, ask, memory, out);
}

void draw_beside(const Look& look, const DutyDetail& detail, bool read_only, TodayMemory& memory,
                 ImVec2 size, Wishes& out) {
  begin_card(look, "today_detail", size);
  if (detail.shown)
    draw_detail(look, detail, {.read_only = read_only, .pinned = true}, memory.detail, out);
  else
    paragraph(look, Type::Body, Tone::Secondary,
              "选一行，这里说明期限怎样算出、依据哪一条、有哪些事实");
  end_card();
}

class TodayScreen : public Screen {
 public:
  std::string_view name() const override { return "today"; }
  std::string_view words() const override { return "今日"; }
  std::size_t waiting(const Waiting& waiting) const override { return waiting.late; }

  void refresh(core::app::Desk& desk, bool beside) override {
    if (revision_ != desk.revision()) {
      revision_ = desk.revision();
      model_ = TodayModel(desk.state(), desk.findings(), desk.today());
    }
    model_.select(memory_.query);
    choose_first(beside);
    refresh_detail(desk);
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    draw_today(look, model_, detail_, input, memory_, out);
  }

  void hear(const Wishes& wishes) override {
    if (!wishes.show_today) return;
    GridMemory grid;
    grid.view = std::move(memory_.grid.view);
    memory_ = {};
    memory_.grid = std::move(grid);
    memory_.query = *wishes.show_today;
  }

  void visit_grids(const GridVisitor& visit) override { visit("today", memory_.grid); }

 private:
  /// Side by side there is always something in the panel: the most pressing line, unless one is
  /// chosen.
  void choose_first(bool beside) {
    if (memory_.chosen && model_.line_of(*memory_.chosen)) return;
    memory_.chosen.reset();
    memory_.detail = {};  // What was typed about one line is not about the next.
    memory_.detail_over_list = false;
    for (std::size_t at = 0; at < model_.lines().size() && beside; ++at) {
      if (model_.lines()[at].is_week) continue;
      memory_.chosen = model_.key(at);
      return;
    }
  }

  void refresh_detail(core::app::Desk& desk) {
    if (detail_key_ == memory_.chosen && detail_revision_ == desk.revision()) return;
    detail_key_ = memory_.chosen;
    detail_revision_ = desk.revision();
    detail_ = {};
    const auto line = detail_key_ ? model_.line_of(*detail_key_) : std::nullopt;
    if (!line || model_.lines()[*line].is_week) return;
    FactShelf shelf(desk);
    const DetailSources sources = shelf.sources();
    const TodayModel::Entry& entry = model_.entry(*line);
    detail_ = entry.is_prompt ? prompt_detail(sources, sources.findings.prompts[entry.row])
                              : duty_detail(sources, sources.findings.duties[entry.row]);
  }

  TodayModel model_;
  TodayMemory memory_;
  DutyDetail detail_;
  std::optional<std::uint64_t> detail_key_;
  std::uint64_t revision_ = 0;
  std::uint64_t detail_revision_ = 0;
};

}  // namespace

TodayMemory::TodayMemory() { grid.view = plain_view(); }

std::unique_ptr<Screen> today_screen() { return std::make_unique<TodayScreen>(); }

void draw_today(const Look& look, const TodayModel& model, const DutyDetail& detail,
                const FrameInput& input, TodayMemory& memory, Wishes& out) {
  if (!model.has_cases()) {
    draw_welcome(look, input, out);
    return;
  }
  const bool beside = side_by_side(look, ImGui::GetIO().DisplaySize.x);
  if (!beside && memory.detail_over_list && detail.shown) {
    if (button(look, "‹ 返回列表###back_to_list")) memory.detail_over_list = false;
    gap(look, 12);
    draw_beside(look, detail, input.read_only, memory, ImGui::GetContentRegionAvail(), out);
    return;
  }
  paragraph(look, Type::Title, Tone::Plain, "今日", "heading");
  paragraph(look, Type::Body, Tone::Secondary, "谁、欠什么、哪天到期、依据哪一条");
  draw_backup_line(look, input.backup, out);
  gap(look, 14);
  draw_toolbar(look, model, memory, out);
  gap(look, 16);
  ImVec2 room = ImGui::GetContentRegionAvail();
  if (!beside) room.y = std::max(room.y, look.px(280));  // A low page scrolls.
  const float right = std::round(std::clamp(room.x * 0.36f, look.px(380), look.px(520)));
  const float left = beside ? room.x - right - look.px(16) : room.x;
  draw_list(look, model, memory, {left, room.y}, out);
  if (!beside) return;
  ImGui::SameLine(0, look.px(16));
  draw_beside(look, detail, input.read_only, memory, {right, room.y}, out);
}

}  // namespace web
