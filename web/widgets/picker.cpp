#include "web/widgets/picker.h"

#include <imgui.h>

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "web/widgets/drop_down.h"
#include "web/widgets/outline.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/text_field.h"

namespace web {
namespace {

constexpr float kShownLines = 7;
constexpr std::size_t kSearchFrom = 9;

void list(const PickerOptions& options) {
  note_item("combobox", options.label, options.shown);
  note_opens(ImGui::IsPopupOpen("list"));
  RegistryItem* item = last_listed_item();
  if (item == nullptr) return;
  item->required = options.required;
  item->invalid = !options.problem.empty();
  item->description = options.problem;
}

/// The closed field; true when pressed.
bool draw_closed(const Look& look, const char* id, const PickerOptions& options) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + options.width, start.y + look.control};
  const std::string label = std::string(options.label).append("###").append(id);
  const bool pressed = pressable(label.c_str(), {options.width, look.control});
  list(options);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, look.colour.surface, look.px(6));
  const bool bright = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  draw_outline(list, start, end, bright ? look.colour.accent : look.colour.line, look.px(6),
               look.line);
  const bool empty = options.shown.empty();
  const TextStyle style = text_style(look, Type::Body, empty ? Tone::Secondary : Tone::Plain);
  const float y = start.y + (look.control - line_height(style)) / 2;
  draw_text(list, style, {start.x + look.px(12), y},
            shortened(style, empty ? hint_words(look, options.hint) : std::string(options.shown),
                      options.width - look.px(44)));
  const ImVec2 centre{end.x - look.px(18), (start.y + end.y) / 2};
  const float half = look.px(4);
  list.AddTriangleFilled({centre.x - half, centre.y - half / 2},
                         {centre.x + half, centre.y - half / 2},
                         {centre.x, centre.y + half / 2 + 1}, look.colour.secondary);
  return pressed;
}

/// Bold words alone are overlooked among others.
void draw_tick(const Look& look, ImVec2 at) {
  const ImVec2 line[] = {{at.x - look.px(6), at.y},
                         {at.x - look.px(2), at.y + look.px(4)},
                         {at.x + look.px(6), at.y - look.px(5)}};
  ImGui::GetWindowDrawList()->AddPolyline(line, 3, look.colour.accent, ImDrawFlags_None,
                                          look.px(2));
}

bool draw_line(const Look& look, std::string_view words, std::string_view more, bool chosen,
               std::size_t at, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + width, start.y + look.row};
  const std::string label = std::string(words).append("###pick_").append(std::to_string(at));
  const bool pressed = pressable(label.c_str(), {width, look.row});
  note_item("option", words, chosen ? "true" : "false");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRectFilled(start, end, look.colour.hover, look.px(4));
  const TextStyle style =
      text_style(look, chosen ? Type::BodyBold : Type::Body, chosen ? Tone::Accent : Tone::Plain);
  const TextStyle quiet = text_style(look, Type::Small, Tone::Secondary);
  const float room = width - look.px(chosen ? 44 : 24);
  if (chosen) draw_tick(look, {end.x - look.px(18), (start.y + end.y) / 2});
  const std::string shown = shortened(style, words, room);
  const float left = start.x + look.px(12);
  draw_text(list, style, {left, start.y + (look.row - line_height(style)) / 2}, shown);
  const float used = text_width(style, shown) + look.px(10);
  if (!more.empty() && used < room)
    draw_text(list, quiet, {left + used, start.y + (look.row - line_height(quiet)) / 2},
              shortened(quiet, more, room - used));
  return pressed;
}

std::vector<std::size_t> found(const PickerOptions& options, const std::string& search) {
  std::vector<std::size_t> shown;
  for (std::size_t at = 0; at < options.count; ++at) {
    const PickEntry entry = options.entry(at);
    if (search.empty() || core::contains(entry.words, search) || core::contains(entry.more, search))
      shown.push_back(at);
  }
  return shown;
}

std::size_t draw_list(const Look& look, const PickerOptions& options, std::string& search) {
  const float width = std::max(options.width - look.px(8), look.px(220));
  std::size_t picked = SIZE_MAX;
  if (options.count >= kSearchFrom) {
    if (ImGui::IsWindowAppearing() && !look.touch) ImGui::SetKeyboardFocusHere();
    text_field(look, "###pick_search", search, {.hint = "输入几个字查找", .width = width});
  }
  const std::vector<std::size_t> shown = found(options, search);
  const std::size_t extra = options.clearable ? 1 : 0;
  const float wanted =
      look.row * static_cast<float>(std::max<std::size_t>(shown.size() + extra, 1));
  ImGui::BeginChild("entries", {width, std::min(wanted, look.row * kShownLines)}, kTabThrough);
  if (options.clearable && draw_line(look, "不填", {}, false, SIZE_MAX, width))
    picked = kPickNothing;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(shown.size()), look.row);
  while (clipper.Step())
    for (int line = clipper.DisplayStart; line < clipper.DisplayEnd; ++line) {
      const std::size_t at = shown[static_cast<std::size_t>(line)];
      const PickEntry entry = options.entry(at);
      if (draw_line(look, entry.words, entry.more, entry.chosen, at, width)) picked = at;
    }
  if (shown.empty()) paragraph(look, Type::Body, Tone::Secondary, "没有符合的");
  ImGui::EndChild();
  if (picked != SIZE_MAX && !(options.several && picked != kPickNothing))
    ImGui::CloseCurrentPopup();
  return picked;
}

}  // namespace

std::size_t picker(const Look& look, const char* id, const PickerOptions& options,
                   std::string& search) {
  ImGui::PushID(id);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  if (draw_closed(look, id, options)) {
    search.clear();
    ImGui::OpenPopup("list");
  }
  std::size_t picked = SIZE_MAX;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.px(4), look.px(4)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0, 0});
  place_drop_down(start, {start.x + options.width, start.y + look.control},
                  look.row * (kShownLines + 1) + look.px(16), 0);
  if (ImGui::BeginPopup("list")) {
    picked = draw_list(look, options, search);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
  ImGui::PopID();
  return picked;
}

}  // namespace web
