#include "web/widgets/deadline_strip.h"

#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <vector>

#include "web/models/words.h"
#include "web/widgets/controls.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

using Kind = StripDay::Kind;

void draw_dashed(ImDrawList& list, ImVec2 a, ImVec2 b, ImU32 colour, float dash) {
  const auto line = [&](ImVec2 from, ImVec2 to) {
    const ImVec2 span{to.x - from.x, to.y - from.y};
    const float length = std::max(span.x, span.y);
    for (float at = 0; at < length; at += dash * 2) {
      const float end = std::min(at + dash, length);
      list.AddLine({from.x + span.x * at / length, from.y + span.y * at / length},
                   {from.x + span.x * end / length, from.y + span.y * end / length}, colour, 1);
    }
  };
  line({a.x, a.y}, {b.x, a.y});
  line({a.x, b.y}, {b.x, b.y});
  line({a.x, a.y}, {a.x, b.y});
  line({b.x, a.y}, {b.x, b.y});
}

struct Paint {
  ImU32 fill, ink, border;
  bool dashed;
};

Paint paint_of(const Look& look, Kind kind, bool late) {
  const Colours& colour = look.colour;
  const ImU32 none = IM_COL32_BLACK_TRANS;
  switch (kind) {
    case Kind::Counted:
      return {colour.accent_wash, colour.accent, look.high_contrast ? colour.accent : none, false};
    case Kind::MakeUp:
      return {colour.accent_wash, colour.accent, colour.accent, false};
    case Kind::Skipped:
      return {colour.background, colour.secondary, colour.secondary, true};
    case Kind::Due:
      return {late ? colour.late : colour.accent, colour.on_accent, none, false};
    case Kind::Judged:
      return {colour.due_wash, colour.due, colour.due, false};
  }
  return {colour.surface, colour.text, none, false};
}

void draw_box(const Look& look, const StripDay& day, bool late, ImVec2 start, ImVec2 end) {
  const Paint paint = paint_of(look, day.kind, late);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, paint.fill, look.px(2));
  if (paint.dashed)
    draw_dashed(list, start, {end.x - 1, end.y - 1}, look.colour.line, look.px(2));
  else if (paint.border != IM_COL32_BLACK_TRANS)
    list.AddRect(start, end, paint.border, look.px(2), 0, std::max(look.line, look.px(1)));
  TextStyle style = text_style(look, Type::Small);
  style.size = look.px(look.touch ? 13 : 12);
  style.colour = paint.ink;
  draw_centred(list, style, start, end, std::to_string(core::civil(day.day).day));
}

std::string explained(const StripDay& day) {
  const core::YearMonthDay date = core::civil(day.day);
  return std::to_string(date.month) + "月" + std::to_string(date.day) + "日 " +
         std::string(weekday_word(day.day)) + "：" + day.why;
}

/// The month before its first day, so that a long strip can be read.
void draw_month(const Look& look, core::Date day, float height) {
  const TextStyle style = text_style(look, Type::Small, Tone::Secondary);
  const std::string month = std::to_string(core::civil(day).month) + "月";
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = text_width(style, month) + look.px(4);
  draw_centred(*ImGui::GetWindowDrawList(), style, start, {start.x + width, start.y + height},
               month);
  ImGui::Dummy({width, height});
}

float month_width(const Look& look) {
  return text_width(text_style(look, Type::Small), "12月") + look.px(4);
}

bool begins_month(std::span<const StripDay> days, std::size_t at) {
  return at == 0 || core::civil(days[at].day).month != core::civil(days[at - 1].day).month;
}

/// Continues the line, or begins a new one when `width` does not fit.
void advance(const Look& look, float width, float left, float height, ImVec2& cursor) {
  const float right = ImGui::GetCurrentWindow()->WorkRect.Max.x;
  if (cursor.x + width > right && cursor.x > left) cursor = {left, cursor.y + height + look.px(4)};
  ImGui::SetCursorScreenPos(cursor);
}

using Boxes = std::vector<ImRect>;

/// Draws the days and says where each stands.
Boxes draw_days(const Look& look, std::span<const StripDay> days, bool late, ImVec2 box) {
  Boxes boxes;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImVec2 cursor = start;
  for (std::size_t at = 0; at < days.size(); ++at) {
    if (begins_month(days, at)) {
      advance(look, month_width(look) + box.x, start.x, box.y, cursor);
      draw_month(look, days[at].day, box.y);
      cursor.x = ImGui::GetItemRectMax().x;
    }
    advance(look, box.x, start.x, box.y, cursor);
    boxes.push_back({cursor, {cursor.x + box.x, cursor.y + box.y}});
    draw_box(look, days[at], late, cursor, boxes.back().Max);
    cursor.x += box.x + look.px(2);
  }
  return boxes;
}

/// The day nearest to the pointer: a finger is wider than a day.
std::size_t nearest(const Boxes& boxes, ImVec2 to) {
  const auto far = [&](const ImRect& box) {
    const ImVec2 centre = box.GetCenter();
    return (centre.x - to.x) * (centre.x - to.x) + (centre.y - to.y) * (centre.y - to.y);
  };
  const auto at = std::min_element(boxes.begin(), boxes.end(),
                                   [&](const auto& a, const auto& b) { return far(a) < far(b); });
  return static_cast<std::size_t>(at - boxes.begin());
}

/// The day before and the day after, for fingers and keys.
void step_days(const Look& look, std::span<const StripDay> days, std::size_t told,
               core::Date& picked) {
  if (days.size() < 2) return;
  const float right = ImGui::GetCurrentWindow()->WorkRect.Max.x;
  const float before = button_width(look, "‹"), after = button_width(look, "›");
  const float y = ImGui::GetCursorScreenPos().y;
  ImGui::SetCursorScreenPos({right - before - after - look.px(6), y});
  if (button(look, "‹###day_before", ButtonKind::Plain, told == 0)) picked = days[told - 1].day;
  note_item("button", "前一天");
  ImGui::SetCursorScreenPos({right - after, y});
  const bool last = told + 1 == days.size();
  if (button(look, "›###day_after", ButtonKind::Plain, last)) picked = days[told + 1].day;
  note_item("button", "后一天");
}

}  // namespace

void draw_deadline_strip(const Look& look, std::span<const StripDay> days, bool late,
                         core::Date& picked) {
  if (days.empty()) return;
  const ImVec2 box{look.px(look.touch ? 26 : 20), look.px(look.touch ? 34 : 28)};
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const Boxes boxes = draw_days(look, days, late, box);
  std::size_t told = days.size() - 1;
  for (std::size_t at = 0; at < days.size(); ++at)
    if (picked == days[at].day) told = at;
  const ImVec2 end{ImGui::GetCurrentWindow()->WorkRect.Max.x, boxes.back().Max.y};
  ImGui::SetCursorScreenPos(start);
  if (pressable_by_pointer("逐日计算###days", {end.x - start.x, end.y - start.y}))
    picked = days[nearest(boxes, ImGui::GetIO().MousePos)].day;
  if (ImGui::IsItemHovered() && !look.touch) told = nearest(boxes, ImGui::GetIO().MousePos);
  note_item("figure", "逐日计算", explained(days[told]));
  ImGui::GetWindowDrawList()->AddRect(boxes[told].Min, boxes[told].Max, look.colour.text,
                                      look.px(2), 0, look.px(1.5f));
  gap(look, 6);
  const ImVec2 line = ImGui::GetCursorScreenPos();
  const TextStyle style = text_style(look, Type::Small, Tone::Secondary);
  step_days(look, days, told, picked);
  const float room = end.x - line.x - look.px(110);
  const std::vector<std::string> words = broken(style, explained(days[told]), room, 2);
  const float height = line_height(style) * static_cast<float>(words.size());
  const float bottom = line.y + std::max(look.control, height);
  float y = line.y + (bottom - line.y - height) / 2;
  for (const std::string& each : words) {
    draw_text(*ImGui::GetWindowDrawList(), style, {line.x, y}, each);
    y += line_height(style);
  }
  note("status", explained(days[told]), line, {line.x + room, bottom});
  ImGui::SetCursorScreenPos({start.x, bottom});
  ImGui::Dummy({0, 0});
}

}  // namespace web
