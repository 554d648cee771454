#include "web/screens/navigation.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "web/models/words.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

struct Place {
  ImVec2 start, size;
};

bool press(const NavigationModel::Entry& entry, const Place& place, bool current) {
  std::string words(entry.words);
  if (entry.waiting > 0) words += " " + grouped(entry.waiting);
  ImGui::SetCursorScreenPos(place.start);
  const std::string label = std::string(entry.words) + "###nav_" + std::string(entry.screen);
  const bool pressed = pressable(label.c_str(), place.size);
  note_item("tab", entry.words,
            current ? "true" : (entry.waiting > 0 ? grouped(entry.waiting) : ""));
  return pressed;
}

void draw_ground(const Look& look, const Place& place, bool current) {
  if (!current && !(ImGui::IsItemHovered() && !look.touch)) return;
  const ImVec2 end{place.start.x + place.size.x, place.start.y + place.size.y};
  const ImU32 fill = current ? look.colour.accent_wash : IM_COL32(127, 127, 127, 18);
  ImGui::GetWindowDrawList()->AddRectFilled(place.start, end, fill, look.px(6));
  if (current && look.high_contrast)
    ImGui::GetWindowDrawList()->AddRect(place.start, end, look.colour.accent, look.px(6), 0,
                                        look.line);
}

void draw_beside(const Look& look, const NavigationModel::Entry& entry, const Place& place,
                 bool current) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const TextStyle style = text_style(look, current ? Type::BodyBold : Type::Body,
                                     current ? Tone::Accent : Tone::Secondary);
  const float y = place.start.y + (place.size.y - line_height(style)) / 2;
  draw_text(list, style, {place.start.x + look.px(14), y}, entry.words);
  if (entry.waiting == 0) return;
  const TextStyle count = text_style(look, current ? Type::SmallBold : Type::Small, Tone::Late);
  const std::string number = grouped(entry.waiting);
  const float x = place.start.x + place.size.x - look.px(14) - text_width(count, number);
  draw_text(list, count, {x, place.start.y + (place.size.y - line_height(count)) / 2}, number);
}

void draw_stacked(const Look& look, const NavigationModel::Entry& entry, const Place& place,
                  bool current) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  TextStyle style = text_style(look, current ? Type::SmallBold : Type::Small,
                               current ? Tone::Accent : Tone::Secondary);
  TextStyle count = text_style(look, Type::Small, Tone::Late);
  count.size = look.px(13);
  // Where 单位领导 is too long for its place it stands in two lines of the same length.
  const float whole = text_width(style, entry.words);
  const float room = whole > place.size.x ? std::ceil(whole / 2) + 1 : place.size.x;
  const std::vector<std::string> lines = broken(style, entry.words, room);
  const float height = line_height(style) * static_cast<float>(lines.size()) +
                       (entry.waiting > 0 ? line_height(count) : 0);
  float y = place.start.y + (place.size.y - height) / 2;
  const auto draw_line = [&](const TextStyle& line, std::string_view words) {
    const float top = y;
    y += line_height(line);
    draw_centred(list, line, {place.start.x, top}, {place.start.x + place.size.x, y}, words);
  };
  for (const std::string& line : lines) draw_line(style, line);
  if (entry.waiting > 0) draw_line(count, grouped(entry.waiting));
}

Place place_of(const Look& look, std::size_t at, std::size_t count) {
  const ImVec2 window = ImGui::GetWindowPos();
  const ImVec2 origin{window.x, window.y - ImGui::GetScrollY()};
  const ImVec2 size = ImGui::GetWindowSize();
  if (look.layout == Layout::Desktop)
    return {{origin.x + look.px(8), origin.y + look.px(12) + static_cast<float>(at) * look.px(40)},
            {size.x - look.px(16), look.px(40)}};
  if (look.layout == Layout::Tablet) {  // closer together where large text leaves little height
    const float each =
        std::clamp(std::floor(size.y / static_cast<float>(count)), look.px(44), look.px(56));
    const float above =
        std::clamp((size.y - each * static_cast<float>(count)) / 2, 0.0f, look.px(10));
    return {{origin.x + look.px(6), origin.y + above + static_cast<float>(at) * each},
            {size.x - look.px(12), std::max(look.px(44), each - look.px(4))}};
  }
  const float width = size.x / static_cast<float>(count);
  return {{origin.x + width * static_cast<float>(at) + look.px(4), origin.y + look.px(4)},
          {width - look.px(8), size.y - look.px(8)}};
}

void draw_edge(const Look& look) {
  const ImVec2 start = ImGui::GetWindowPos();
  const ImVec2 end{start.x + ImGui::GetWindowWidth(), start.y + ImGui::GetWindowHeight()};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, look.colour.surface);
  if (look.layout == Layout::Portrait)
    list.AddRectFilled(start, {end.x, start.y + look.line}, look.colour.line);
  else
    list.AddRectFilled({end.x - look.line, start.y}, end, look.colour.line);
}

/// What does not fit into the bar of a portrait screen: a list over its last place.
void draw_more(const Look& look, const NavigationModel& model, std::size_t shown, Wishes& out) {
  const Place place = place_of(look, shown, shown + 1);
  bool current = false;
  for (std::size_t at = shown; at < model.entries.size(); ++at)
    current = current || model.entries[at].screen == model.current;
  const NavigationModel::Entry more{"more", "更多", 0};
  if (press(more, place, current)) ImGui::OpenPopup("more");
  note_opens(ImGui::IsPopupOpen("more"));
  draw_ground(look, place, current);
  draw_stacked(look, more, place, current);
  ImGui::SetNextWindowPos({place.start.x + place.size.x, place.start.y}, ImGuiCond_Always, {1, 1});
  if (!ImGui::BeginPopup("more")) return;
  for (std::size_t at = shown; at < model.entries.size(); ++at) {
    const NavigationModel::Entry& entry = model.entries[at];
    const Place line{ImGui::GetCursorScreenPos(), {look.px(180), look.px(52)}};
    const bool here = entry.screen == model.current;
    if (press(entry, line, here)) {
      out.screen = entry.screen;
      ImGui::CloseCurrentPopup();
    }
    draw_ground(look, line, here);
    draw_beside(look, entry, line, here);
  }
  ImGui::EndPopup();
}

}  // namespace

float rail_width(const Look& look) {
  if (look.layout == Layout::Desktop) return look.px(188);
  return look.layout == Layout::Tablet ? look.px(84) : 0;
}

float bottom_height(const Look& look) { return look.layout == Layout::Portrait ? look.px(64) : 0; }

void draw_navigation(const Look& look, const NavigationModel& model, Wishes& out) {
  draw_edge(look);
  constexpr std::size_t kMostInBar = 8;
  const bool crowded = look.layout == Layout::Portrait && model.entries.size() > kMostInBar;
  const std::size_t shown = crowded ? kMostInBar - 1 : model.entries.size();
  for (std::size_t at = 0; at < shown; ++at) {
    const NavigationModel::Entry& entry = model.entries[at];
    const Place place = place_of(look, at, crowded ? kMostInBar : shown);
    const bool current = entry.screen == model.current;
    if (press(entry, place, current)) out.screen = entry.screen;
    draw_ground(look, place, current);
    if (look.layout == Layout::Desktop)
      draw_beside(look, entry, place, current);
    else
      draw_stacked(look, entry, place, current);
  }
  if (crowded) draw_more(look, model, shown, out);
}

}  // namespace web
