#pragma once
// What the person's hands do, told to Dear ImGui.

#include <imgui.h>

#include <string>
#include <string_view>

namespace web {

/// Held while a key or button event happened.
struct Modifiers {
  bool control = false;
  bool shift = false;
  bool alt = false;
  bool meta = false;
};

enum class Hand { Mouse, Finger, Pen };

class Input {
 public:
  /// Needs an ImGui context. `apple`: Command takes the part of Control.
  void connect(bool apple);

  /// Positions are device pixels.
  void move(float x, float y, Hand hand);
  void press(int button, bool down, Hand hand);
  /// The pointer is nowhere: a finger was lifted, or the mouse left.
  void leave();
  /// Moves what is under the pointer by so many device pixels; positive is towards the end.
  void scroll(float right, float down);

  /// `code` as KeyboardEvent.code; unknown codes do nothing.
  void key(std::string_view code, bool down, const Modifiers& held);
  /// Copy, cut, paste or undo by key, whatever key the system uses for it.
  void chord(ImGuiKey key);
  void focus(bool focused);

  /// What paste will insert.
  void set_clipboard(std::string text) { clipboard_ = std::move(text); }

  /// The last touch was a finger's.
  bool touching() const { return hand_ == Hand::Finger; }

  /// Dear ImGui takes in some events one per frame; true while some are left.
  static bool pending();
  /// Tells the page the cursor's shape if it changed.
  void show_cursor();

 private:
  std::string clipboard_;
  Hand hand_ = Hand::Mouse;
  ImGuiMouseCursor cursor_ = ImGuiMouseCursor_Arrow;
};

}  // namespace web
