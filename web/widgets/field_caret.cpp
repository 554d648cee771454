#include "web/widgets/field_caret.h"

#include <algorithm>
#include <cfloat>
#include <optional>
#include <string_view>

namespace web {
namespace {

std::string_view text_of(const ImGuiInputTextCallbackData& data) {
  return {data.Buf, static_cast<std::size_t>(data.BufTextLen)};
}

void select(ImGuiInputTextCallbackData& data, std::size_t from, const TextPlace& to,
            FieldCaret& caret) {
  data.SelectionStart = static_cast<int>(from);
  data.SelectionEnd = data.CursorPos = static_cast<int>(to.at);
  caret.place = to;
}

std::size_t selection_start(const ImGuiInputTextCallbackData& data, const TextPlace& to) {
  return ImGui::GetIO().KeyShift ? static_cast<std::size_t>(data.SelectionStart) : to.at;
}

/// As a Mac's ⌘ with an arrow, which Dear ImGui calls Ctrl: to the ends of the line or of the text.
std::optional<TextPlace> led_by_command(const WrappedText& lines, FieldCaret& caret) {
  const std::size_t line = lines.line_of(caret.place);
  if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) return lines.nearest(line, 0);
  if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) return lines.nearest(line, FLT_MAX);
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) return TextPlace{};
  if (!ImGui::IsKeyPressed(ImGuiKey_DownArrow)) return std::nullopt;
  return lines.nearest(lines.lines() - 1, FLT_MAX);
}

/// Where a key leads that goes by lines; nothing when none was pressed. With Ctrl they go by the
/// whole text, which Dear ImGui does right.
std::optional<TextPlace> led_by_key(const WrappedText& lines, FieldCaret& caret) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl) {
    if (!io.ConfigMacOSXBehaviors) return std::nullopt;
    const std::optional<TextPlace> led = led_by_command(lines, caret);
    if (led) caret.wanted = -1;
    return led;
  }
  const std::size_t line = lines.line_of(caret.place);
  const bool home = ImGui::IsKeyPressed(ImGuiKey_Home);
  if (home || ImGui::IsKeyPressed(ImGuiKey_End)) {
    caret.wanted = -1;
    return lines.nearest(line, home ? 0 : FLT_MAX);
  }
  const bool first = ImGui::IsKeyPressed(ImGuiKey_PageUp);
  const bool up = first || ImGui::IsKeyPressed(ImGuiKey_UpArrow);
  const bool last = ImGui::IsKeyPressed(ImGuiKey_PageDown);
  if (!up && !last && !ImGui::IsKeyPressed(ImGuiKey_DownArrow)) return std::nullopt;
  if (caret.wanted < 0) caret.wanted = lines.offset(caret.place).x;
  if (up && line == 0) return TextPlace{};
  const std::size_t to = first ? 0 : up ? line - 1 : last ? lines.lines() - 1 : line + 1;
  return lines.nearest(to, caret.wanted);
}

void click(const WrappedText& lines, ImVec2 offset, ImGuiInputTextCallbackData& data,
           FieldCaret& caret) {
  const int times = ImGui::GetIO().MouseClickedCount[0];
  const TextPlace place = lines.nearest(offset);
  caret.dragging = times == 1;
  if (times == 1) {
    caret.anchor = selection_start(data, place);
    return select(data, caret.anchor, place, caret);
  }
  const std::string_view text = text_of(data);
  Span taken = word_around(text, place.at);
  if (times % 2 != 0)
    taken = {place.at == 0 ? 0 : text.rfind('\n', place.at - 1) + 1,
             std::min(text.size(), text.find('\n', place.at))};
  select(data, taken.begin, {taken.end, true}, caret);
}

bool led_by_mouse(const WrappedText& lines, ImVec2 start, const ImRect& frame,
                  ImGuiInputTextCallbackData& data, FieldCaret& caret) {
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 offset{io.MousePos.x - start.x, io.MousePos.y - start.y};
  if (io.MouseClicked[0] && frame.Contains(io.MousePos)) {
    click(lines, offset, data, caret);
    return true;
  }
  caret.dragging = caret.dragging && io.MouseDown[0];
  if (!caret.dragging || (io.MouseDelta.x == 0 && io.MouseDelta.y == 0)) return false;
  select(data, caret.anchor, lines.nearest(offset), caret);
  return true;
}

}  // namespace

FieldCaret& field_caret() {
  static FieldCaret caret;
  return caret;
}

void steer_caret(const WrappedText& lines, ImVec2 start, const ImRect& frame,
                 ImGuiInputTextCallbackData& data, FieldCaret& caret) {
  const std::size_t before = caret.place.at;
  if (led_by_mouse(lines, start, frame, data, caret)) {
    caret.wanted = -1;
  } else if (const std::optional<TextPlace> to = led_by_key(lines, caret)) {
    select(data, selection_start(data, *to), *to, caret);
  } else if (caret.place.at != static_cast<std::size_t>(data.CursorPos)) {
    caret.place = {static_cast<std::size_t>(data.CursorPos), false};
    caret.wanted = -1;
  }
  constexpr int kFramesToGrow = 3;
  if (caret.place.at != before) caret.followed = kFramesToGrow;
}

}  // namespace web
