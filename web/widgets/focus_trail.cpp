#include "web/widgets/focus_trail.h"

#include <imgui_internal.h>

#include <algorithm>

namespace web {
namespace {

constexpr std::size_t kLongest = 16;

ImGuiWindow* shown_window(ImGuiID id) {
  ImGuiWindow* window = ImGui::FindWindowByID(id);
  return window != nullptr && window->WasActive ? window : nullptr;
}

}  // namespace

bool FocusTrail::restore(std::string_view screen) {
  if (windows_.empty() || shown_window(windows_.back()) != nullptr) return false;
  const bool opened = screen == "case" && screen_ != screen;
  if (opened) return true;
  while (!windows_.empty()) {
    if (ImGuiWindow* window = shown_window(windows_.back())) {
      ImGui::FocusWindow(window);
      return false;
    }
    windows_.pop_back();
  }
  return false;
}

void FocusTrail::note(std::string_view screen) {
  const ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
  // The root holds nothing itself: Dear ImGui falls back to it when it knows no better.
  if (window == nullptr || window->ParentWindow == nullptr || !window->Active) return;
  screen_ = screen;
  if (!windows_.empty() && windows_.back() == window->ID) return;
  std::erase(windows_, window->ID);
  if (windows_.size() == kLongest) windows_.erase(windows_.begin());
  windows_.push_back(window->ID);
}

void give_keys_to_next_item() {
  // Else an item that was clicked, when it is drawn, takes the keys back to its window and drops
  // the request.
  ImGui::FocusWindow(ImGui::GetCurrentContext()->CurrentWindow);
  ImGui::SetNavID(0, ImGuiNavLayer_Main, 0, {});
  ImGui::SetKeyboardFocusHere();
}

void focus_on(ImGuiID item, const ImVec4& rect) {
  ImGuiWindow *window = nullptr, *under = nullptr;
  ImGui::FindHoveredWindowEx({(rect.x + rect.z) / 2, (rect.y + rect.w) / 2}, /*first=*/true,
                             &window, &under);
  if (item == 0 || window == nullptr) return;
  ImGui::FocusWindow(window);
  ImGuiContext& ui = *ImGui::GetCurrentContext();
  ui.NavInitRequest = false;  // For want of anything better.
  // Who comes by a key sees where the keys are.
  if (ui.LastKeyboardKeyPressTime > ui.IO.MouseClickedTime[0]) ImGui::SetNavCursorVisible(true);
  ImGui::SetNavID(item, ImGuiNavLayer_Main, window->NavRootFocusScopeId,
                  ImGui::WindowRectAbsToRel(window, ImRect(rect)));
}

}  // namespace web
