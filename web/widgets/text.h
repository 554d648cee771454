#pragma once
// Setting type: measuring, breaking and shortening Chinese and Latin text, and drawing it.

#include <imgui.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "web/widgets/look.h"

namespace web {

enum class Type { Small, SmallBold, Body, BodyBold, Heading, Title };

struct TextStyle {
  ImFont* font;
  float size;  ///< Device pixels.
  ImU32 colour;
};

TextStyle text_style(const Look& look, Type type, Tone tone = Tone::Plain);

/// Distance between the tops of two lines, whole pixels.
float line_height(const TextStyle& style);

float text_width(const TextStyle& style, std::string_view text);

/// The text, or as much of its beginning as fits with … after it.
std::string shortened(const TextStyle& style, std::string_view text, float width);

/// Lines no wider than `width`, at most `most` of them (0 = all); the last one ends in … when there
/// was more. Breaks between Chinese characters and at spaces, never before closing or after opening
/// punctuation, and inside a word only when the word is wider than a line. `\n` ends a line.
std::vector<std::string> broken(const TextStyle& style, std::string_view text, float width,
                                std::size_t most = 0);

/// Bytes of the text, `end` not among them.
struct Span {
  std::size_t begin;
  std::size_t end;
};

/// Where those lines begin and end, without what parts them.
std::vector<Span> line_spans(const TextStyle& style, std::string_view text, float width,
                             std::size_t most = 0);

/// What a double click in front of byte `at` takes: up to spaces, line breaks and punctuation.
Span word_around(std::string_view text, std::size_t at);

/// Draws one line, its line box beginning at `top_left`.
void draw_text(ImDrawList& list, const TextStyle& style, ImVec2 top_left, std::string_view text);

/// Draws one line in the middle of a box, shortened to fit between left and right.
void draw_centred(ImDrawList& list, const TextStyle& style, ImVec2 top_left, ImVec2 bottom_right,
                  std::string_view text);

/// Text at the cursor in lines of the width that is left; listed under `role`.
void paragraph(const Look& look, Type type, Tone tone, std::string_view text,
               std::string_view role = "text");

/// What an empty field says. Where greys are few it stands in brackets, or it would look entered.
std::string hint_words(const Look& look, std::string_view hint);

/// Moves the cursor down by design pixels.
void gap(const Look& look, float design);

}  // namespace web
