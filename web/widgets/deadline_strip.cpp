#include "web/widgets/deadline_strip.h"

#include <imgui_internal.h>

#include <algorithm>
#include <string>

#include "web/models/words.h"
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

}  // namespace

void draw_deadline_strip(const Look& look, std::span<const StripDay> days, bool late,
                         core::Date& picked) {
  if (days.empty()) return;
  const ImVec2 box{look.px(look.touch ? 26 : 20), look.px(look.touch ? 34 : 28)};
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const StripDay* told = nullptr;
  ImVec2 cursor = start;
  for (std::size_t at = 0; at < days.size(); ++at) {
    if (begins_month(days, at)) {
      advance(look, month_width(look) + box.x, start.x, box.y, cursor);
      draw_month(look, days[at].day, box.y);
      cursor.x = ImGui::GetItemRectMax().x;
    }
    advance(look, box.x, start.x, box.y, cursor);
    const std::string words = explained(days[at]);
    const std::string label = words + "###day_" + core::to_string(days[at].day);
    if (ImGui::InvisibleButton(label.c_str(), box)) picked = days[at].day;
    if (ImGui::IsItemHovered() || (told == nullptr && picked == days[at].day)) told = &days[at];
    draw_box(look, days[at], late, cursor, {cursor.x + box.x, cursor.y + box.y});
    cursor.x += box.x + look.px(2);
  }
  ImGui::SetCursorScreenPos({start.x, cursor.y + box.y});
  gap(look, 4);
  if (told == nullptr) told = &days.back();
  paragraph(look, Type::Small, Tone::Secondary, explained(*told), "status");
}

}  // namespace web
