#pragma once
// The one way to type text into the page: a labelled field with hint, one line or several.
// Selection, copy, paste, undo and input methods work in every one.

#include <cstddef>
#include <string>
#include <string_view>

#include "web/widgets/look.h"
#include "web/widgets/text_link.h"

namespace web {

struct FieldOptions {
  std::string_view hint = {};     ///< Shown while it is empty.
  std::string_view problem = {};  ///< What is wrong, drawn by the caller.
  float width = 0;                ///< Device pixels; 0 = the rest of the line.
  int lines = 1;                  ///< Least height; with more than one it grows with its text, long
                                  ///< lines wrap, and Enter begins a new line.
  bool required = false;
  Keypad keypad = Keypad::Text;
};

struct FieldAnswer {
  bool changed = false;

  explicit operator bool() const { return changed; }
};

/// `label` is `shown words###fixed_id`; shown words stand above the field, without any the hint
/// names it. Escape leaves the field with what was typed. ImGui::SetKeyboardFocusHere() right
/// before gives it the focus.
FieldAnswer text_field(const Look& look, std::string_view label, std::string& text,
                       const FieldOptions& options = {});

}  // namespace web
