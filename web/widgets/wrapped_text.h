#pragma once
// The text of a field in lines that wrap: where each character stands, and which one lies
// somewhere.

#include <imgui.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "web/widgets/text.h"

namespace web {

/// A place between two characters. Where a line wraps one place is both the end of the upper line
/// and the beginning of the lower one.
struct TextPlace {
  std::size_t at = 0;  ///< Bytes before it.
  bool upper = false;  ///< The end of the upper line is meant.
};

class WrappedText {
 public:
  /// Refers to `text`, which must outlive it. `width` in device pixels.
  WrappedText(const TextStyle& style, std::string_view text, float width);

  /// How many lines; an empty text has one, and so has what follows a last line break.
  std::size_t lines() const { return lines_.size(); }
  std::size_t line_of(const TextPlace& place) const;
  /// Left end of the caret's line box, from where the text begins.
  ImVec2 offset(const TextPlace& place) const;
  /// The place of a line that is nearest to `x`; lines past the last one give its end.
  TextPlace nearest(std::size_t line, float x) const;
  TextPlace nearest(ImVec2 offset) const;

  /// The text, and behind what is selected from `begin` to `end` a ground of that colour.
  void draw(ImDrawList& list, ImVec2 start, Span selected, ImU32 ground) const;

 private:
  std::string_view words(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  TextStyle style_;
  std::string_view text_;
  std::vector<Span> lines_;
};

}  // namespace web
