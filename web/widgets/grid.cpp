#include "web/widgets/grid.h"

#include <imgui_internal.h>

#include "web/widgets/controls.h"
#include "web/widgets/grid_cells.h"
#include "web/widgets/grid_header.h"
#include "web/widgets/grid_input.h"
#include "web/widgets/grid_layout.h"
#include "web/widgets/grid_menu.h"
#include "web/widgets/grid_range.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

struct Grid {
  const Look& look;
  const GridRows& rows;
  const GridOptions& options;
  const GridLayout& layout;
  const RowHeight& height;
  GridMemory& memory;
  GridAsk& ask;
  RowCells cells;  // of the row being drawn
};

/// The pressable row; never taller than what is seen of it.
void press_row(Grid& grid, const GridRowPlace& place) {
  const GridLayout& layout = grid.layout;
  const std::string words = row_words(grid.cells);
  const float top = std::max(place.top, layout.header_bottom);
  const float bottom = std::min(place.top + place.height, layout.body_bottom);
  ImGui::SetCursorScreenPos({layout.start.x, top});
  const std::string label = words + "###row_" + std::to_string(grid.rows.key(place.row));
  const ImVec2 size{layout.body_right - layout.start.x, std::max(1.0f, bottom - top)};
  const bool pressed = ImGui::InvisibleButton(label.c_str(), size);
  note_item("row", words, grid.options.selected == place.row ? "true" : "false");
  use_row(layout, place, pressed, grid.rows.count(), grid.height, grid.memory, grid.ask);
}

void draw_ground(const Grid& grid, const GridRowPlace& place, bool chosen, bool hovered) {
  const Look& look = grid.look;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 from{grid.layout.start.x + look.line, place.top};
  const ImVec2 to{grid.layout.body_right - look.line, place.top + place.height};
  if (chosen)
    list.AddRectFilled(from, to, look.colour.accent_wash);
  else if (hovered)
    list.AddRectFilled(from, to, IM_COL32(127, 127, 127, 16));
  if (chosen && look.high_contrast) list.AddRect(from, to, look.colour.accent, 0, 0, look.px(3));
  list.AddRectFilled({from.x, to.y - look.line}, to, look.colour.line);
}

void draw_row(Grid& grid, const GridRowPlace& place, const std::optional<GridRange>& range) {
  read_row(grid.rows, grid.layout, place.row, grid.cells);
  press_row(grid, place);
  const bool hovered = ImGui::IsItemHovered() && !grid.look.touch;
  const bool chosen = grid.options.selected == place.row;
  draw_ground(grid, place, chosen, hovered);
  if (range && has_range(grid.memory))
    draw_range(grid.look, grid.layout, *range, grid.memory.anchor, place);
  draw_cells(grid.look, grid.options, grid.layout, grid.cells, {place, chosen});
}

void draw_rows(Grid& grid) {
  const GridLayout& layout = grid.layout;
  ImGui::PushClipRect({layout.start.x, layout.header_bottom},
                      {layout.body_right, layout.body_bottom}, true);
  const std::optional<GridRange> range = range_of(layout, grid.memory);
  for (const GridRowPlace& place : place_rows(layout, grid.memory, grid.rows.count(), grid.height))
    draw_row(grid, place, range);
  ImGui::PopClipRect();
}

void draw_empty(const Grid& grid) {
  if (grid.rows.count() != 0 || grid.options.empty.empty()) return;
  const ImVec2 start{grid.layout.start.x, grid.layout.header_bottom};
  draw_centred(*ImGui::GetWindowDrawList(), text_style(grid.look, Type::Body, Tone::Secondary),
               start, grid.layout.end, grid.options.empty);
  note("status", grid.options.empty, start, grid.layout.end);
}

void draw_inside(const Look& look, const GridRows& rows, const GridOptions& options,
                 GridMemory& memory, GridAsk& ask, ImVec2 start, ImVec2 size) {
  check_range(memory, rows.count());
  GridLayout layout = grid_layout(look, options, rows.count(), memory, start, size);
  RowCells cells;
  const RowHeight height = [&](std::size_t row) {
    if (!memory.view.wrap) return layout.row_height;
    read_row(rows, layout, row, cells);
    return content_height(look, options, layout, cells);
  };
  bound_rows(layout, memory, rows.count(), height);
  scroll_grid(rows, options, layout, height, memory, ask);
  layout = grid_layout(look, options, rows.count(), memory, start, size);
  bound_rows(layout, memory, rows.count(), height);
  Grid grid{look, rows, options, layout, height, memory, ask, {}};
  draw_grid_header(look, rows, options, layout, memory);
  draw_rows(grid);
  draw_empty(grid);
  draw_scrollbars(look, layout, rows.count(), memory);
  draw_totals(look, rows, options, layout, memory);
  draw_grid_menu(look, rows, options, layout, memory);
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
  if (ImGui::BeginChild(id, size, ImGuiChildFlags_None, kFlags))
    draw_inside(look, rows, options, memory, ask, start, size);
  ImGui::EndChild();
  return ask;
}

}  // namespace web
