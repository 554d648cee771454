#include "web/widgets/pressable.h"

#include <imgui_internal.h>

namespace web {

bool pressable(const char* label, ImVec2 size) {
  return ImGui::InvisibleButton(label, size, ImGuiButtonFlags_EnableNav);
}

bool pressable_by_pointer(const char* label, ImVec2 size) {
  return ImGui::InvisibleButton(label, size);
}

void draw_focus_ring(const Look& look) {
  const ImGuiContext& ui = *ImGui::GetCurrentContext();
  ImGuiWindow* window = ui.NavWindow;
  // A field that is typed into has an edge of its own.
  if (!ui.NavCursorVisible || ui.NavId == 0 || window == nullptr || ui.ActiveId == ui.NavId) return;
  if (ui.IO.AppFocusLost) return;  // Keys go elsewhere, to the page's own buttons perhaps.
  const ImRect rect = ImGui::WindowRectRelToAbs(window, window->NavRectRel[ui.NavLayer]);
  if (rect.GetWidth() < 1) return;
  const float out = look.px(1);
  const ImRect clip = window->ParentWindow == nullptr ? window->Rect() : window->OuterRectClipped;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.PushClipRect({clip.Min.x - out, clip.Min.y - out}, {clip.Max.x + out, clip.Max.y + out});
  list.AddRect({rect.Min.x - out, rect.Min.y - out}, {rect.Max.x + out, rect.Max.y + out},
               look.colour.accent, look.px(6), 0, look.px(look.high_contrast ? 4 : 3));
  list.PopClipRect();
}

}  // namespace web
