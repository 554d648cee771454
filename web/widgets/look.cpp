#include "web/widgets/look.h"

#include <algorithm>
#include <cmath>

namespace web {
namespace {

constexpr ImU32 rgb(unsigned value) {
  return IM_COL32((value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF, 0xFF);
}

Layout layout_of(const LookInput& input) {
  const float width = input.width / input.scale;
  const float height = input.height / input.scale;
  if (width < 1000 && width < height) return Layout::Portrait;
  return width < 1240 || input.touch ? Layout::Tablet : Layout::Desktop;
}

void set(ImGuiStyle& style, ImGuiCol which, ImU32 colour) {
  style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
}

void apply_colours(const Look& look, ImGuiStyle& style) {
  const Colours& colour = look.colour;
  set(style, ImGuiCol_Text, colour.text);
  set(style, ImGuiCol_TextDisabled, colour.secondary);
  set(style, ImGuiCol_InputTextCursor, colour.text);
  set(style, ImGuiCol_WindowBg, colour.background);
  set(style, ImGuiCol_ChildBg, IM_COL32_BLACK_TRANS);
  set(style, ImGuiCol_PopupBg, colour.surface);
  set(style, ImGuiCol_Border, colour.line);
  set(style, ImGuiCol_FrameBg, colour.surface);
  set(style, ImGuiCol_FrameBgHovered, colour.surface);
  set(style, ImGuiCol_FrameBgActive, colour.surface);
  set(style, ImGuiCol_TextSelectedBg, colour.marked);
  set(style, ImGuiCol_NavCursor, colour.accent);
  set(style, ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
  set(style, ImGuiCol_ScrollbarGrab, colour.line);
  set(style, ImGuiCol_ScrollbarGrabHovered, colour.secondary);
  set(style, ImGuiCol_ScrollbarGrabActive, colour.secondary);
}

void apply_sizes(const Look& look, ImGuiStyle& style) {
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.ChildBorderSize = 0;
  style.ChildRounding = 0;
  style.PopupRounding = look.px(6);
  style.PopupBorderSize = look.line;
  style.FrameRounding = look.px(6);
  style.FrameBorderSize = look.line;
  style.FramePadding = {look.px(12), std::floor((look.control - look.body) / 2)};
  style.ItemSpacing = {0, 0};
  style.ItemInnerSpacing = {0, 0};
  style.ScrollbarSize = look.px(look.touch ? 12 : 10);
  style.ScrollbarRounding = look.px(5);
  style.DisabledAlpha = 0.45f;
  style.HoverStationaryDelay = 0;
  style.WindowMinSize = {1, 1};
}

Colours light_colours() {
  return {.background = rgb(0xF4F6F8),
          .surface = rgb(0xFFFFFF),
          .line = rgb(0xE1E5EA),
          .text = rgb(0x1B1F24),
          .secondary = rgb(0x5B6470),
          .accent = rgb(0x1F4E8C),
          .accent_wash = rgb(0xE8EFF8),
          .on_accent = rgb(0xFFFFFF),
          .marked = rgb(0xBCD3F2),
          .hover = rgb(0xE8EFF8),
          .late = rgb(0xB3261E),
          .late_wash = rgb(0xFBEBEA),
          .due = rgb(0x9A5B00),
          .due_wash = rgb(0xFBF1DF),
          .good = rgb(0x2B7A4B),
          .good_wash = rgb(0xE7F4EC)};
}

Colours dark_colours() {
  return {.background = rgb(0x13161A),
          .surface = rgb(0x1B1F25),
          .line = rgb(0x2C323B),
          .text = rgb(0xE8EAED),
          .secondary = rgb(0x9AA4B2),
          .accent = rgb(0x8AB8F5),
          .accent_wash = rgb(0x22303F),
          .on_accent = rgb(0x13161A),
          .marked = rgb(0x35506F),
          .hover = rgb(0x22303F),
          .late = rgb(0xFF9A90),
          .late_wash = rgb(0x3A2322),
          .due = rgb(0xF2B84B),
          .due_wash = rgb(0x38301F),
          .good = rgb(0x83D0A1),
          .good_wash = rgb(0x1F3328)};
}

Colours high_contrast_colours() {
  return {.background = rgb(0xFFFFFF),
          .surface = rgb(0xFFFFFF),
          .line = rgb(0x000000),
          .text = rgb(0x000000),
          .secondary = rgb(0x000000),
          .accent = rgb(0x00337A),
          .accent_wash = rgb(0xFFFFFF),
          .on_accent = rgb(0xFFFFFF),
          .marked = rgb(0x8CBEFF),
          .hover = rgb(0xCFE2FF),
          .late = rgb(0x8F0000),
          .late_wash = rgb(0xFFFFFF),
          .due = rgb(0x5C3600),
          .due_wash = rgb(0xFFFFFF),
          .good = rgb(0x004D22),
          .good_wash = rgb(0xFFFFFF)};
}

Colours dark_high_contrast_colours() {
  return {.background = rgb(0x000000),
          .surface = rgb(0x000000),
          .line = rgb(0xFFFFFF),
          .text = rgb(0xFFFFFF),
          .secondary = rgb(0xFFFFFF),
          .accent = rgb(0xA6CEFF),
          .accent_wash = rgb(0x000000),
          .on_accent = rgb(0x000000),
          .marked = rgb(0x0B4F9E),
          .hover = rgb(0x123A66),
          .late = rgb(0xFFB3AC),
          .late_wash = rgb(0x000000),
          .due = rgb(0xFFD27A),
          .due_wash = rgb(0x000000),
          .good = rgb(0x9BEFB9),
          .good_wash = rgb(0x000000)};
}

}  // namespace

Colours colours_for(bool dark, bool high_contrast) {
  if (high_contrast) return dark ? dark_high_contrast_colours() : high_contrast_colours();
  return dark ? dark_colours() : light_colours();
}

float Look::px(float design) const { return std::round(design * scale); }

ImU32 Look::ink(Tone tone) const {
  switch (tone) {
    case Tone::Plain:
      return colour.text;
    case Tone::Secondary:
      return colour.secondary;
    case Tone::Accent:
      return colour.accent;
    case Tone::Late:
      return colour.late;
    case Tone::Due:
      return colour.due;
    case Tone::Good:
      return colour.good;
  }
  return colour.text;
}

ImU32 Look::wash(Tone tone) const {
  switch (tone) {
    case Tone::Plain:
    case Tone::Secondary:
      return colour.background;
    case Tone::Accent:
      return colour.accent_wash;
    case Tone::Late:
      return colour.late_wash;
    case Tone::Due:
      return colour.due_wash;
    case Tone::Good:
      return colour.good_wash;
  }
  return colour.background;
}

Look make_look(const LookInput& given, Fonts fonts) {
  LookInput input = given;
  input.scale = std::clamp(input.scale, 0.5f, 8.0f);
  Look look;
  look.colour = colours_for(input.dark, input.high_contrast);
  look.layout = layout_of(input);
  look.touch = input.touch || look.layout != Layout::Desktop;
  look.high_contrast = input.high_contrast;
  look.scale = input.scale;
  look.line = input.high_contrast ? look.px(2) : 1;
  look.small = look.px(look.touch ? 15 : 13);
  look.body = look.px(look.touch ? 17 : 15);
  look.heading = look.px(17);
  look.title = look.px(22);
  look.row = look.px(look.touch ? 48 : 40);
  look.control = look.px(look.touch ? 44 : 38);
  ImFont* fallback = ImGui::GetFont();
  look.regular = fonts.regular != nullptr ? fonts.regular : fallback;
  look.bold = fonts.bold != nullptr ? fonts.bold : look.regular;
  return look;
}

void apply(const Look& look) {
  ImGuiStyle& style = ImGui::GetStyle();
  apply_colours(look, style);
  apply_sizes(look, style);
}

}  // namespace web
