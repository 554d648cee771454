#pragma once
// The caret in a field whose lines wrap. Dear ImGui knows line breaks only: what it does by lines,
// with keys and with the mouse, is done here again by the lines a person sees.

#include <imgui.h>
#include <imgui_internal.h>

#include "web/widgets/wrapped_text.h"

namespace web {

struct FieldCaret {
  ImGuiID field = 0;
  TextPlace place;
  float wanted = -1;       ///< Where up and down aim at; negative = where the caret stands.
  std::size_t anchor = 0;  ///< Where the mouse began to select.
  bool dragging = false;
  int followed = 0;  ///< Frames for which it is to be brought into view: the field grows first.
};

/// That of the field being typed into; there is only one.
FieldCaret& field_caret();

/// Called while Dear ImGui edits the field, after it has done so: sees to what was pressed in this
/// frame. The text begins at `start` within `frame`.
void steer_caret(const WrappedText& lines, ImVec2 start, const ImRect& frame,
                 ImGuiInputTextCallbackData& data, FieldCaret& caret);

}  // namespace web
