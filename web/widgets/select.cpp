#include "web/widgets/select.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "web/widgets/controls.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"

namespace web {
namespace {

std::string button_label(const char* id, std::string_view label) {
  return std::string(label).append("###").append(id);
}

bool draw_entry(const Look& look, const std::string& entry, std::size_t at, bool chosen,
                float width) {
  const TextStyle style =
      text_style(look, chosen ? Type::BodyBold : Type::Body, chosen ? Tone::Accent : Tone::Plain);
  const std::string label = entry + "###entry_" + std::to_string(at);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + width, start.y + look.row};
  const bool pressed = pressable(label.c_str(), {width, look.row});
  note_item("option", entry, chosen ? "true" : "false");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRectFilled(start, end, look.colour.hover, look.px(4));
  const float y = start.y + (look.row - line_height(style)) / 2;
  draw_text(list, style, {start.x + look.px(12), y}, shortened(style, entry, width - look.px(24)));
  return pressed;
}

float list_width(const Look& look, std::span<const std::string> entries) {
  const TextStyle style = text_style(look, Type::BodyBold);
  float width = look.px(160);
  for (const std::string& entry : entries)
    width = std::max(width, std::ceil(text_width(style, entry)) + look.px(24));
  return std::min(width, look.px(360));
}

bool draw_list(const Look& look, std::span<const std::string> entries, std::size_t& chosen) {
  const float width = list_width(look, entries);
  const float wanted = look.row * static_cast<float>(entries.size());
  const float height = std::min(wanted, ImGui::GetIO().DisplaySize.y * 0.6f);
  bool changed = false;
  ImGui::BeginChild("entries", {width + ImGui::GetStyle().ScrollbarSize, height}, kTabThrough);
  // Not where it was left the last time it was open.
  if (ImGui::IsWindowAppearing())
    ImGui::SetScrollY(chosen < entries.size() ? look.row * static_cast<float>(chosen) : 0);
  for (std::size_t at = 0; at < entries.size(); ++at) {
    if (!draw_entry(look, entries[at], at, at == chosen, width)) continue;
    changed = at != chosen;
    chosen = at;
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndChild();
  return changed;
}

}  // namespace

float select_width(const Look& look, std::string_view label) {
  return menu_button_width(look, label);
}

bool select(const Look& look, const char* id, std::string_view label,
            std::span<const std::string> entries, std::size_t& chosen) {
  ImGui::PushID(id);
  const bool pressed = menu_button(look, button_label(id, label));
  note_item("combobox", label, chosen < entries.size() ? entries[chosen] : std::string());
  note_opens(ImGui::IsPopupOpen("list"));
  if (pressed) ImGui::OpenPopup("list");
  const ImVec2 below{ImGui::GetItemRectMax().x, ImGui::GetItemRectMax().y + look.px(4)};
  ImGui::SetNextWindowPos(below, ImGuiCond_Always, {1, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.px(4), look.px(4)});
  bool changed = false;
  if (ImGui::BeginPopup("list")) {
    changed = draw_list(look, entries, chosen);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
  return changed;
}

}  // namespace web
