#include "web/widgets/grid_handles.h"

#include <algorithm>

#include "web/widgets/grid_input.h"
#include "web/widgets/grid_range.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"

namespace web {
namespace {

constexpr float kTarget = 44;  // Design pixels, as a finger wants them.
constexpr float kRadius = 9;

struct Corner {
  GridGrip grip;
  const char* label;
  std::size_t row, place;
  ImVec2 at;      // Where it lies on screen.
  ImVec2 centre;  // Of its cell.
  bool in_view;
};

bool is_shown(const Look& look, const GridMemory& memory) {
  return look.touch && (has_range(memory) || memory.marking || memory.grip != GridGrip::None);
}

void find_corner(const GridLayout& layout, const std::vector<GridRowPlace>& places,
                 Corner& corner) {
  const auto row = std::find_if(places.begin(), places.end(),
                                [&](const GridRowPlace& place) { return place.row == corner.row; });
  if (row == places.end()) return;
  const bool end = corner.grip == GridGrip::End;
  const float left = layout.left[corner.place], width = layout.width[corner.place];
  corner.at = {end ? left + width : left, end ? row->top + row->height : row->top};
  corner.centre = {left + width / 2, row->top + row->height / 2};
  const float least = corner.place < layout.frozen ? layout.start.x : layout.frozen_right;
  corner.in_view = corner.at.x >= least - 1 && corner.at.x <= layout.body_right + 1 &&
                   corner.at.y >= layout.header_bottom - 1 && corner.at.y <= layout.body_bottom + 1;
}

/// The corners that are in view; the one that is held stays, wherever it is.
std::vector<Corner> corners_of(const Look& look, const GridLayout& layout, std::size_t rows,
                               const RowHeight& height, const GridMemory& memory) {
  std::vector<Corner> corners;
  const std::optional<GridRange> range = range_of(layout, memory);
  if (!range || !is_shown(look, memory)) return corners;
  const std::vector<GridRowPlace> places = place_rows(layout, memory, rows, height);
  Corner both[] = {
      {GridGrip::End, "选区右下角###range_end", range->last_row, range->last_place, {}, {}, false},
      {GridGrip::Start,
       "选区左上角###range_start",
       range->first_row,
       range->first_place,
       {},
       {},
       false}};
  for (Corner& corner : both) {
    find_corner(layout, places, corner);
    if (corner.in_view || memory.grip == corner.grip) corners.push_back(corner);
  }
  return corners;
}

ImVec2 kept_inside(const GridLayout& layout, ImVec2 at, float reach) {
  const float right = std::max(layout.start.x + reach, layout.body_right - reach);
  const float bottom = std::max(layout.header_bottom + reach, layout.body_bottom - reach);
  return {std::clamp(at.x, layout.start.x + reach, right),
          std::clamp(at.y, layout.header_bottom + reach, bottom)};
}

/// The other corner stays where it is, this one goes with the finger.
void take_hold(const GridLayout& layout, const Corner& corner, GridMemory& memory) {
  const std::optional<GridRange> range = range_of(layout, memory);
  if (!range) return;
  const bool end = corner.grip == GridGrip::End;
  memory.anchor = {end ? range->first_row : range->last_row,
                   layout.columns[end ? range->first_place : range->last_place]};
  memory.active = {corner.row, layout.columns[corner.place]};
  const ImVec2 finger = ImGui::GetIO().MousePos;
  memory.grip = corner.grip;
  memory.grip_offset = {finger.x - corner.centre.x, finger.y - corner.centre.y};
  memory.marking = true;
}

}  // namespace

void press_handles(const Look& look, const GridLayout& layout, std::size_t rows,
                   const RowHeight& height, GridMemory& memory) {
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) memory.grip = GridGrip::None;
  const float side = look.px(kTarget);
  // While one is held the range may turn over; the finger keeps what it took.
  if (memory.grip != GridGrip::None && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
    const ImVec2 finger = ImGui::GetIO().MousePos;
    follow_pointer(layout, rows, height, memory,
                   {finger.x - memory.grip_offset.x, finger.y - memory.grip_offset.y});
  }
  for (const Corner& corner : corners_of(look, layout, rows, height, memory)) {
    const ImVec2 middle = kept_inside(layout, corner.at, side / 2);
    ImGui::SetCursorScreenPos({middle.x - side / 2, middle.y - side / 2});
    pressable_by_pointer(corner.label, {side, side});
    note_item("grip", shown_label(corner.label));
    if (ImGui::IsItemActivated()) take_hold(layout, corner, memory);
  }
}

void draw_handles(const Look& look, const GridLayout& layout, std::size_t rows,
                  const RowHeight& height, const GridMemory& memory) {
  const float radius = look.px(kRadius);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Corner& corner : corners_of(look, layout, rows, height, memory)) {
    if (!corner.in_view) continue;
    const ImVec2 middle = kept_inside(layout, corner.at, radius);
    list.AddCircleFilled(middle, radius, look.colour.surface);
    list.AddCircleFilled(middle, radius - look.px(2), look.colour.accent);
  }
}

}  // namespace web
