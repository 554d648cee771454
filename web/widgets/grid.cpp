#include "web/widgets/grid.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "web/widgets/controls.h"
#include "web/widgets/grid_input.h"
#include "web/widgets/grid_layout.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr float kPadding = 12;

struct Grid {
  const Look& look;
  const GridRows& rows;
  const GridOptions& options;
  const GridLayout& layout;
  GridMemory& memory;
  GridAsk& ask;
  std::vector<Cell> cells;  // of the row being drawn
};

struct Box {
  ImVec2 start, end;
};

void draw_lines(const GridColumn& column, const Box& box, const std::vector<std::string>& lines,
                const TextStyle& first, const TextStyle& others) {
  const float height = line_height(first);
  float y = box.start.y + (box.end.y - box.start.y - height * static_cast<float>(lines.size())) / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const TextStyle& style = at == 0 ? first : others;
    const float spare = box.end.x - box.start.x - text_width(style, lines[at]);
    draw_text(list, style, {column.right ? box.start.x + spare : box.start.x, y}, lines[at]);
    y += height;
  }
}

void draw_words(const Grid& grid, const GridColumn& column, const Box& box, const Cell& cell) {
  const Tone tone = cell.kind == Cell::Kind::Link ? Tone::Accent : cell.tone;
  const TextStyle style = text_style(grid.look, cell.bold ? Type::BodyBold : Type::Body, tone);
  const float width = box.end.x - box.start.x;
  const float room = box.end.y - box.start.y - grid.look.px(6);
  const auto most = static_cast<std::size_t>(std::max(1.0f, room / line_height(style)));
  if (!cell.second.empty() && most > 1) {
    const TextStyle second = text_style(grid.look, Type::Body, Tone::Secondary);
    draw_lines(column, box,
               {shortened(style, cell.text, width), shortened(second, cell.second, width)}, style,
               second);
    return;
  }
  draw_lines(column, box, broken(style, cell.text, width, most), style, style);
}

void draw_cell(const Grid& grid, std::size_t at, float top, const Cell& cell, bool on_wash) {
  const float left = grid.layout.left[at];
  const float right = left + grid.layout.width[at];
  const float padding = grid.look.px(kPadding);
  const float after = grid.options.columns[at].right ? padding : padding / 2;
  const Box box{{left + padding, top}, {right - after, top + grid.layout.row_height}};
  if (cell.kind == Cell::Kind::Chip && !cell.text.empty()) {
    const float y = top + (grid.layout.row_height - chip_size(grid.look, cell.text).y) / 2;
    draw_chip(grid.look, *ImGui::GetWindowDrawList(), {box.start.x, std::round(y)}, cell.text,
              cell.tone, on_wash);
  } else {
    draw_words(grid, grid.options.columns[at], box, cell);
  }
  const std::string words =
      cell.second.empty() ? cell.text : std::string(cell.text).append(" ").append(cell.second);
  if (!words.empty()) note("gridcell", words, {left, top}, {right, box.end.y});
}

void draw_columns(const Grid& grid, std::size_t from, std::size_t to, float top, bool on_wash) {
  for (std::size_t at = from; at < to; ++at) {
    const float left = grid.layout.left[at];
    if (left < grid.layout.body_right && left + grid.layout.width[at] > grid.layout.start.x)
      draw_cell(grid, at, top, grid.cells[at], on_wash);
  }
}

/// Columns that scroll sideways must not show under those that stay.
void draw_cells(const Grid& grid, float top, bool on_wash) {
  const std::size_t frozen = std::min(grid.options.frozen, grid.options.columns.size());
  if (!grid.layout.scrolls_sideways()) {
    draw_columns(grid, 0, grid.options.columns.size(), top, on_wash);
    return;
  }
  const float bottom = top + grid.layout.row_height;
  ImGui::PushClipRect({grid.layout.frozen_right, top}, {grid.layout.body_right, bottom}, true);
  draw_columns(grid, frozen, grid.options.columns.size(), top, on_wash);
  ImGui::PopClipRect();
  ImGui::PushClipRect({grid.layout.start.x, top}, {grid.layout.frozen_right, bottom}, true);
  draw_columns(grid, 0, frozen, top, on_wash);
  ImGui::PopClipRect();
}

std::string row_words(const std::vector<Cell>& cells) {
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

std::size_t column_at(const GridLayout& layout, float x) {
  for (std::size_t at = 0; at < layout.left.size(); ++at)
    if (x >= layout.left[at] && x < layout.left[at] + layout.width[at]) return at;
  return SIZE_MAX;
}

void press_row(Grid& grid, std::size_t row, float top, float bottom) {
  const std::string words = row_words(grid.cells);
  ImGui::SetCursorScreenPos({grid.layout.start.x, top});
  const ImVec2 size{grid.layout.body_right - grid.layout.start.x, bottom - top};
  const std::string label = words + "###row_" + std::to_string(grid.rows.key(row));
  if (ImGui::InvisibleButton(label.c_str(), size)) {
    grid.ask.pressed = row;
    grid.ask.column = column_at(grid.layout, ImGui::GetIO().MousePos.x);
  }
  note_item("row", words, grid.options.selected == row ? "true" : "false");
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
    grid.ask.opened = row;
}

void draw_row(Grid& grid, std::size_t row) {
  const float top = grid.layout.row_top(grid.memory, row);
  const float bottom = top + grid.layout.row_height;
  for (std::size_t at = 0; at < grid.cells.size(); ++at) {
    grid.cells[at] = Cell{};
    grid.rows.cell(row, at, grid.cells[at]);
  }
  press_row(grid, row, std::max(top, grid.layout.header_bottom),
            std::min(bottom, grid.layout.body_bottom));
  const bool hovered = ImGui::IsItemHovered() && !grid.look.touch;

  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float inset = grid.look.line;
  const ImVec2 from{grid.layout.start.x + inset, top};
  const ImVec2 to{grid.layout.body_right - inset, bottom};
  if (grid.options.selected == row)
    list.AddRectFilled(from, to, grid.look.colour.accent_wash);
  else if (hovered)
    list.AddRectFilled(from, to, IM_COL32(127, 127, 127, 16));
  if (grid.options.selected == row && grid.look.high_contrast)
    list.AddRect(from, to, grid.look.colour.accent, 0, 0, grid.look.px(3));
  list.AddRectFilled({from.x, bottom - grid.look.line}, {to.x, bottom}, grid.look.colour.line);
  draw_cells(grid, top, grid.options.selected == row);
}

void draw_rows(Grid& grid) {
  const GridLayout& layout = grid.layout;
  ImGui::PushClipRect({layout.start.x, layout.header_bottom},
                      {layout.body_right, layout.body_bottom}, true);
  const std::size_t count = grid.rows.count();
  for (std::size_t row = layout.first_row(grid.memory); row < count; ++row) {
    if (layout.row_top(grid.memory, row) >= layout.body_bottom) break;
    draw_row(grid, row);
  }
  ImGui::PopClipRect();
}

std::string_view sort_word(const GridOptions& options, std::size_t at) {
  if (options.sort_column != at) return "none";
  return options.descending ? "descending" : "ascending";
}

void draw_heading(Grid& grid, std::size_t at) {
  const GridColumn& column = grid.options.columns[at];
  const GridLayout& layout = grid.layout;
  const bool sorted = grid.options.sort_column == at;
  const TextStyle style = text_style(grid.look, sorted ? Type::SmallBold : Type::Small,
                                     sorted ? Tone::Plain : Tone::Secondary);
  std::string words(column.title);
  if (sorted) words += grid.options.descending ? " ↓" : " ↑";
  const ImVec2 start{layout.left[at], layout.start.y};
  const ImVec2 end{start.x + layout.width[at], layout.header_bottom};
  if (column.sortable) {
    ImGui::SetCursorScreenPos(start);
    const std::string label = std::string(column.title) + "###head_" + std::string(column.id);
    if (ImGui::InvisibleButton(label.c_str(), {end.x - start.x, end.y - start.y}))
      grid.ask.sort_by = at;
    note_item("columnheader", column.title, sort_word(grid.options, at));
  } else {
    note("columnheader", column.title, start, end);
  }
  const float padding = grid.look.px(kPadding);
  const float spare = layout.width[at] - padding * 2 - text_width(style, words);
  const float x = start.x + padding + (column.right ? std::max(0.0f, spare) : 0);
  const float y = start.y + (end.y - start.y - line_height(style)) / 2;
  draw_text(*ImGui::GetWindowDrawList(), style, {x, y},
            shortened(style, words, layout.width[at] - padding));
}

void draw_header(Grid& grid) {
  const GridLayout& layout = grid.layout;
  const std::size_t frozen = std::min(grid.options.frozen, grid.options.columns.size());
  ImGui::PushClipRect({layout.frozen_right, layout.start.y},
                      {layout.body_right, layout.header_bottom}, true);
  for (std::size_t at = frozen; at < grid.options.columns.size(); ++at) draw_heading(grid, at);
  ImGui::PopClipRect();
  for (std::size_t at = 0; at < frozen; ++at) draw_heading(grid, at);
  const float y = layout.header_bottom - grid.look.line;
  ImGui::GetWindowDrawList()->AddRectFilled(
      {layout.start.x, y}, {layout.end.x, layout.header_bottom}, grid.look.colour.line);
}

void draw_empty(const Grid& grid) {
  if (grid.rows.count() != 0 || grid.options.empty.empty()) return;
  const ImVec2 start{grid.layout.start.x, grid.layout.header_bottom};
  draw_centred(*ImGui::GetWindowDrawList(), text_style(grid.look, Type::Body, Tone::Secondary),
               start, grid.layout.end, grid.options.empty);
  note("status", grid.options.empty, start, grid.layout.end);
}

}  // namespace

GridAsk draw_grid(const Look& look, const char* id, const GridRows& rows,
                  const GridOptions& options, GridMemory& memory, ImVec2 size) {
  GridAsk ask;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  draw_card(look, *ImGui::GetWindowDrawList(), start, {start.x + size.x, start.y + size.y});
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar |
                                      ImGuiWindowFlags_NoScrollWithMouse |
                                      ImGuiWindowFlags_NoNavInputs;
  if (ImGui::BeginChild(id, size, ImGuiChildFlags_None, kFlags)) {
    const GridLayout before = grid_layout(look, options, rows.count(), memory, start, size);
    scroll_grid(look, rows.count(), options, before, memory, ask);
    const GridLayout layout = grid_layout(look, options, rows.count(), memory, start, size);
    Grid grid{look, rows, options, layout, memory, ask, std::vector<Cell>(options.columns.size())};
    draw_header(grid);
    draw_rows(grid);
    draw_empty(grid);
    draw_scrollbars(look, layout, memory);
  }
  ImGui::EndChild();
  return ask;
}

}  // namespace web
