#pragma once
// Colours, sizes and fonts of the whole dashboard, worked out once a frame and handed to everything
// that draws.

#include <imgui.h>

#include "web/models/tone.h"

namespace web {

/// Fonts handed in by the platform; null = Dear ImGui's default font.
struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
};

struct Colours {
  ImU32 background, surface, line;
  ImU32 text, secondary;
  ImU32 accent, accent_wash, on_accent;
  ImU32 marked;           ///< Under selected text.
  ImU32 hover;            ///< Under the line of a list that the pointer or the keys are on.
  ImU32 late, late_wash;  ///< Overdue only, never decoration.
  ImU32 due, due_wash;    ///< Today, warning, provisional.
  ImU32 good, good_wash;  ///< Done, saved.
};

/// With high contrast black on white or white on black, without washes.
Colours colours_for(bool dark, bool high_contrast);

enum class Layout {
  Desktop,   ///< Rail of 188 px with words and counts.
  Tablet,    ///< Rail of 84 px.
  Portrait,  ///< Bar at the bottom, list over detail.
};

struct Look {
  Colours colour;
  Layout layout = Layout::Desktop;
  bool touch = false;
  bool high_contrast = false;
  float scale = 1;   ///< Device pixels per design pixel.
  float line = 1;    ///< Width of a hairline in device pixels.
  float small = 13;  ///< Font sizes in device pixels.
  float body = 15;
  float heading = 17;
  float title = 22;
  float row = 40;      ///< Least height of a row, device pixels.
  float control = 40;  ///< Height of buttons and fields, device pixels.
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;

  /// Design pixels to whole device pixels.
  float px(float design) const;
  ImU32 ink(Tone tone) const;
  ImU32 wash(Tone tone) const;
};

struct LookInput {
  float width = 0;  ///< Device pixels.
  float height = 0;
  float scale = 1;
  bool touch = false;
  bool dark = false;
  bool high_contrast = false;
};

Look make_look(const LookInput& input, Fonts fonts);

/// Brings Dear ImGui's own style (fields, popups, scrollbars) into line.
void apply(const Look& look);

}  // namespace web
