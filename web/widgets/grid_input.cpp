#include "web/widgets/grid_input.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "web/widgets/registry.h"

namespace web {
namespace {

/// One notch of the wheel moves as far as in Dear ImGui's own windows, so dragging by finger, which
/// the page turns into wheel events, feels the same everywhere.
float wheel_step(float lines, float page) {
  return std::trunc(std::min(lines * ImGui::GetCurrentWindow()->FontRefSize, page * 0.67f));
}

void take_wheel(const GridLayout& layout, GridMemory& memory) {
  if (!ImGui::IsWindowHovered()) return;
  const ImGuiIO& io = ImGui::GetIO();
  const float down = io.KeyShift ? 0 : io.MouseWheel;
  const float aside = io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0);
  memory.top -= static_cast<double>(down * wheel_step(5, layout.body_height()));
  memory.left -= aside * wheel_step(2, layout.body_right - layout.start.x);
}

bool pressed(ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat); }

/// How many rows a key moves; 0 for none.
long steps(const GridLayout& layout, std::size_t rows) {
  const long page = std::max(1L, static_cast<long>(layout.body_height() / layout.row_height) - 1);
  if (pressed(ImGuiKey_DownArrow)) return 1;
  if (pressed(ImGuiKey_UpArrow)) return -1;
  if (pressed(ImGuiKey_PageDown)) return page;
  if (pressed(ImGuiKey_PageUp)) return -page;
  if (pressed(ImGuiKey_Home)) return -static_cast<long>(rows);
  if (pressed(ImGuiKey_End)) return static_cast<long>(rows);
  return 0;
}

void take_keys(std::size_t rows, const GridOptions& options, const GridLayout& layout,
               GridMemory& memory, GridAsk& ask) {
  if (rows == 0 || !ImGui::IsWindowFocused() || ImGui::GetIO().WantTextInput) return;
  if (options.selected && ImGui::IsKeyPressed(ImGuiKey_Enter, false)) ask.opened = options.selected;
  const long moved = steps(layout, rows);
  if (moved == 0) return;
  const long here = options.selected ? static_cast<long>(*options.selected) : (moved > 0 ? -1 : 0);
  ask.pressed = static_cast<std::size_t>(std::clamp(here + moved, 0L, static_cast<long>(rows) - 1));
  memory.reveal = true;
}

struct Bar {
  ImVec2 start, end;  // the track
  double content, view;
  bool upright;
};

/// Draws one bar and returns where it was dragged to, or `place`.
double draw_bar(const Look& look, const char* id, const Bar& bar, double place, float& drag) {
  const float length = bar.upright ? bar.end.y - bar.start.y : bar.end.x - bar.start.x;
  const float grab = std::max(look.px(24), static_cast<float>(bar.view / bar.content) * length);
  const double most = bar.content - bar.view;
  float at = static_cast<float>(place / most) * (length - grab);
  ImGui::SetCursorScreenPos(bar.start);
  ImGui::InvisibleButton(id, {bar.end.x - bar.start.x, bar.end.y - bar.start.y});
  note_item("scrollbar", shown_label(id));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float pointer = bar.upright ? mouse.y - bar.start.y : mouse.x - bar.start.x;
  if (ImGui::IsItemActivated())
    drag = pointer >= at && pointer <= at + grab ? pointer - at : grab / 2;
  if (ImGui::IsItemActive()) {
    at = std::clamp(pointer - drag, 0.0f, length - grab);
    place = static_cast<double>(at) / static_cast<double>(length - grab) * most;
  }
  const float thin = look.px(2);
  const ImU32 colour =
      ImGui::IsItemActive() || ImGui::IsItemHovered() ? look.colour.secondary : look.colour.line;
  const ImVec2 from = bar.upright ? ImVec2{bar.start.x + thin, bar.start.y + at}
                                  : ImVec2{bar.start.x + at, bar.start.y + thin};
  const ImVec2 to = bar.upright ? ImVec2{bar.end.x - thin, from.y + grab}
                                : ImVec2{from.x + grab, bar.end.y - thin};
  ImGui::GetWindowDrawList()->AddRectFilled(from, to, colour, look.px(4));
  return place;
}

}  // namespace

void scroll_grid(const Look&, std::size_t rows, const GridOptions& options,
                 const GridLayout& layout, GridMemory& memory, GridAsk& ask) {
  take_wheel(layout, memory);
  take_keys(rows, options, layout, memory, ask);
  const std::optional<std::size_t> shown = ask.pressed ? ask.pressed : options.selected;
  if (memory.reveal && shown) reveal_row(layout, memory, *shown);
  memory.reveal = false;
}

void draw_scrollbars(const Look& look, const GridLayout& layout, GridMemory& memory) {
  const float thick = ImGui::GetStyle().ScrollbarSize;
  if (layout.scrolls()) {
    const Bar bar{{layout.end.x - thick, layout.header_bottom + look.px(2)},
                  {layout.end.x, layout.body_bottom - look.px(2)},
                  layout.content_height,
                  static_cast<double>(layout.body_height()),
                  /*upright=*/true};
    memory.top = draw_bar(look, "滚动条###scroll_down", bar, memory.top, memory.drag);
  }
  if (layout.scrolls_sideways()) {
    const Bar bar{
        {layout.frozen_right, layout.end.y - thick},
        {layout.body_right, layout.end.y},
        static_cast<double>(layout.columns_width - (layout.frozen_right - layout.start.x)),
        static_cast<double>(layout.body_right - layout.frozen_right),
        /*upright=*/false};
    memory.left = static_cast<float>(draw_bar(look, "横向滚动条###scroll_aside", bar,
                                              static_cast<double>(memory.left), memory.drag));
  }
}

}  // namespace web
