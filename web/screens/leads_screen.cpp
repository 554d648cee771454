#include "web/screens/leads_screen.h"

#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "web/models/words.h"
#include "web/screens/clear_filters.h"
#include "web/screens/export_button.h"
#include "web/widgets/chart.h"
#include "web/widgets/controls.h"
#include "web/widgets/list_rows.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr std::array<GridColumn, kLeadColumns> kColumns = {{
    {"number", "编号", 90},
    {"title", "事项", 150, 1},
    {"unit", "责任单位", 126, 0.5f},
    {"late", "逾期", 96, 0, true},
    {"resolve_by", "化解时限", 116},
    {"leader", "县级领导", 112},
    {"since", "包案日期", 110},
    {"last_report", "最近周报", 110},
    {"progress", "进展", 96, 0, true},
    {"plan", "化解方案", 110},
    {"level", "包案层级", 110},
    {"unit_leader", "单位领导", 112},
    {"state", "状态", 100},
}};

constexpr float kLeastListWidth = 480;

struct ScopePill {
  LeadScope scope;
  const char* words;
  const char* id;
  Tone tone;
};
constexpr ScopePill kScopes[] = {{LeadScope::All, "全部", "filter_all", Tone::Plain},
                                 {LeadScope::Unled, "待明确领导", "filter_unled", Tone::Late},
                                 {LeadScope::Late, "有逾期", "filter_late", Tone::Late},
                                 {LeadScope::NoPlan, "无方案", "filter_no_plan", Tone::Due}};

std::size_t count_of(const LeadsModel& model, LeadScope scope) {
  return model.counts[static_cast<std::size_t>(scope)];
}

std::string leader_name(const LeadsModel& model, core::OfficialIndex leader) {
  for (const LeadsModel::Load& load : model.loads)
    if (load.leader == leader) return load.name;
  return "这位领导";
}

Report report_of(const LeadsModel& model, const ExportList& list, const LeadsMemory& memory) {
  Report report{"包案", {}, {}};
  std::string only;
  for (const ScopePill& scope : kScopes) {
    report.lines.resize(1);
    report.lines[0] += (scope.scope == LeadScope::All ? "" : " · ") + std::string(scope.words) +
                       " " + grouped(count_of(model, scope.scope));
    if (scope.scope == memory.scope) only = scope.words;
  }
  if (memory.leader.known()) only += "　" + leader_name(model, memory.leader);
  if (!memory.query.filters.empty()) only += "　已按表头筛选";
  report.lines.push_back("所列：" + only + "，共 " + grouped(list.rows.count()) + " 件");
  report.tables.push_back(report_of("包案责任清单", list));
  ReportTable loads{"各位领导的工作量",
                    {{"领导"}, {"职务"}, {"在办包案", true}, {"逾期", true}, {"近90天履责", true}},
                    {}};
  for (const LeadsModel::Load& load : model.loads)
    loads.rows.push_back(
        {load.name, load.post, grouped(load.cases), grouped(load.late), grouped(load.engaged)});
  report.tables.push_back(std::move(loads));
  return report;
}

float loads_width(const Look& look) {
  return std::round(
      std::clamp(ImGui::GetContentRegionAvail().x * 0.3f, look.px(320), look.px(420)));
}

/// Of the list beside the loads; nothing where there is no room for both.
std::optional<float> list_width(const Look& look) {
  const float left = ImGui::GetContentRegionAvail().x - loads_width(look) - look.px(16);
  if (look.layout == Layout::Portrait || left < look.px(kLeastListWidth)) return std::nullopt;
  return left;
}

void draw_toolbar(const Look& look, const LeadsModel& model, core::Date today, LeadsMemory& memory,
                  Wishes& out) {
  for (const ScopePill& scope : kScopes) {
    const std::size_t count = count_of(model, scope.scope);
    const std::string label = std::string(scope.words) + " " + grouped(count) + "###" + scope.id;
    if (&scope != kScopes) same_line_or_wrap(look, button_width(look, label));
    if (!pill(look, label, memory.scope == scope.scope, count == 0 ? Tone::Secondary : scope.tone))
      continue;
    memory.scope = scope.scope;
    memory.grid.top = 0;
  }
  if (memory.leader.known()) {
    const std::string label = "只看：" + leader_name(model, memory.leader) + "  ×###clear_leader";
    same_line_or_wrap(look, button_width(look, label));
    if (button(look, label)) memory.leader = {};
  }
  clear_filters_button(look, memory.query, memory.grid);
  same_line_or_wrap(look, export_button_width(look));
  const ListRows rows(model.table);
  const ExportList list{"包案责任清单", rows, kColumns, memory.grid, today, &model.table};
  export_button(look, list, out);
  same_line_or_wrap(look, print_button_width(look));
  if (print_button(look, model.rows.empty())) out.print = report_of(model, list, memory);
  if (list_width(look)) return;
  const char* other = memory.loads_over_list ? "查看清单###show_list" : "查看工作量###show_loads";
  same_line_or_wrap(look, button_width(look, other));
  if (button(look, other)) memory.loads_over_list = !memory.loads_over_list;
}

void draw_list(const Look& look, const LeadsModel& model, core::Date today, bool read_only,
               LeadsMemory& memory, ImVec2 size, Wishes& out) {
  GridOptions options;
  options.columns = kColumns;
  // Where there is little room it tells first of all who leads what, and since when.
  static const std::vector<std::string> kNarrow = {"title", "leader", "since"};
  const bool telephone = size.x < look.px(480);
  std::array<GridColumn, kLeadColumns> narrow = kColumns;
  narrow[static_cast<std::size_t>(LeadColumn::Title)].width = 112;
  if (telephone) options.columns = narrow;
  use_order(memory.grid.view, kNarrow, telephone || !list_width(look));
  options.frozen = telephone ? 1 : 2;
  options.row_height = look.px(look.touch ? 60 : 44);
  options.table = &model.table;
  options.query = &memory.query;
  options.today = today;
  options.empty = model.rows.empty() ? "没有包案的事项" : kNothingFits;
  const ListRows rows(model.table);
  options.selected = model.table.row_of(memory.chosen);
  const GridAsk ask = draw_grid(look, "leads", rows, options, memory.grid, size);
  if (ask.opened) out.open_case = model.rows[rows.source(*ask.opened)].which;
  if (!ask.pressed) return;
  memory.chosen = rows.key(*ask.pressed);
  const LeadsModel::Row& row = model.rows[rows.source(*ask.pressed)];
  const bool lead = ask.column == static_cast<std::size_t>(LeadColumn::Leader);
  const std::string& number =
      model.table.cell(rows.source(*ask.pressed), static_cast<std::size_t>(LeadColumn::Number))
          .full;
  if (lead && row.unled && !read_only)
    out.form = FormRequest{"lead.assigned", number, {}, {}};
  else if (ask.column == static_cast<std::size_t>(LeadColumn::Number) ||
           (look.touch && ask.column != SIZE_MAX))
    out.open_case = row.which;
}

std::vector<Bar> bars_of(const LeadsModel& model) {
  std::vector<Bar> bars;
  for (const LeadsModel::Load& load : model.loads) {
    std::string words = fmt::format("{}件", load.cases);
    if (load.late > 0) words += fmt::format(" · 逾期{}项", load.late);
    words += fmt::format(" · 履责{}次", load.engaged);
    bars.push_back({load.name, std::move(words), static_cast<double>(load.cases), 0});
  }
  return bars;
}

void draw_loads(const Look& look, const LeadsModel& model, LeadsMemory& memory, ImVec2 size) {
  begin_card(look, "loads", size);
  paragraph(look, Type::Heading, Tone::Plain, "各位领导的工作量", "heading");
  paragraph(look, Type::Small, Tone::Secondary,
            "在办包案数、逾期的应办事项、近90天接谈解释帮扶次数；点名字只看其包案");
  gap(look, 8);
  if (model.loads.empty()) paragraph(look, Type::Body, Tone::Secondary, "还没有包案领导");
  const std::size_t pressed = draw_bars(look, "load", bars_of(model));
  if (pressed < model.loads.size()) {
    memory.leader = model.loads[pressed].leader;
    memory.loads_over_list = false;
    memory.grid.top = 0;
  }
  end_card();
}

class LeadsScreen : public Screen {
 public:
  std::string_view name() const override { return "leads"; }
  std::string_view words() const override { return "包案"; }
  std::size_t waiting(const Waiting& waiting) const override { return waiting.unled; }

  void refresh(core::app::Desk& desk, bool) override {
    if (revision_ != desk.revision()) {
      revision_ = desk.revision();
      today_ = desk.today();
      model_ = leads_model(desk.state(), desk.findings(), today_);
    }
    model_.select(memory_.query, memory_.scope, memory_.leader);
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    draw_leads(look, model_, today_, input.read_only, memory_, out);
  }

  void visit_grids(const GridVisitor& visit) override { visit("leads", memory_.grid); }

 private:
  LeadsModel model_;
  LeadsMemory memory_;
  core::Date today_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> leads_screen() { return std::make_unique<LeadsScreen>(); }

void draw_leads(const Look& look, const LeadsModel& model, core::Date today, bool read_only,
                LeadsMemory& memory, Wishes& out) {
  paragraph(look, Type::Title, Tone::Plain, "包案", "heading");
  paragraph(look, Type::Body, Tone::Secondary,
            "哪件由谁包、方案和时限有没有、周报到哪一步；点“未明确”直接明确领导");
  gap(look, 14);
  draw_toolbar(look, model, today, memory, out);
  gap(look, 16);
  ImVec2 room = ImGui::GetContentRegionAvail();
  room.y = std::max(room.y, look.px(280));  // A low page scrolls.
  const std::optional<float> list = list_width(look);
  if (!list) {
    if (memory.loads_over_list)
      draw_loads(look, model, memory, room);
    else
      draw_list(look, model, today, read_only, memory, room, out);
    return;
  }
  const float right = loads_width(look);
  draw_list(look, model, today, read_only, memory, {*list, room.y}, out);
  ImGui::SameLine(0, look.px(16));
  draw_loads(look, model, memory, {right, room.y});
}

}  // namespace web
