#include "web/widgets/blocks.h"

#include <imgui.h>

#include <algorithm>
#include <string>
#include <vector>

#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

float draw_block(const TextStyle& style, ImVec2 at, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    draw_text(*ImGui::GetWindowDrawList(), style, at, line);
    at.y += line_height(style);
  }
  return at.y;
}

}  // namespace

void section(const Look& look, std::string_view words) {
  gap(look, 12);
  paragraph(look, Type::Small, Tone::Secondary, words, "heading");
  gap(look, 4);
}

void draw_quote(const Look& look, const Quote& quote) {
  const TextStyle style = text_style(look, Type::Body);
  const TextStyle bold = text_style(look, Type::BodyBold);
  const float width = ImGui::GetContentRegionAvail().x;
  const float padding = look.px(12);
  const float label = text_width(bold, quote.label) + look.px(6);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  // The clause number takes the beginning of the first line: spaces of its width stand for it.
  std::string text;
  const float space = text_width(style, " ");
  for (float room = 0; space > 0 && room < label; room += space) text += "\xC2\xA0";
  text += quote.text;
  const std::vector<std::string> lines = broken(style, text, width - padding * 2 - look.px(3));
  const float height =
      line_height(style) * static_cast<float>(std::max<std::size_t>(lines.size(), 1));
  const ImVec2 end{start.x + width, start.y + height + look.px(16)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, look.colour.background);
  list.AddRectFilled(start, {start.x + look.px(3), end.y}, look.colour.accent);
  const ImVec2 inside{start.x + look.px(3) + padding, start.y + look.px(8)};
  draw_block(style, inside, lines);
  draw_text(list, bold, inside, quote.label);
  ImGui::Dummy({width, end.y - start.y});
  note("blockquote", std::string(quote.label).append(" ").append(quote.text), start, end);
}

void draw_fact(const Look& look, const FactLine& fact, std::size_t lines) {
  const TextStyle day = text_style(look, Type::Body, Tone::Secondary);
  const TextStyle title = text_style(look, Type::Body);
  const TextStyle details = text_style(look, Type::Small, Tone::Secondary);
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float aside = std::max(look.px(104), text_width(day, fact.day) + look.px(20));
  const float room = width - aside - look.px(8);
  const float top = start.y + look.px(9);
  draw_text(*ImGui::GetWindowDrawList(), day, {start.x + look.px(8), top}, fact.day);
  float y = draw_block(title, {start.x + aside, top}, broken(title, fact.title, room));
  if (!fact.details.empty())
    y = draw_block(details, {start.x + aside, y}, broken(details, fact.details, room, lines));
  const ImVec2 end{start.x + width, y + look.px(9)};
  ImGui::GetWindowDrawList()->AddRectFilled({start.x, end.y - look.line}, end, look.colour.line);
  ImGui::Dummy({width, end.y - start.y});
  std::string words = fact.day + " " + fact.title;
  if (!fact.details.empty()) words += " " + fact.details;
  note("listitem", words, start, end);
}

void draw_entry(const Look& look, std::string_view label, std::string_view text) {
  const TextStyle style = text_style(look, Type::Body);
  const TextStyle quiet = text_style(look, Type::Body, Tone::Secondary);
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float aside =
      std::max(look.px(look.touch ? 132 : 112), text_width(quiet, label) + look.px(16));
  draw_text(*ImGui::GetWindowDrawList(), quiet, start, label);
  const float y = draw_block(style, {start.x + aside, start.y}, broken(style, text, width - aside));
  const ImVec2 end{start.x + width, std::max(y, start.y + line_height(style)) + look.px(4)};
  ImGui::Dummy({width, end.y - start.y});
  note("listitem", std::string(label).append(" ").append(text), start, end);
}

void rule_line(const Look& look) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::GetWindowDrawList()->AddRectFilled(start, {start.x + width, start.y + look.line},
                                            look.colour.line);
  ImGui::Dummy({width, look.line});
}

}  // namespace web
