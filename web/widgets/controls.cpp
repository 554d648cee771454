#include "web/widgets/controls.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "web/widgets/outline.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"

namespace web {
namespace {

struct Paint {
  ImU32 fill;
  ImU32 border;
  Tone ink;
  bool on_accent;
};

void draw_triangle(const Look& look, ImVec2 centre) {
  const float half = look.px(4);
  ImGui::GetWindowDrawList()->AddTriangleFilled(
      {centre.x - half, centre.y - half / 2}, {centre.x + half, centre.y - half / 2},
      {centre.x, centre.y + half / 2 + 1}, look.colour.secondary);
}

/// The pressable box itself: words in the middle, room for a sign after them.
bool box_button(const Look& look, std::string_view label, const Paint& paint, float sign = 0) {
  const std::string id(label);
  const ImVec2 size{button_width(look, label) + sign, look.control};
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const bool pressed = pressable(id.c_str(), size);
  const ImVec2 end{start.x + size.x, start.y + size.y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, paint.fill, look.px(6));
  const ImU32 sheen = paint.on_accent ? IM_COL32(255, 255, 255, 28) : IM_COL32(127, 127, 127, 22);
  if (ImGui::IsItemHovered() && !look.touch) list.AddRectFilled(start, end, sheen, look.px(6));
  draw_outline(list, start, end, paint.border, look.px(6), look.line);
  TextStyle style = text_style(look, Type::Body, paint.ink);
  if (paint.on_accent) style.colour = look.colour.on_accent;
  draw_centred(list, style, start, {end.x - sign, end.y}, shown_label(label));
  if (sign > 0) draw_triangle(look, {end.x - sign - look.px(4), (start.y + end.y) / 2});
  return pressed;
}

/// Half a turn, its head to the left for -1, to the right for 1.
void draw_arrow(const Look& look, ImVec2 centre, float side, ImU32 ink) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float radius = look.px(5), head = look.px(4);
  const float top = centre.y - radius + look.px(1), bottom = top + radius * 2;
  constexpr float kQuarter = IM_PI / 2;
  list.PathLineTo({centre.x + side * radius * 1.4f, top});
  if (side > 0)
    list.PathArcTo({centre.x - look.px(2), centre.y + look.px(1)}, radius, -kQuarter,
                   -3 * kQuarter);
  else
    list.PathArcTo({centre.x + look.px(2), centre.y + look.px(1)}, radius, -kQuarter, kQuarter);
  list.PathLineTo({centre.x + side * look.px(3), bottom});
  list.PathStroke(ink, 0, look.px(1.7f));
  const float tip = centre.x + side * (radius * 1.4f + look.px(2));
  list.AddTriangleFilled({tip, top}, {tip - side * head * 1.3f, top - head},
                         {tip - side * head * 1.3f, top + head}, ink);
}

}  // namespace

float button_width(const Look& look, std::string_view label) {
  const TextStyle style = text_style(look, Type::Body);
  const float words = text_width(style, shown_label(label));
  return std::max(std::ceil(words) + look.px(32), look.touch ? look.px(44) : 0.0f);
}

bool button(const Look& look, std::string_view label, ButtonKind kind, bool disabled) {
  const Colours& colour = look.colour;
  // Where greys are few, what cannot be pressed has no edge.
  const ImU32 edge = disabled && look.high_contrast ? colour.surface : colour.line;
  Paint paint{colour.surface, edge, disabled ? Tone::Secondary : Tone::Plain, false};
  if (kind == ButtonKind::Primary && !disabled)
    paint = {colour.accent, colour.accent, Tone::Plain, true};
  ImGui::BeginDisabled(disabled);
  const bool pressed = box_button(look, label, paint);
  ImGui::EndDisabled();
  return pressed;
}

bool arrow_button(const Look& look, std::string_view label, bool back, bool disabled) {
  ImGui::BeginDisabled(disabled);
  const std::string id(label);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const bool pressed = pressable(id.c_str(), {look.control, look.control});
  const ImVec2 end{start.x + look.control, start.y + look.control};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, look.colour.surface, look.px(6));
  if (!disabled || !look.high_contrast)
    draw_outline(list, start, end, look.colour.line, look.px(6), look.line);
  draw_arrow(look, {(start.x + end.x) / 2, (start.y + end.y) / 2}, back ? -1.0f : 1.0f,
             disabled ? look.colour.secondary : look.colour.text);
  ImGui::EndDisabled();
  return pressed;
}

float menu_button_width(const Look& look, std::string_view label) {
  return button_width(look, label) + look.px(14);
}

bool menu_button(const Look& look, std::string_view label) {
  const Colours& colour = look.colour;
  return box_button(look, label, {colour.surface, colour.line, Tone::Plain, false}, look.px(14));
}

bool pill(const Look& look, std::string_view label, bool selected, Tone tone) {
  const Colours& colour = look.colour;
  const Paint paint = selected ? Paint{colour.accent, colour.accent, Tone::Plain, true}
                               : Paint{colour.surface, colour.line, tone, false};
  const bool pressed = box_button(look, label, paint);
  note_item("button", shown_label(label), selected ? "true" : "false");
  return pressed;
}

bool link(const Look& look, std::string_view label, Type type) {
  const std::string id(label);
  const std::string_view words = shown_label(label);
  const TextStyle style = text_style(look, type, Tone::Accent);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size{std::ceil(text_width(style, words)), line_height(style)};
  const bool pressed = pressable(id.c_str(), size);
  note_item("link", words);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_text(list, style, start, words);
  if (ImGui::IsItemHovered()) {
    const float y = start.y + size.y - look.px(2);
    list.AddLine({start.x, y}, {start.x + size.x, y}, style.colour, 1);
  }
  return pressed;
}

float right_edge() { return ImGui::GetCurrentWindow()->WorkRect.Max.x; }

void same_line_or_wrap(const Look& look, float width, float gap_design) {
  const float next = ImGui::GetItemRectMax().x + look.px(gap_design) + width;
  if (next <= right_edge())
    ImGui::SameLine(0, look.px(gap_design));
  else
    gap(look, gap_design);
}

void same_line_at_end(const Look& look, float width) {
  const float spare = right_edge() - ImGui::GetItemRectMax().x - width;
  if (spare >= look.px(8))
    ImGui::SameLine(0, spare);
  else
    gap(look, 8);
}

ImVec2 chip_size(const Look& look, std::string_view text) {
  const TextStyle style = text_style(look, Type::Small);
  return {std::ceil(text_width(style, text)) + look.px(16), line_height(style) + look.px(3)};
}

void draw_chip(const Look& look, ImDrawList& list, ImVec2 top_left, std::string_view text,
               Tone tone, bool on_wash) {
  const ImVec2 size = chip_size(look, text);
  const ImVec2 end{top_left.x + size.x, top_left.y + size.y};
  const ImU32 fill = on_wash && tone == Tone::Accent ? look.colour.surface : look.wash(tone);
  list.AddRectFilled(top_left, end, fill, look.px(4));
  if (look.high_contrast) draw_outline(list, top_left, end, look.ink(tone), look.px(4), look.line);
  draw_centred(list, text_style(look, Type::Small, tone), top_left, end, text);
}

void chip(const Look& look, std::string_view text, Tone tone) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size = chip_size(look, text);
  draw_chip(look, *ImGui::GetWindowDrawList(), start, text, tone);
  ImGui::Dummy(size);
  note("status", text, start, {start.x + size.x, start.y + size.y});
}

void draw_card(const Look& look, ImDrawList& list, ImVec2 top_left, ImVec2 bottom_right) {
  list.AddRectFilled(top_left, bottom_right, look.colour.surface, look.px(8));
  draw_outline(list, top_left, bottom_right, look.colour.line, look.px(8), look.line);
}

void begin_card(const Look& look, const char* id, ImVec2 size) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  draw_card(look, *ImGui::GetWindowDrawList(), start, {start.x + size.x, start.y + size.y});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.px(18), look.px(16)});
  ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding | kTabThrough,
                    ImGuiWindowFlags_NoBackground);
  ImGui::PopStyleVar();
}

void end_card() { ImGui::EndChild(); }

}  // namespace web
