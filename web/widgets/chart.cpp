#include "web/widgets/chart.h"

#include <imgui_internal.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

struct Plot {
  ImVec2 start, end;  // of the plotted area
  double most;
  std::size_t places;

  float x(std::size_t place) const {
    const float share =
        places < 2 ? 0.5f : static_cast<float>(place) / static_cast<float>(places - 1);
    return start.x + (end.x - start.x) * share;
  }
  float y(double value) const {
    return end.y - (end.y - start.y) * static_cast<float>(value / most);
  }
};

/// A round number, at least the value: the top of the scale.
double round_up(double value) {
  double step = 1;
  while (step * 10 < value) step *= 10;
  for (const double times : {1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0})
    if (step * times >= value) return step * times;
  return step * 10;
}

double largest(const LineChart& chart) {
  double most = 1;
  for (const Series& series : chart.series)
    for (const double value : series.values) most = std::max(most, value);
  return round_up(most);
}

void draw_rules(const Look& look, const Plot& plot) {
  const TextStyle style = text_style(look, Type::Small, Tone::Secondary);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const double share : {0.0, 0.5, 1.0}) {
    const double value = plot.most * share;
    if (value != std::floor(value)) continue;
    const float y = std::round(plot.y(value));
    list.AddRectFilled({plot.start.x, y}, {plot.end.x, y + look.line}, look.colour.line);
    const std::string words = fmt::format("{}", static_cast<long>(value));
    draw_text(list, style,
              {plot.start.x - look.px(8) - text_width(style, words), y - line_height(style) / 2},
              words);
  }
}

/// Every so many days have room for their names; the last has one always.
std::size_t days_apart(const Look& look, const LineChart& chart, const Plot& plot) {
  const TextStyle style = text_style(look, Type::Small);
  float widest = 0;
  for (const std::string& day : chart.days) widest = std::max(widest, text_width(style, day));
  const float between = plot.places < 2 ? widest : plot.x(1) - plot.x(0);
  return static_cast<std::size_t>(std::max(1.0f, std::ceil((widest + look.px(12)) / between)));
}

void draw_days(const Look& look, const LineChart& chart, const Plot& plot) {
  const TextStyle style = text_style(look, Type::Small, Tone::Secondary);
  const std::size_t apart = days_apart(look, chart, plot);
  for (std::size_t back = 0; back < chart.days.size(); back += apart) {
    const std::size_t place = chart.days.size() - 1 - back;
    const float width = text_width(style, chart.days[place]);
    draw_text(*ImGui::GetWindowDrawList(), style,
              {plot.x(place) - width / 2, plot.end.y + look.px(4)}, chart.days[place]);
  }
}

void draw_series(const Look& look, const Series& series, const Plot& plot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 ink = look.ink(series.tone);
  for (std::size_t place = 0; place + 1 < series.values.size(); ++place)
    list.AddLine({plot.x(place), plot.y(series.values[place])},
                 {plot.x(place + 1), plot.y(series.values[place + 1])}, ink, look.px(2.5f));
  if (series.values.empty()) return;
  const std::size_t last = series.values.size() - 1;
  const ImVec2 at{plot.x(last), plot.y(series.values[last])};
  list.AddCircleFilled(at, look.px(4), ink);
}

/// Names at the ends of the lines, moved apart where they would touch.
void draw_names(const Look& look, const LineChart& chart, const Plot& plot) {
  struct Name {
    float y;
    const Series* series;
  };
  std::vector<Name> names;
  for (const Series& series : chart.series)
    if (!series.values.empty()) names.push_back({plot.y(series.values.back()), &series});
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
  float free_from = -1e9f;
  for (const Name& name : names) {
    const TextStyle style = text_style(look, Type::SmallBold, name.series->tone);
    const float height = line_height(style);
    const float y = std::max(name.y - height / 2, free_from);
    const std::string words =
        fmt::format("{} {}", name.series->label, static_cast<long>(name.series->values.back()));
    draw_text(*ImGui::GetWindowDrawList(), style, {plot.end.x + look.px(10), y}, words);
    free_from = y + height;
  }
}

std::string words_at(const LineChart& chart, std::size_t place) {
  std::string words = chart.days[place];
  for (const Series& series : chart.series)
    if (place < series.values.size())
      words += fmt::format("  {} {}", series.label, static_cast<long>(series.values[place]));
  return words;
}

/// The place nearest to the pointer.
std::size_t place_at(const Plot& plot, float x) {
  const auto last = static_cast<float>(plot.places - 1);
  const float share = (x - plot.start.x) / std::max(1.0f, plot.end.x - plot.start.x);
  return static_cast<std::size_t>(std::clamp(std::round(share * last), 0.0f, last));
}

/// Of the chart that has the keys: Enter picks the newest or none, arrows go on from there.
void step_places(std::size_t places, bool pressed, std::size_t& picked) {
  const std::size_t last = places - 1;
  const bool none = picked > last;
  if (pressed) picked = none ? last : SIZE_MAX;
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow}) {
    ImGui::SetKeyOwner(key, ImGui::GetItemID());  // not to lead out of it
    if (!ImGui::IsKeyPressed(key)) continue;
    if (none)
      picked = last;
    else if (key == ImGuiKey_RightArrow)
      picked = std::min(picked + 1, last);
    else if (picked > 0)
      --picked;
  }
}

void draw_picked(const Look& look, const LineChart& chart, const Plot& plot, std::size_t place) {
  if (place >= chart.days.size()) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = std::round(plot.x(place));
  list.AddRectFilled({x, plot.start.y}, {x + look.line, plot.end.y}, look.colour.secondary);
  const TextStyle style = text_style(look, Type::SmallBold);
  const std::string words = words_at(chart, place);
  const float width = text_width(style, words) + look.px(16);
  const float left =
      std::clamp(x - width / 2, plot.start.x, std::max(plot.start.x, plot.end.x - width));
  const ImVec2 from{left, plot.start.y - line_height(style) - look.px(6)};
  list.AddRectFilled(from, {left + width, plot.start.y - look.px(2)}, look.colour.background,
                     look.px(4));
  draw_text(list, style, {left + look.px(8), from.y + look.px(2)}, words);
}

float label_width(const Look& look, const std::vector<Bar>& bars, float room) {
  const TextStyle style = text_style(look, Type::Body);
  float width = 0;
  for (const Bar& bar : bars) width = std::max(width, text_width(style, bar.label));
  return std::min(width, room * 0.4f);
}

/// What all bars of one chart have in common, device pixels.
struct BarRoom {
  float width = 0, labels = 0, bars = 0;
  double most = 1;
  bool under = false;  ///< The words stand under the bars, which else would be too short to tell.
};

bool draw_bar(const Look& look, const std::string& id, const Bar& bar, const BarRoom& room) {
  const TextStyle style = text_style(look, Type::Body);
  const TextStyle quiet = text_style(look, Type::Small, Tone::Secondary);
  const float line = room.under ? line_height(quiet) : 0;
  const float height = look.px(look.touch && !room.under ? 44 : 32) + line;
  const float middle = (height - line) / 2;  // of the name and the bar
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const std::string name = bar.label + " " + bar.words;
  const bool pressed = pressable((name + "###" + id).c_str(), {room.width, height});
  note_item("link", name, bar.words);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRectFilled(start, {start.x + room.width, start.y + height}, look.colour.hover,
                       look.px(4));
  draw_text(list, style, {start.x, start.y + middle - line_height(style) / 2},
            shortened(style, bar.label, room.labels - look.px(12)));
  const float top = start.y + std::round(middle - look.px(7));
  const float left = start.x + room.labels;
  const float length = room.bars * static_cast<float>(bar.value / room.most);
  const float part = room.bars * static_cast<float>(bar.part / room.most);
  const float bottom = top + look.px(14);
  list.AddRectFilled({left, top}, {left + std::max(length, look.px(2)), bottom}, look.colour.accent,
                     look.px(2));
  if (part > 0)
    list.AddRectFilled({left, top}, {left + part, bottom}, look.colour.late, look.px(2));
  const ImVec2 beside{left + length + look.px(8), start.y + middle - line_height(quiet) / 2};
  const ImVec2 below{left, start.y + middle + look.px(10)};
  draw_text(list, quiet, room.under ? below : beside, bar.words);
  return pressed;
}

}  // namespace

std::size_t draw_bars(const Look& look, std::string_view id, const std::vector<Bar>& bars) {
  const float width = ImGui::GetContentRegionAvail().x;
  BarRoom room;
  room.width = width;
  room.labels = label_width(look, bars, width) + look.px(12);
  const TextStyle quiet = text_style(look, Type::Small, Tone::Secondary);
  float words = 0;
  for (const Bar& bar : bars) {
    room.most = std::max(room.most, bar.value);
    words = std::max(words, text_width(quiet, bar.words));
  }
  room.bars = width - room.labels - words - look.px(20);
  room.under = room.bars < width * 0.2f;
  if (room.under) room.bars = std::max(look.px(24), width - room.labels - look.px(8));
  std::size_t pressed = SIZE_MAX;
  for (std::size_t at = 0; at < bars.size(); ++at)
    if (draw_bar(look, fmt::format("{}_{}", id, at), bars[at], room)) pressed = at;
  return pressed;
}

void draw_line_chart(const Look& look, std::string_view id, const LineChart& chart, float height,
                     std::size_t& picked) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const TextStyle style = text_style(look, Type::Small);
  const std::string label = fmt::format("趋势###{}", id);
  const bool pressed = pressable(label.c_str(), {width, height});
  std::string words;
  for (std::size_t place = 0; place < chart.days.size(); ++place)
    words += (place == 0 ? "" : "；") + words_at(chart, place);
  note_item("img", words);
  const double most = largest(chart);
  const float left = text_width(style, fmt::format("{}", static_cast<long>(most))) + look.px(12);
  const Plot plot{
      {start.x + left, start.y + line_height(style) + look.px(8)},
      {start.x + width - look.px(84), start.y + height - line_height(style) - look.px(8)},
      most,
      chart.days.size()};
  draw_rules(look, plot);
  draw_days(look, chart, plot);
  for (const Series& series : chart.series) draw_series(look, series, plot);
  draw_names(look, chart, plot);
  if (chart.days.empty()) return;
  const std::size_t place = place_at(plot, ImGui::GetIO().MousePos.x);
  const bool by_pointer = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  const bool focused = ImGui::IsItemFocused();
  if (focused) step_places(plot.places, pressed && !by_pointer, picked);
  if (pressed && by_pointer) picked = picked == place ? SIZE_MAX : place;
  const bool by_keys = focused && ImGui::GetCurrentContext()->NavCursorVisible;
  const bool pointed = !by_keys && !look.touch && ImGui::IsItemHovered();
  draw_picked(look, chart, plot, pointed ? place : picked);
}

}  // namespace web
