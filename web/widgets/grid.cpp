#include "web/widgets/grid.h"

#include <imgui_internal.h>

#include "web/widgets/controls.h"
#include "web/widgets/grid_cells.h"
#include "web/widgets/grid_handles.h"
#include "web/widgets/grid_header.h"
#include "web/widgets/grid_input.h"
#include "web/widgets/grid_layout.h"
#include "web/widgets/grid_menu.h"
#include "web/widgets/grid_range.h"
#include "web/widgets/pressable.h"
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
  RowCells cells;               // of the row being drawn
  std::size_t stop = SIZE_MAX;  // the row the keys start from
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
  // Tab leads to the list as a whole, arrows within it.
  const bool pressed = pressable_by_pointer(label.c_str(), size);
  note_item("row", words, grid.options.selected == place.row ? "true" : "false");
  const bool keys_here = grid.memory.has_keys && ImGui::GetCurrentContext()->NavCursorVisible;
  if (RegistryItem* item = last_listed_item()) item->focused = keys_here && place.row == grid.stop;
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
  if (range && (has_range(grid.memory) || grid.memory.marking))
    draw_range(grid.look, grid.layout, *range, grid.memory.anchor, place);
  const GridMemory& memory = grid.memory;
  const bool here = memory.has_keys && memory.cell_by_keys && memory.active.row == place.row;
  const std::size_t active = here ? grid.layout.place_of(memory.active.column) : SIZE_MAX;
  draw_cells(grid.look, grid.options, grid.layout, grid.cells, {place, chosen, active});
}

/// The row the keys start from: the chosen one, the one pressed last, else the first in view.
std::size_t stop_of(const Grid& grid) {
  const std::size_t row = grid.options.selected.value_or(grid.memory.active.row);
  if (row < grid.rows.count()) return row;
  return static_cast<std::size_t>(grid.memory.top);
}

/// The place Tab leads to: that row, or all that is seen of the list while it is not in view.
ImRect focus_place(const Grid& grid, ImGuiID id) {
  const GridLayout& layout = grid.layout;
  const ImRect whole{{layout.start.x, layout.header_bottom},
                     {layout.body_right, layout.body_bottom}};
  if (ImGui::GetCurrentContext()->NavId != id) return whole;
  for (const GridRowPlace& place :
       place_rows(layout, grid.memory, grid.rows.count(), grid.height)) {
    if (place.row != grid.stop) continue;
    ImRect row{{whole.Min.x, place.top}, {whole.Max.x, place.top + place.height}};
    row.ClipWith(whole);
    return row;
  }
  return whole;
}

/// Keys that move within the list are not to lead out of it.
void keep_keys(ImGuiID id) {
  for (const ImGuiKey key :
       {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow,
        ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Space})
    ImGui::SetKeyOwner(key, id);
}

void take_focus(Grid& grid) {
  const ImGuiContext& ui = *ImGui::GetCurrentContext();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImGuiID id = window->GetID("rows");
  grid.memory.has_keys = false;
  if (grid.rows.count() == 0) return;
  grid.stop = stop_of(grid);
  const ImRect place = focus_place(grid, id);
  if (!ImGui::ItemAdd(place, id)) return;
  if (ui.NavWindow != window) return;
  // A press on a row, or beside one, gives the keys to the list; Tab may lead to a header.
  const bool elsewhere = ui.NavCursorVisible && ui.NavId != 0 && ui.NavId != id;
  if (elsewhere || ui.NavAnyRequest) return;
  if (ui.NavId != id)
    ImGui::SetNavID(id, ImGuiNavLayer_Main, ui.CurrentFocusScopeId,
                    ImGui::WindowRectAbsToRel(window, place));
  grid.memory.has_keys = true;
  keep_keys(id);
}

void draw_rows(Grid& grid) {
  const GridLayout& layout = grid.layout;
  ImGui::PushClipRect({layout.start.x, layout.header_bottom},
                      {layout.body_right, layout.body_bottom}, true);
  press_handles(grid.look, layout, grid.rows.count(), grid.height, grid.memory);
  const std::optional<GridRange> range = range_of(layout, grid.memory);
  for (const GridRowPlace& place : place_rows(layout, grid.memory, grid.rows.count(), grid.height))
    draw_row(grid, place, range);
  mark_rows(layout, grid.rows.count(), grid.height, grid.memory);
  draw_handles(grid.look, layout, grid.rows.count(), grid.height, grid.memory);
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
  check_range(rows, options, memory);
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
  Grid grid{look, rows, options, layout, height, memory, ask, {}, SIZE_MAX};
  note("grid", "表格", layout.start, layout.end,
       std::to_string(rows.count()) + " " + std::to_string(layout.columns.size()));
  draw_grid_header(look, rows, options, layout, memory);
  take_focus(grid);
  draw_rows(grid);
  draw_empty(grid);
  draw_scrollbars(look, layout, rows.count(), memory);
  draw_totals(look, rows, options, layout, memory);
  draw_grid_menu(look, rows, options, layout, memory);
}

}  // namespace

ImVec2 list_room(float row_height) {
  constexpr float kLeastRows = 5;  // the header and what hides under the bar at the foot included
  const ImVec2 room = ImGui::GetContentRegionAvail();
  return {room.x, std::max(room.y, row_height * kLeastRows)};
}

GridAsk draw_grid(const Look& look, const char* id, const GridRows& rows,
                  const GridOptions& options, GridMemory& memory, ImVec2 size) {
  GridAsk ask;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  draw_card(look, *ImGui::GetWindowDrawList(), start, {start.x + size.x, start.y + size.y});
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar |
                                      ImGuiWindowFlags_NoScrollWithMouse;
  if (ImGui::BeginChild(id, size, kTabThrough, kFlags))
    draw_inside(look, rows, options, memory, ask, start, size);
  ImGui::EndChild();
  return ask;
}

}  // namespace web
