#include "web/screens/reports_screen.h"

#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "web/models/words.h"
#include "web/screens/clear_filters.h"
#include "web/screens/export_button.h"
#include "web/widgets/controls.h"
#include "web/widgets/list_rows.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr std::size_t kFirstWeek = static_cast<std::size_t>(ReportColumn::FirstWeek);

/// Ids of the week columns stay while the weeks move on.
constexpr std::string_view kWeekIds[kReportWeeks] = {"w0", "w1", "w2", "w3", "w4",
                                                     "w5", "w6", "w7", "w8", "w9"};

std::vector<GridColumn> columns_of(const ReportsModel& model) {
  std::vector<GridColumn> columns = {
      {"number", "编号", 88}, {"title", "事项", 126, 1},         {"unit", "责任单位", 126, 0.5f},
      {"lead", "领导", 76},   {"progress", "进展", 76, 0, true}, {"missed", "漏报", 92, 0, true}};
  for (std::size_t week = 0; week < model.titles.size(); ++week)
    columns.push_back({kWeekIds[week], model.titles[week], 95});
  return columns;
}

std::string summary(const ReportsModel& model) {
  if (model.mondays.empty()) return {};
  return fmt::format("本周（{}）应报 {} 件，已报 {} 件；近{}周按时率 {}", model.titles.front(),
                     grouped(model.owed_now), grouped(model.filed_now), kReportWeeks,
                     rate_words(model.rate));
}

struct ScopePill {
  ReportScope scope;
  const char* words;
  const char* id;
  Tone tone;
};

/// All that the rail counts, whose older weeks are not shown here.
void draw_late(const Look& look, const ReportsModel& model, Wishes& out) {
  if (model.late == 0) return;
  const std::string label = "逾期未报 " + grouped(model.late) + " 份###late_reports";
  same_line_or_wrap(look, button_width(look, label));
  if (!button(look, label)) return;
  out.show_today = TodayQuery{};
  out.show_today->urgency = Urgency::Late;
  out.show_today->rule = core::rules::RuleId::WeeklyReport;
}

void draw_toolbar(const Look& look, const ReportsModel& model,
                  const std::vector<GridColumn>& columns, core::Date today, ReportsMemory& memory,
                  Wishes& out) {
  const ScopePill scopes[] = {{ReportScope::All, "全部", "filter_all", Tone::Plain},
                              {ReportScope::Due, "待报", "filter_due", Tone::Due},
                              {ReportScope::Missed, "有漏报", "filter_missed", Tone::Late}};
  for (const ScopePill& scope : scopes) {
    const std::size_t count = model.counts[static_cast<std::size_t>(scope.scope)];
    const std::string label = std::string(scope.words) + " " + grouped(count) + "###" + scope.id;
    if (&scope != scopes) same_line_or_wrap(look, button_width(look, label));
    const Tone tone = count == 0 ? Tone::Secondary : scope.tone;
    if (!pill(look, label, memory.scope == scope.scope, tone)) continue;
    memory.scope = scope.scope;
    memory.grid.top = 0;
  }
  clear_filters_button(look, memory.query, memory.grid);
  draw_late(look, model, out);
  same_line_or_wrap(look, export_button_width(look));
  const ListRows rows(model.table);
  const ExportList list{"周报", rows, columns, memory.grid, today, &model.table};
  export_button(look, list, out);
  same_line_or_wrap(look, print_button_width(look));
  if (!print_button(look, model.rows.empty())) return;
  std::string only = memory.scope == ReportScope::All   ? "全部"
                     : memory.scope == ReportScope::Due ? "待报"
                                                        : "有漏报";
  if (!memory.query.filters.empty()) only += "　已按表头筛选";
  only = "所列：" + only + "，共 " + grouped(rows.count()) + " 件";
  out.print = Report{"周报", {summary(model), only}, {report_of("周报逐周情况", list)}};
}

/// A week that was pressed: its form when it is not filed, the case when it is.
void press_cell(const ReportsModel& model, std::size_t row, std::size_t column, bool read_only,
                Wishes& out) {
  const ReportsModel::Row& entry = model.rows[row];
  const bool week = column >= kFirstWeek && column < kFirstWeek + kReportWeeks;
  if (!week || !model.is_owed(row, column - kFirstWeek)) {
    if (column == static_cast<std::size_t>(ReportColumn::Number)) out.open_case = entry.which;
    return;
  }
  const std::size_t at = column - kFirstWeek;
  if (read_only || model.is_filed(row, at)) {
    out.open_case = entry.which;
    return;
  }
  core::Fields given{{"week", core::to_string(core::iso_week(model.mondays[at]))}};
  if (entry.progress >= 0) given.set("progress", entry.progress);
  const std::string& number =
      model.table.cell(row, static_cast<std::size_t>(ReportColumn::Number)).full;
  out.form = FormRequest{"report.filed", number, std::move(given), {}};
}

/// Upright there is room for the weeks only when the rest stands behind them.
void arrange(const Look& look, GridMemory& grid) {
  static const std::vector<std::string> kUpright = [] {
    std::vector<std::string> order = {"number", "title", "missed"};
    order.insert(order.end(), std::begin(kWeekIds), std::end(kWeekIds));
    return order;
  }();
  use_order(grid.view, kUpright, look.layout == Layout::Portrait);
}

void draw_matrix(const Look& look, const ReportsModel& model,
                 const std::vector<GridColumn>& columns, core::Date today, bool read_only,
                 ReportsMemory& memory, Wishes& out) {
  GridOptions options;
  options.columns = columns;
  options.frozen = 2;
  options.row_height = look.px(look.touch ? 60 : 44);
  options.table = &model.table;
  options.query = &memory.query;
  options.today = today;
  options.empty = model.rows.empty() ? "没有要报周报的包案事项" : kNothingFits;
  arrange(look, memory.grid);
  const ListRows rows(model.table);
  options.selected = model.table.row_of(memory.chosen);
  const GridAsk ask =
      draw_grid(look, "reports", rows, options, memory.grid, list_room(options.row_height));
  if (ask.pressed) {
    memory.chosen = rows.key(*ask.pressed);
    if (ask.column != SIZE_MAX)
      press_cell(model, rows.source(*ask.pressed), ask.column, read_only, out);
  }
  if (!ask.opened) return;
  press_cell(model, rows.source(*ask.opened), ask.opened_column, read_only, out);
  if (!out.form) out.open_case = model.rows[rows.source(*ask.opened)].which;
}

class ReportsScreen : public Screen {
 public:
  std::string_view name() const override { return "reports"; }
  std::string_view words() const override { return "周报"; }
  std::size_t waiting(const Waiting& waiting) const override { return waiting.late_reports; }

  void refresh(core::app::Desk& desk, bool) override {
    if (revision_ != desk.revision()) {
      revision_ = desk.revision();
      today_ = desk.today();
      model_ = reports_model(desk.state(), desk.findings(), today_);
    }
    model_.select(memory_.query, memory_.scope);
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    draw_reports(look, model_, today_, input.read_only, memory_, out);
  }

  void visit_grids(const GridVisitor& visit) override { visit("reports", memory_.grid); }

 private:
  ReportsModel model_;
  ReportsMemory memory_;
  core::Date today_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> reports_screen() { return std::make_unique<ReportsScreen>(); }

void draw_reports(const Look& look, const ReportsModel& model, core::Date today, bool read_only,
                  ReportsMemory& memory, Wishes& out) {
  const std::vector<GridColumn> columns = columns_of(model);
  paragraph(look, Type::Title, Tone::Plain, "周报", "heading");
  paragraph(look, Type::Body, Tone::Secondary, summary(model), "status");
  gap(look, 14);
  draw_toolbar(look, model, columns, today, memory, out);
  gap(look, 8);
  paragraph(look, Type::Small, Tone::Secondary,
            read_only ? "点一周打开事项" : "点“未报”“待报”直接填报，点已报的打开事项");
  gap(look, 8);
  draw_matrix(look, model, columns, today, read_only, memory, out);
}

}  // namespace web
