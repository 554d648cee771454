#include "web/browser/input.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>

#include "web/browser/keys.h"
#include "web/browser/page.h"

namespace web {
namespace {

// Device pixels between the two clicks of a double click: nobody taps one place twice.
constexpr float kDoubleClickMouse = 8;
constexpr float kDoubleClickFinger = 56;

ImGuiMouseSource source_of(Hand hand) {
  if (hand == Hand::Finger) return ImGuiMouseSource_TouchScreen;
  return hand == Hand::Pen ? ImGuiMouseSource_Pen : ImGuiMouseSource_Mouse;
}

const char* cursor_name(ImGuiMouseCursor cursor) {
  switch (cursor) {
    case ImGuiMouseCursor_TextInput:
      return "text";
    case ImGuiMouseCursor_ResizeAll:
      return "move";
    case ImGuiMouseCursor_ResizeNS:
      return "ns-resize";
    case ImGuiMouseCursor_ResizeEW:
      return "ew-resize";
    case ImGuiMouseCursor_ResizeNESW:
      return "nesw-resize";
    case ImGuiMouseCursor_ResizeNWSE:
      return "nwse-resize";
    case ImGuiMouseCursor_Hand:
      return "pointer";
    case ImGuiMouseCursor_NotAllowed:
      return "not-allowed";
    default:
      return "default";
  }
}

bool scrolls(const ImGuiWindow* window, ImGuiAxis axis) {
  return (axis == ImGuiAxis_Y ? window->ScrollMax.y : window->ScrollMax.x) > 0;
}

// The window a wheel would move: the first one up from the hovered that can scroll that way.
const ImGuiWindow* scrolled_window(ImGuiAxis axis) {
  const ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow;
  while (window != nullptr && !scrolls(window, axis) && window->ParentWindow != nullptr &&
         window != window->RootWindow)
    window = window->ParentWindow;
  return window;
}

// Dear ImGui moves by wheel notches of five lines (two sideways), at most two thirds of the window;
// a browser tells pixels. Asking for the notches that make those pixels keeps a finger on its row.
float notches(float pixels, ImGuiAxis axis) {
  const ImGuiWindow* window = scrolled_window(axis);
  if (window == nullptr || pixels == 0) return 0;
  const float lines = axis == ImGuiAxis_Y ? 5.0f : 2.0f;
  const float inner =
      axis == ImGuiAxis_Y ? window->InnerRect.GetHeight() : window->InnerRect.GetWidth();
  const float step = ImTrunc(std::min(lines * window->FontRefSize, inner * 0.67f));
  return step > 0 ? -pixels / step : 0;
}

void add_modifiers(ImGuiIO& io, const Modifiers& held) {
  io.AddKeyEvent(ImGuiMod_Ctrl, held.control);
  io.AddKeyEvent(ImGuiMod_Shift, held.shift);
  io.AddKeyEvent(ImGuiMod_Alt, held.alt);
  io.AddKeyEvent(ImGuiMod_Super, held.meta);
}

const char* clipboard_text(ImGuiContext*) {
  return static_cast<const std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)
      ->c_str();
}

void keep_clipboard_text(ImGuiContext*, const char* text) {
  *static_cast<std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData) = text;
  page::set_clipboard(text);
}

void show_text_input(ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
  page::set_text_input(data->WantTextInput || data->WantVisible, data->InputPos.x, data->InputPos.y,
                       data->InputLineHeight);
}

}  // namespace

void Input::connect(bool apple) {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendPlatformName = "zelian page";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigNavEscapeClearFocusItem = false;  // Tab goes on from where it was.
  io.ConfigMacOSXBehaviors = apple;
  // A blinking cursor would be the only thing that draws frames while nobody does anything.
  io.ConfigInputTextCursorBlink = false;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_ClipboardUserData = &clipboard_;
  platform.Platform_GetClipboardTextFn = clipboard_text;
  platform.Platform_SetClipboardTextFn = keep_clipboard_text;
  platform.Platform_SetImeDataFn = show_text_input;
}

void Input::move(float x, float y, Hand hand) {
  hand_ = hand;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(source_of(hand));
  io.AddMousePosEvent(x, y);
}

void Input::press(int button, bool down, Hand hand) {
  if (button < 0 || button >= ImGuiMouseButton_COUNT) return;
  hand_ = hand;
  ImGuiIO& io = ImGui::GetIO();
  io.MouseDoubleClickMaxDist = hand == Hand::Mouse ? kDoubleClickMouse : kDoubleClickFinger;
  io.AddMouseSourceEvent(source_of(hand));
  io.AddMouseButtonEvent(button, down);
}

void Input::leave() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

void Input::scroll(float right, float down) {
  ImGui::GetIO().AddMouseWheelEvent(notches(right, ImGuiAxis_X), notches(down, ImGuiAxis_Y));
}

void Input::key(std::string_view code, bool down, const Modifiers& held) {
  ImGuiIO& io = ImGui::GetIO();
  add_modifiers(io, held);
  const ImGuiKey known = key_of(code);
  if (known != ImGuiKey_None) io.AddKeyEvent(known, down);
}

void Input::chord(ImGuiKey key) {
  ImGuiIO& io = ImGui::GetIO();
  const ImGuiKey held = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
  io.AddKeyEvent(held, true);
  io.AddKeyEvent(key, true);
  io.AddKeyEvent(key, false);
  io.AddKeyEvent(held, false);
}

void Input::focus(bool focused) { ImGui::GetIO().AddFocusEvent(focused); }

bool Input::pending() { return ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; }

void Input::show_cursor() {
  const ImGuiMouseCursor wanted = ImGui::GetMouseCursor();
  if (wanted == cursor_) return;
  cursor_ = wanted;
  page::set_cursor(cursor_name(wanted));
}

}  // namespace web
