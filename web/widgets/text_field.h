#pragma once
// The one way to type text into the page: a labelled field with hint, limits and what is wrong with
// it, one line or several. Selection, copy, paste, undo and input methods work in every one.

#include <cstddef>
#include <string>
#include <string_view>

#include "web/widgets/look.h"
#include "web/widgets/text_link.h"

namespace web {

struct FieldOptions {
  std::string_view hint = {};     ///< Shown while it is empty.
  std::string_view error = {};    ///< What is wrong, under the field; empty = nothing.
  std::string_view problem = {};  ///< What is wrong, drawn by the caller.
  std::string_view help = {};     ///< Under the field while nothing is wrong, as the clause.
  float width = 0;                ///< Device pixels; 0 = the rest of the line.
  int lines = 1;                  ///< Least height; with more than one it grows with its text, long
                                  ///< lines wrap when it is left, and Enter begins a new line.
  std::size_t most = 0;           ///< Characters; 0 = any number. What is beyond is not taken.
  bool required = false;
  bool disabled = false;
  Keypad keypad = Keypad::Text;
  std::string_view role = "textbox";
};

struct FieldAnswer {
  bool changed = false;
  bool submitted = false;  ///< Enter in a field of one line, Ctrl Enter in others.
  bool left = false;       ///< Was being typed into and is no more.

  explicit operator bool() const { return changed; }
};

/// `label` is `shown words###fixed_id`; shown words stand above the field, without any the hint
/// names it. Escape leaves the field with what was typed. ImGui::SetKeyboardFocusHere() right
/// before gives it the focus.
FieldAnswer text_field(const Look& look, std::string_view label, std::string& text,
                       const FieldOptions& options = {});

}  // namespace web
