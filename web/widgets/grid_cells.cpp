#include "web/widgets/grid_cells.h"

#include <algorithm>
#include <cmath>

#include "web/widgets/controls.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr float kPadding = 12;

struct Box {
  ImVec2 start, end;
};

Box inner_box(const Look& look, const GridColumn& column, const GridLayout& layout,
              std::size_t place, const GridRowPlace& row) {
  const float padding = look.px(kPadding);
  const float left = layout.left[place] + padding;
  const float right =
      layout.left[place] + layout.width[place] - (column.right ? padding : padding / 2);
  return {{left, row.top}, {right, row.top + row.height}};
}

TextStyle style_of(const Look& look, const Cell& cell) {
  const Tone tone = cell.kind == Cell::Kind::Link ? Tone::Accent : cell.tone;
  return text_style(look, cell.bold ? Type::BodyBold : Type::Body, tone);
}

void draw_lines(const GridColumn& column, const Box& box, const std::vector<std::string>& lines,
                const TextStyle& first, const TextStyle& others) {
  const float height = line_height(first);
  float y = box.start.y + (box.end.y - box.start.y - height * static_cast<float>(lines.size())) / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const TextStyle& style = at == 0 ? first : others;
    const float spare =
        column.right ? box.end.x - box.start.x - text_width(style, lines[at]) : 0.0f;
    draw_text(list, style, {box.start.x + spare, y}, lines[at]);
    y += height;
  }
}

void draw_words(const Look& look, const GridColumn& column, const Box& box, const Cell& cell) {
  const TextStyle style = style_of(look, cell);
  const float width = box.end.x - box.start.x;
  const float room = box.end.y - box.start.y - look.px(6);
  const auto most = static_cast<std::size_t>(std::max(1.0f, room / line_height(style)));
  if (!cell.second.empty() && most > 1) {
    const TextStyle second = text_style(look, Type::Body, Tone::Secondary);
    draw_lines(column, box,
               {shortened(style, cell.text, width), shortened(second, cell.second, width)}, style,
               second);
    return;
  }
  draw_lines(column, box, broken(style, cell.text, width, most), style, style);
}

void draw_cell(const Look& look, const GridOptions& options, const GridLayout& layout,
               std::size_t place, const Cell& cell, const RowPaint& paint) {
  const GridColumn& column = options.columns[layout.columns[place]];
  const Box box = inner_box(look, column, layout, place, paint.place);
  if (cell.kind == Cell::Kind::Chip && !cell.text.empty()) {
    const ImVec2 size = chip_size(look, cell.text);
    const float x = column.right ? box.end.x - size.x : box.start.x;
    draw_chip(look, *ImGui::GetWindowDrawList(),
              {x, std::round(box.start.y + (paint.place.height - size.y) / 2)}, cell.text,
              cell.tone, paint.chosen);
  } else if (!cell.text.empty()) {
    draw_words(look, column, box, cell);
  }
  const std::string words =
      cell.second.empty() ? cell.text : std::string(cell.text).append(" ").append(cell.second);
  const ImVec2 from{layout.left[place], box.start.y};
  const ImVec2 to{from.x + layout.width[place], box.end.y};
  const bool active = paint.active == place;
  if (active)
    ImGui::GetWindowDrawList()->AddRect({from.x + 1, from.y + 1}, {to.x - 1, to.y - 1},
                                        look.colour.accent, 0, 0, look.px(2));
  // Also a blank one, or those after it would be read under the wrong headers.
  note("gridcell", words, from, to, active ? "active" : "",
       "cell_" + std::to_string(paint.place.row) + "_" + std::to_string(place));
}

void draw_places(const Look& look, const GridOptions& options, const GridLayout& layout,
                 const RowCells& cells, const RowPaint& paint, std::size_t from, std::size_t to) {
  for (std::size_t place = from; place < to; ++place) {
    const float left = layout.left[place];
    if (left < layout.body_right && left + layout.width[place] > layout.start.x)
      draw_cell(look, options, layout, place, cells[place], paint);
  }
}

}  // namespace

void read_row(const GridRows& rows, const GridLayout& layout, std::size_t row, RowCells& cells) {
  cells.resize(layout.columns.size());
  for (std::size_t place = 0; place < cells.size(); ++place) {
    cells[place] = Cell{};
    rows.cell(row, layout.columns[place], cells[place]);
  }
}

float content_height(const Look& look, const GridOptions& options, const GridLayout& layout,
                     const RowCells& cells) {
  float height = layout.row_height;
  for (std::size_t place = 0; place < cells.size(); ++place) {
    const Cell& cell = cells[place];
    if (cell.kind == Cell::Kind::Chip || !cell.second.empty()) continue;
    const TextStyle style = style_of(look, cell);
    const Box box = inner_box(look, options.columns[layout.columns[place]], layout, place, {});
    const std::size_t lines = broken(style, cell.text, box.end.x - box.start.x).size();
    height = std::max(height, line_height(style) * static_cast<float>(lines) + look.px(14));
  }
  return std::min(height, std::max(layout.row_height, std::floor(layout.body_height())));
}

std::string row_words(const RowCells& cells) {
  std::string words;
  for (const Cell& cell : cells) {
    for (const std::string* part : {&cell.text, &cell.second}) {
      if (part->empty()) continue;
      if (!words.empty()) words += ' ';
      words += *part;
    }
  }
  return words;
}

void draw_cells(const Look& look, const GridOptions& options, const GridLayout& layout,
                const RowCells& cells, const RowPaint& paint) {
  if (!layout.scrolls_sideways()) {
    draw_places(look, options, layout, cells, paint, 0, cells.size());
    return;
  }
  const float top = paint.place.top;
  const float bottom = top + paint.place.height;
  ImGui::PushClipRect({layout.frozen_right, top}, {layout.body_right, bottom}, true);
  draw_places(look, options, layout, cells, paint, layout.frozen, cells.size());
  ImGui::PopClipRect();
  ImGui::PushClipRect({layout.start.x, top}, {layout.frozen_right, bottom}, true);
  draw_places(look, options, layout, cells, paint, 0, layout.frozen);
  ImGui::PopClipRect();
  if (layout.frozen > 0)
    ImGui::GetWindowDrawList()->AddRectFilled({layout.frozen_right - look.line, top},
                                              {layout.frozen_right, bottom}, look.colour.line);
}

void draw_range(const Look& look, const GridLayout& layout, const GridRange& range,
                const GridPlace& anchor, const GridRowPlace& row) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t place = range.first_place; place <= range.last_place; ++place) {
    if (!range.holds(row.row, place)) continue;
    const bool moves = place >= layout.frozen;
    const float least = moves ? layout.frozen_right : layout.start.x;
    const ImVec2 from{std::max(layout.left[place], least), row.top};
    const ImVec2 to{std::min(layout.left[place] + layout.width[place], layout.body_right),
                    row.top + row.height};
    if (from.x >= to.x) continue;
    const bool first = row.row == anchor.row && layout.columns[place] == anchor.column;
    if (!first)
      list.AddRectFilled(from, to,
                         look.high_contrast ? look.colour.hover : look.colour.accent_wash);
    if (first || look.high_contrast)
      list.AddRect({from.x + 1, from.y + 1}, {to.x - 1, to.y - 1}, look.colour.accent, 0, 0,
                   look.px(2));
  }
}

}  // namespace web
