#include "web/widgets/text.h"

#include <imgui_internal.h>

#include <cmath>

#include "core/base/text.h"
#include "web/widgets/registry.h"

namespace web {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr float kLeading = 1.45f;

/// Widths of single characters at one size; asking draws the glyph, so only ask for what is shown.
class Ruler {
 public:
  explicit Ruler(const TextStyle& style) : baked_(style.font->GetFontBaked(style.size)) {}
  float width(char32_t code_point) const {
    return baked_->GetCharAdvance(static_cast<ImWchar>(code_point));
  }
  float width(std::string_view text) const {
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) sum += width(core::next_code_point(text, at));
    return sum;
  }

 private:
  ImFontBaked* baked_;
};

bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

bool may_not_begin_line(char32_t c) {
  constexpr std::u32string_view kClosing = U"，。、；：？！）》〉」』】〕”’％…·,.;:?!)]}%";
  return kClosing.find(c) != std::u32string_view::npos;
}

bool may_not_end_line(char32_t c) {
  constexpr std::u32string_view kOpening = U"（《〈「『【〔“‘([{";
  return kOpening.find(c) != std::u32string_view::npos;
}

/// 18日, 60天: a number and its unit stay together.
bool is_number_with_unit(char32_t before, char32_t after) {
  constexpr std::u32string_view kUnits = U"年月日号天周条项件人个";
  return before >= U'0' && before <= U'9' && kUnits.find(after) != std::u32string_view::npos;
}

/// 条例40 is one name.
bool is_regulation(char32_t before, char32_t after) { return before == U'条' && after == U'例'; }

bool may_break(char32_t before, char32_t after) {
  if (is_regulation(before, after)) return false;
  if (before == U'例' && after >= U'0' && after <= U'9') return false;
  if (after == U' ') return false;  // a space stays at the end of its line
  if (is_number_with_unit(before, after)) return false;
  if (may_not_begin_line(after) || may_not_end_line(before)) return false;
  return before == U' ' || is_wide(before) || is_wide(after);
}

/// Where a word that is longer than a line is best cut: a file name by its parts.
bool may_cut(char32_t before, char32_t after) {
  return before == U'-' || before == U'_' || before == U'/' || after == U'.';
}

/// Where the line that begins at `start` ends; at least one character is taken.
std::size_t end_of_line(const Ruler& ruler, std::string_view text, std::size_t start, float width) {
  float sum = 0;
  std::size_t best = start;
  std::size_t cut = start;
  char32_t before = 0;
  for (std::size_t at = start; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = core::next_code_point(text, at);
    if (c == U'\n') return here;
    if (here > start && may_break(before, c)) best = here;
    if (here > start && may_cut(before, c)) cut = here;
    sum += ruler.width(c);
    if (sum > width && c != U' ' && here > start)
      return best > start ? best : cut > start ? cut : here;
    before = c;
  }
  return text.size();
}

std::string shortened(const Ruler& ruler, std::string_view text, float width, bool always) {
  if (!always && ruler.width(text) <= width) return std::string(text);
  float sum = ruler.width(kEllipsis);
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    sum += ruler.width(core::next_code_point(text, at));
    if (sum > width) break;
  }
  return std::string(text.substr(0, end)).append(kEllipsis);
}

}  // namespace

TextStyle text_style(const Look& look, Type type, Tone tone) {
  const ImU32 ink = look.ink(tone);
  switch (type) {
    case Type::Small:
      return {look.regular, look.small, ink};
    case Type::SmallBold:
      return {look.bold, look.small, ink};
    case Type::Body:
      return {look.regular, look.body, ink};
    case Type::BodyBold:
      return {look.bold, look.body, ink};
    case Type::Heading:
      return {look.bold, look.heading, ink};
    case Type::Title:
      return {look.bold, look.title, ink};
  }
  return {look.regular, look.body, ink};
}

float line_height(const TextStyle& style) { return std::round(style.size * kLeading); }

float text_width(const TextStyle& style, std::string_view text) { return Ruler(style).width(text); }

std::string shortened(const TextStyle& style, std::string_view text, float width) {
  return shortened(Ruler(style), text, width, /*always=*/false);
}

std::vector<Span> line_spans(const TextStyle& style, std::string_view text, float width,
                             std::size_t most) {
  const Ruler ruler(style);
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size() && (most == 0 || lines.size() < most);) {
    const std::size_t end = end_of_line(ruler, text, at, width);
    lines.push_back({at, end});
    at = end < text.size() && text[end] == '\n' ? end + 1 : end;
  }
  return lines;
}

std::vector<std::string> broken(const TextStyle& style, std::string_view text, float width,
                                std::size_t most) {
  std::vector<std::string> lines;
  for (const Span& line : line_spans(style, text, width, most)) {
    if (lines.size() + 1 != most) {
      lines.emplace_back(text.substr(line.begin, line.end - line.begin));
      continue;
    }
    const std::string_view last = text.substr(line.begin, text.find('\n', line.begin) - line.begin);
    const bool more = line.begin + last.size() < text.size();
    lines.push_back(shortened(Ruler(style), last, width, more));
  }
  return lines;
}

Span word_around(std::string_view text, std::size_t at) {
  Span word{0, text.size()};
  for (std::size_t next = 0; next < text.size();) {
    const std::size_t here = next;
    const char32_t c = core::next_code_point(text, next);
    const bool parts = c == U' ' || c == U'\n' || may_not_begin_line(c) || may_not_end_line(c);
    if (parts && next <= at) word.begin = next;
    if (parts && here >= at) return {word.begin, here};
  }
  return word;
}

void draw_text(ImDrawList& list, const TextStyle& style, ImVec2 top_left, std::string_view text) {
  const float above = std::round((line_height(style) - style.size) / 2);
  const ImVec2 at{std::round(top_left.x), std::round(top_left.y) + above};
  list.AddText(style.font, style.size, at, style.colour, text.data(), text.data() + text.size());
}

void draw_centred(ImDrawList& list, const TextStyle& style, ImVec2 top_left, ImVec2 bottom_right,
                  std::string_view text) {
  const float room = bottom_right.x - top_left.x;
  const std::string shown = shortened(style, text, room);
  const float x = top_left.x + (room - text_width(style, shown)) / 2;
  const float y = top_left.y + (bottom_right.y - top_left.y - line_height(style)) / 2;
  draw_text(list, style, {x, y}, shown);
}

void paragraph(const Look& look, Type type, Tone tone, std::string_view text,
               std::string_view role) {
  const TextStyle style = text_style(look, type, tone);
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImVec2 at = start;
  for (const std::string& line : broken(style, text, width)) {
    draw_text(list, style, at, line);
    at.y += line_height(style);
  }
  ImGui::Dummy({width, at.y - start.y});
  note(role, text, start, {start.x + width, at.y});
}

std::string hint_words(const Look& look, std::string_view hint) {
  const bool plain = !look.high_contrast || hint.empty();
  return plain ? std::string(hint) : "（" + std::string(hint) + "）";
}

void gap(const Look& look, float design) { ImGui::Dummy({0, look.px(design)}); }

}  // namespace web
