#include "web/widgets/wrapped_text.h"

#include <algorithm>

#include "core/base/text.h"

namespace web {

WrappedText::WrappedText(const TextStyle& style, std::string_view text, float width)
    : style_(style), text_(text), lines_(line_spans(style, text, width)) {
  if (text.empty() || text.back() == '\n') lines_.push_back({text.size(), text.size()});
}

std::size_t WrappedText::line_of(const TextPlace& place) const {
  std::size_t line = lines_.size() - 1;
  while (line > 0 && lines_[line].begin > place.at) --line;
  const bool wraps = line > 0 && lines_[line].begin == place.at && lines_[line - 1].end == place.at;
  return wraps && place.upper ? line - 1 : line;
}

ImVec2 WrappedText::offset(const TextPlace& place) const {
  const std::size_t line = line_of(place);
  return {text_width(style_, words(lines_[line].begin, place.at)),
          line_height(style_) * static_cast<float>(line)};
}

TextPlace WrappedText::nearest(std::size_t line, float x) const {
  if (line >= lines_.size()) return {text_.size(), false};
  float left = 0;
  std::size_t at = lines_[line].begin;
  while (at < lines_[line].end) {
    std::size_t next = at;
    core::next_code_point(text_, next);
    const float width = text_width(style_, words(at, next));
    if (left + width / 2 > x) break;
    left += width;
    at = next;
  }
  return {at, at == lines_[line].end};
}

TextPlace WrappedText::nearest(ImVec2 offset) const {
  const float line = std::max(0.0f, offset.y / line_height(style_));
  return nearest(std::min(static_cast<std::size_t>(line), lines_.size() - 1), offset.x);
}

void WrappedText::draw(ImDrawList& list, ImVec2 start, Span selected, ImU32 ground) const {
  const float high = line_height(style_);
  for (const Span& line : lines_) {
    const std::size_t from = std::clamp(selected.begin, line.begin, line.end);
    const std::size_t to = std::clamp(selected.end, line.begin, line.end);
    if (from < to) {
      const float left = start.x + text_width(style_, words(line.begin, from));
      list.AddRectFilled({left, start.y},
                         {left + text_width(style_, words(from, to)), start.y + high}, ground);
    }
    draw_text(list, style_, start, words(line.begin, line.end));
    start.y += high;
  }
}

}  // namespace web
