#pragma once
// Buttons, filter pills, chips and links in our own look. Labels are `shown words###fixed_id`.

#include <imgui.h>

#include <string>
#include <string_view>

#include "web/widgets/look.h"
#include "web/widgets/text.h"

namespace web {

enum class ButtonKind { Plain, Primary };

/// Width `button` and `pill` will take, device pixels.
float button_width(const Look& look, std::string_view label);

/// True when pressed in this frame. `role` is what assistive technology is told.
bool button(const Look& look, std::string_view label, ButtonKind kind = ButtonKind::Plain,
            bool disabled = false);

/// A square button that shows an arrow round to the left (`back`) or to the right; its words are
/// told, not shown.
bool arrow_button(const Look& look, std::string_view label, bool back, bool disabled);

/// A button that opens a list: ▾ after its words.
bool menu_button(const Look& look, std::string_view label);
float menu_button_width(const Look& look, std::string_view label);

/// A filter that is on or off; `tone` colours its words while off.
bool pill(const Look& look, std::string_view label, bool selected, Tone tone = Tone::Plain);

/// Words in the accent colour that lead somewhere; as wide as its words.
bool link(const Look& look, std::string_view label, Type type = Type::Body);

/// Where the room for controls ends in the current window, device pixels of the screen.
float right_edge();

/// Puts the next control on the same line, or on a new one when `width` no longer fits.
void same_line_or_wrap(const Look& look, float width, float gap_design = 8);

/// Puts what comes next, `width` wide, at the right end of the same line, or on a new one.
void same_line_at_end(const Look& look, float width);

/// Size of a chip with these words.
ImVec2 chip_size(const Look& look, std::string_view text);
/// A state in a tinted box; not listed: the caller lists the cell or line it stands in. On a tinted
/// ground (`on_wash`) an accent chip is filled with the surface colour, to be seen.
void draw_chip(const Look& look, ImDrawList& list, ImVec2 top_left, std::string_view text,
               Tone tone, bool on_wash = false);
/// The same at the cursor, listed as status.
void chip(const Look& look, std::string_view text, Tone tone);

/// A box in the surface colour with a hairline and rounded corners.
void draw_card(const Look& look, ImDrawList& list, ImVec2 top_left, ImVec2 bottom_right);

/// A card as a scrolling region with padding; pair with end_card in every case.
void begin_card(const Look& look, const char* id, ImVec2 size);
void end_card();

}  // namespace web
