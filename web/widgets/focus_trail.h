#pragma once
// Where the keys were. A window they are in may go: a form that is recorded, a case that is left.
// Then they go back to where they came from, instead of to the first field of the page.

#include <imgui.h>

#include <string_view>
#include <vector>

namespace web {

class FocusTrail {
 public:
  /// Before anything is drawn. True when the keys have lost their place to a screen opened over it:
  /// what they shall come to there is the caller's to say, see focus_on.
  bool restore(std::string_view screen);

  /// After everything was drawn.
  void note(std::string_view screen);

 private:
  std::vector<ImGuiID> windows_;  // The last one last.
  std::string_view screen_;       // The one shown when it was noted.
};

/// Gives the keys to the item drawn next, which is in the window being drawn.
void give_keys_to_next_item();

/// Gives the keys to an item of the frame just drawn. 0 changes nothing.
void focus_on(ImGuiID item, const ImVec4& rect);

}  // namespace web
