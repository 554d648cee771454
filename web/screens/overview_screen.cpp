#include "web/screens/overview_screen.h"

#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "web/models/words.h"
#include "web/screens/export_button.h"
#include "web/screens/welcome.h"
#include "web/widgets/chart.h"
#include "web/widgets/controls.h"
#include "web/widgets/text.h"
#include "web/widgets/tile.h"

namespace web {
namespace {

constexpr std::size_t kShown = 8;  // bars before 全部 is pressed

/// 较上月末 −14: against the newest month end before today.
std::string change_words(const std::vector<Trend::Point>& trend, std::size_t now) {
  if (trend.size() < 2) return {};
  const auto before = static_cast<long>(trend[trend.size() - 2].open);
  const long change = static_cast<long>(now) - before;
  if (change == 0) return "与上月末持平";
  return fmt::format("较上月末 {}{}", change > 0 ? "+" : "−", std::abs(change));
}

std::vector<Tile> tiles_of(const OverviewModel& model, const std::vector<Trend::Point>& trend) {
  std::vector<Tile> tiles;
  const auto add = [&](std::string_view id, std::string_view label, std::string number,
                       std::string more, Tone tone) {
    tiles.push_back(
        {std::string(id), std::string(label), std::move(number), std::move(more), tone});
  };
  const std::string rate = rate_words(model.reports);
  const std::size_t parts = rate.find("（");
  add("open", "全县在办", grouped(model.open), change_words(trend, model.open), Tone::Plain);
  add("late", "逾期未办", grouped(model.late),
      fmt::format("{}个单位 · {}件", model.late_units, model.late_cases),
      model.late > 0 ? Tone::Late : Tone::Plain);
  add("today", "今天到期", grouped(model.today), "应办事项",
      model.today > 0 ? Tone::Due : Tone::Plain);
  add("led", "包案在办", grouped(model.led), fmt::format("待明确领导 {}件", model.unled),
      Tone::Plain);
  add("reports", "周报按时率", rate.substr(0, parts),
      parts == std::string::npos
          ? std::string("近10周没有应报")
          : fmt::format("{}/{} · 近{}周", model.reports.in_time, model.reports.owed, kReportWeeks),
      Tone::Plain);
  add("pending", "待定建议", grouped(model.pending), "由办公室决定",
      model.pending > 0 ? Tone::Accent : Tone::Plain);
  return tiles;
}

void show_urgency(Urgency urgency, Wishes& out) {
  out.show_today = TodayQuery{};
  out.show_today->urgency = urgency;
}

void draw_numbers(const Look& look, const OverviewModel& model,
                  const std::vector<Trend::Point>& trend, Wishes& out) {
  const std::vector<Tile> tiles = tiles_of(model, trend);
  const std::size_t pressed = draw_tiles(look, tiles, 6);
  if (pressed == SIZE_MAX) return;
  const std::string& id = tiles[pressed].id;
  if (id == "open" || id == "led") {
    out.show_cases = CasesQuery{};
    out.show_cases->scope = id == "open" ? CaseScope::Open : CaseScope::Led;
  }
  if (id == "late") show_urgency(Urgency::Late, out);
  if (id == "today") show_urgency(Urgency::Today, out);
  if (id == "pending") show_urgency(Urgency::Pending, out);
  if (id == "reports") out.screen = "reports";
}

LineChart chart_of(const std::vector<Trend::Point>& trend) {
  LineChart chart;
  Series open{"在办", Tone::Accent, {}};
  Series late{"逾期", Tone::Late, {}};
  for (const Trend::Point& point : trend) {
    const core::YearMonthDay day = core::civil(point.day);
    const bool last = &point == &trend.back();
    chart.days.push_back(last ? "今天" : fmt::format("{}月", day.month));
    open.values.push_back(static_cast<double>(point.open));
    late.values.push_back(static_cast<double>(point.late));
  }
  chart.series = {std::move(open), std::move(late)};
  return chart;
}

void draw_trend(const Look& look, const std::vector<Trend::Point>& trend, OverviewMemory& memory,
                ImVec2 size) {
  begin_card(look, "trend", size);
  paragraph(look, Type::Heading, Tone::Plain, "趋势", "heading");
  paragraph(look, Type::Small, Tone::Secondary, "每月末在办的事项、逾期未办的应办事项；点一处看数");
  gap(look, 8);
  if (trend.size() < 2)
    paragraph(look, Type::Body, Tone::Secondary, "正在逐月推算……", "status");
  else
    draw_line_chart(look, "trend_chart", chart_of(trend),
                    std::max(ImGui::GetContentRegionAvail().y, look.px(160)), memory.picked);
  end_card();
}

std::vector<Bar> bars_of(const std::vector<OverviewModel::Load>& loads, bool all) {
  std::vector<Bar> bars;
  const std::size_t count = all ? loads.size() : std::min(loads.size(), kShown);
  for (std::size_t at = 0; at < count; ++at) {
    const OverviewModel::Load& load = loads[at];
    std::string words = fmt::format("{}项", load.open);
    if (load.late > 0) words += fmt::format(" · 逾期{}项", load.late);
    bars.push_back({load.name, std::move(words), static_cast<double>(load.open),
                    static_cast<double>(load.late)});
  }
  return bars;
}

/// Height of a card of bars with its headings.
float bars_height(const Look& look, std::size_t bars, bool more) {
  const float lines = static_cast<float>(std::max<std::size_t>(bars, 1));
  return look.px(32 + 8) + line_height(text_style(look, Type::Heading)) +
         line_height(text_style(look, Type::Small)) + lines * look.px(look.touch ? 44 : 32) +
         (more ? look.px(10) + look.control : 0);
}

struct LoadCard {
  const char* id;
  const char* title;
  const char* words;
  const char* empty;
  const std::vector<OverviewModel::Load>& loads;
  bool& all;

  bool more() const { return loads.size() > kShown; }
  std::size_t shown() const { return all ? loads.size() : std::min(loads.size(), kShown); }
};

void draw_loads(const Look& look, const LoadCard& card, ImVec2 size, Wishes& out) {
  begin_card(look, card.id, size);
  paragraph(look, Type::Heading, Tone::Plain, card.title, "heading");
  paragraph(look, Type::Small, Tone::Secondary, card.words);
  gap(look, 8);
  if (card.loads.empty()) paragraph(look, Type::Body, Tone::Secondary, card.empty);
  const std::size_t pressed =
      draw_bars(look, std::string(card.id) + "_bar", bars_of(card.loads, card.all));
  if (pressed < card.loads.size()) {
    out.show_today = TodayQuery{};
    out.show_today->unit = card.loads[pressed].unit;
    out.show_today->official = card.loads[pressed].official;
    out.show_today->duties_only = true;
  }
  if (card.more()) {
    gap(look, 10);
    const std::string label =
        (card.all ? std::string("收起") : fmt::format("全部 {}", card.loads.size())) + "###" +
        card.id + "_all";
    if (button(look, label)) card.all = !card.all;
  }
  end_card();
}

void draw_levels(const Look& look, const OverviewModel& model, ImVec2 size, Wishes& out) {
  begin_card(look, "levels", size);
  paragraph(look, Type::Heading, Tone::Plain, "包案层级", "heading");
  paragraph(look, Type::Small, Tone::Secondary, "在办包案事项按县级领导层级；红色为有逾期的");
  gap(look, 8);
  std::vector<Bar> bars;
  for (const OverviewModel::Level& level : model.levels) {
    std::string words = fmt::format("{}件", level.cases);
    if (level.late > 0) words += fmt::format(" · 逾期{}件", level.late);
    bars.push_back({level.name, std::move(words), static_cast<double>(level.cases),
                    static_cast<double>(level.late)});
  }
  const std::size_t pressed = draw_bars(look, "level_bar", bars);
  if (pressed < model.levels.size()) {
    const core::LeadLevel level = model.levels[pressed].level;
    if (level != core::LeadLevel::None) {
      out.show_cases =
          cases_with(CaseScope::Led, CaseColumn::Level, static_cast<std::int64_t>(level));
    } else {  // Others lack a leader of the level they ask for, and have one.
      out.show_cases = CasesQuery{};
      out.show_cases->scope = CaseScope::Unled;
      ColumnFilter nobody;
      nobody.column = static_cast<std::uint8_t>(CaseColumn::Lead);
      nobody.blanks = Blanks::Only;
      out.show_cases->table.set_filter(nobody);
    }
  }
  end_card();
}

/// Two cards side by side when there is room, else under each other.
template <typename Left, typename Right>
void draw_pair(const Look& look, float left_share, float left_height, float right_height,
               Left&& left, Right&& right) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float between = look.px(12);
  if (width < look.px(840)) {
    left(ImVec2{width, left_height});
    gap(look, 12);
    right(ImVec2{width, right_height});
    gap(look, 12);
    return;
  }
  const float first = std::floor((width - between) * left_share);
  const float height = std::max(left_height, right_height);
  left(ImVec2{first, height});
  ImGui::SameLine(0, between);
  right(ImVec2{width - between - first, height});
  gap(look, 12);
}

ReportTable table_of(const char* caption, const std::vector<OverviewModel::Load>& loads) {
  ReportTable table{
      report_caption(caption, loads.size()), {{"名称"}, {"应办", true}, {"其中逾期", true}}, {}};
  for (const OverviewModel::Load& load : loads) {
    if (table.rows.size() == kMostPrinted) break;
    table.rows.push_back({load.name, grouped(load.open), grouped(load.late)});
  }
  return table;
}

Report report_of(const OverviewModel& model, const std::vector<Trend::Point>& trend) {
  ReportTable numbers{"主要指标", {{"指标"}, {"数", true}, {"说明"}}, {}};
  for (const Tile& tile : tiles_of(model, trend))
    numbers.rows.push_back({tile.label, tile.number, tile.more});
  ReportTable months{"趋势", {{"截至"}, {"在办事项", true}, {"逾期未办", true}}, {}};
  for (const Trend::Point& point : trend)
    months.rows.push_back({full_day(point.day), grouped(point.open), grouped(point.late)});
  ReportTable levels{"包案层级", {{"层级"}, {"在办包案", true}, {"有逾期", true}}, {}};
  for (const OverviewModel::Level& level : model.levels)
    levels.rows.push_back({level.name, grouped(level.cases), grouped(level.late)});
  return {"总览",
          {},
          {std::move(numbers), std::move(months), std::move(levels),
           table_of("各单位应办", model.units), table_of("各领导应办", model.officials)}};
}

void draw_heading(const Look& look, const OverviewModel& model,
                  const std::vector<Trend::Point>& trend, Wishes& out) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float lower = (look.control - line_height(text_style(look, Type::Title))) / 2;
  ImGui::SetCursorScreenPos({start.x, start.y + lower});
  paragraph(look, Type::Title, Tone::Plain, "总览", "heading");
  ImGui::SetCursorScreenPos({right_edge() - print_button_width(look), start.y});
  if (print_button(look)) out.print = report_of(model, trend);
}

class OverviewScreen : public Screen {
 public:
  std::string_view name() const override { return "overview"; }
  std::string_view words() const override { return "总览"; }
  bool busy() const override { return !trend_.finished(); }

  void refresh(core::app::Desk& desk, bool) override {
    if (revision_ != desk.revision()) {
      revision_ = desk.revision();
      empty_ = desk.state().cases().empty();
      model_ = overview_model(desk.state(), desk.findings(), desk.today());
      trend_.begin(empty_ ? core::Date{} : desk.today());
    }
    trend_.step(desk.state(), desk.calendar(), desk.rulebook());
    if (shown_.size() != trend_.points().size() || trend_.finished()) shown_ = trend_.points();
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    if (empty_)
      draw_welcome(look, input, out);
    else
      draw_overview(look, model_, shown_, memory_, out);
  }

 private:
  bool empty_ = true;
  OverviewModel model_;
  OverviewMemory memory_;
  Trend trend_;
  std::vector<Trend::Point> shown_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> overview_screen() { return std::make_unique<OverviewScreen>(); }

void draw_overview(const Look& look, const OverviewModel& model,
                   const std::vector<Trend::Point>& trend, OverviewMemory& memory, Wishes& out) {
  draw_heading(look, model, trend, out);
  gap(look, 12);
  draw_numbers(look, model, trend, out);
  gap(look, 12);
  const LoadCard units{"units",          "各单位应办", "未办的应办事项，红色为逾期；点一行看欠什么",
                       "没有未办的事项", model.units,  memory.all_units};
  const LoadCard people{"officials",      "各领导应办",    "由领导本人负责的应办事项，红色为逾期",
                        "没有未办的事项", model.officials, memory.all_officials};
  const float levels = bars_height(look, model.levels.size(), false);
  draw_pair(
      look, 0.6f, look.px(look.touch ? 280 : 256), levels,
      [&](ImVec2 size) { draw_trend(look, trend, memory, size); },
      [&](ImVec2 size) { draw_levels(look, model, size, out); });
  draw_pair(
      look, 0.5f, bars_height(look, units.shown(), units.more()),
      bars_height(look, people.shown(), people.more()),
      [&](ImVec2 size) { draw_loads(look, units, size, out); },
      [&](ImVec2 size) { draw_loads(look, people, size, out); });
}

}  // namespace web
