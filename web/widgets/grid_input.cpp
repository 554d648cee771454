#include "web/widgets/grid_input.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "web/widgets/grid_range.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"

namespace web {
namespace {

/// One notch of the wheel moves as far as in Dear ImGui's own windows, so dragging by finger, which
/// the page turns into wheel events, feels the same everywhere.
float wheel_step(float lines, float page) {
  return std::trunc(std::min(lines * ImGui::GetCurrentWindow()->FontRefSize, page * 0.67f));
}

void take_wheel(const GridLayout& layout, std::size_t rows, const RowHeight& height,
                GridMemory& memory) {
  if (!ImGui::IsWindowHovered()) return;
  const ImGuiIO& io = ImGui::GetIO();
  const float down = io.KeyShift ? 0 : io.MouseWheel;
  const float aside = io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0);
  const double pixels = static_cast<double>(-down * wheel_step(5, layout.body_height()));
  move_rows(memory, pixels, rows, height);
  memory.left -= aside * wheel_step(2, layout.body_right - layout.start.x);
}

bool pressed(ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat); }

/// How many rows and places a key moves.
struct Step {
  long rows = 0, places = 0;

  bool any() const { return rows != 0 || places != 0; }
};

Step step_of(const GridLayout& layout) {
  constexpr long kAll = 1L << 30;
  const bool far = ImGui::GetIO().KeyCtrl;
  const long page = std::max(1L, static_cast<long>(layout.body_height() / layout.row_height) - 1);
  if (pressed(ImGuiKey_DownArrow)) return {far ? kAll : 1, 0};
  if (pressed(ImGuiKey_UpArrow)) return {far ? -kAll : -1, 0};
  if (pressed(ImGuiKey_RightArrow)) return {0, far ? kAll : 1};
  if (pressed(ImGuiKey_LeftArrow)) return {0, far ? -kAll : -1};
  if (pressed(ImGuiKey_PageDown)) return {page, 0};
  if (pressed(ImGuiKey_PageUp)) return {-page, 0};
  if (pressed(ImGuiKey_Home)) return {far ? -kAll : 0, -kAll};
  if (pressed(ImGuiKey_End)) return {far ? kAll : 0, kAll};
  return {};
}

std::size_t moved(std::size_t from, long by, std::size_t count) {
  const long to = static_cast<long>(from) + by;
  return static_cast<std::size_t>(std::clamp(to, 0L, static_cast<long>(count) - 1));
}

struct Keys {
  const GridRows& rows;
  const GridOptions& options;
  const GridLayout& layout;
  const RowHeight& height;
  GridMemory& memory;
  GridAsk& ask;

  /// Where the keys start from: the cell pressed last, else the chosen row.
  GridPlace here() const {
    GridPlace place = memory.active;
    if (!has_range(memory) && options.selected) place.row = *options.selected;
    const bool hidden = layout.place_of(place.column) >= layout.columns.size();
    if (hidden) place.column = layout.columns.front();
    return place;
  }

  void go(const Step& step) {
    const bool extend = ImGui::GetIO().KeyShift;
    GridPlace place = here();
    const bool fresh = !place.known() || place.row >= rows.count();
    // The first key on an untouched list goes to its beginning.
    if (fresh) place.row = 0;
    const long down = fresh && step.rows > 0 ? step.rows - 1 : step.rows;
    if (extend && !memory.anchor.known()) memory.anchor = place;
    const std::size_t row = place.row;
    place.row = moved(place.row, down, rows.count());
    const std::size_t at = moved(layout.place_of(place.column), step.places, layout.columns.size());
    place.column = layout.columns[at];
    memory.active = place;
    if (step.places != 0) memory.cell_by_keys = true;
    if (!extend) memory.anchor = place;
    if (!extend && (place.row != row || fresh)) ask.pressed = place.row;
    reveal_row(layout, memory, place.row, height);
    reveal_place(layout, memory, at);
  }

  void select(std::size_t first_row, std::size_t last_row, std::size_t first, std::size_t last) {
    memory.anchor = {first_row, first};
    memory.active = {last_row, last};
  }

  /// Whole rows, whole columns, everything.
  void select_more() {
    const std::size_t last = rows.count() - 1;
    const std::size_t left = layout.columns.front();
    const std::size_t right = layout.columns.back();
    if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_A)) select(0, last, left, right);
    if (!memory.active.known()) return;
    const auto [low, high] = std::minmax(memory.anchor.row, memory.active.row);
    if (ImGui::IsKeyChordPressed(ImGuiMod_Shift | ImGuiKey_Space)) select(low, high, left, right);
    if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Space))
      select(0, last, memory.anchor.column, memory.active.column);
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) memory.active = memory.anchor;
    if (options.query != nullptr && ImGui::IsKeyChordPressed(ImGuiMod_Alt | ImGuiKey_DownArrow))
      memory.menu.wanted = memory.active.column;
  }

  void copy() {
    if (!ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_C)) return;
    GridMemory place;
    place.anchor = memory.anchor.known() ? memory.anchor : here();
    place.active = memory.anchor.known() ? memory.active : place.anchor;
    const std::optional<GridRange> range = range_of(layout, place);
    if (range) copy_range(rows, options, layout, *range);
  }

  void open() {
    const GridPlace place = here();
    if (!ImGui::IsKeyPressed(ImGuiKey_Enter, false) || place.row >= rows.count()) return;
    ask.opened = place.row;
    ask.opened_column = place.column;
    ask.opened_by_key = true;
  }

  void take() {
    if (rows.count() == 0 || !memory.has_keys || ImGui::GetIO().WantTextInput) return;
    open();
    select_more();
    copy();
    const Step step = ImGui::GetIO().KeyAlt ? Step{} : step_of(layout);
    if (step.any()) go(step);
  }
};

struct Bar {
  ImVec2 start, end;  // the track
  double share;       // of the content that is seen
  bool upright;
};

/// Draws one bar and returns where it was dragged to, or `place`; both 0 … 1.
double draw_bar(const Look& look, const char* id, const Bar& bar, double place, float& drag) {
  const float length = bar.upright ? bar.end.y - bar.start.y : bar.end.x - bar.start.x;
  const float grab =
      std::min(length, std::max(look.px(24), static_cast<float>(bar.share) * length));
  float at = static_cast<float>(place) * (length - grab);
  ImGui::SetCursorScreenPos(bar.start);
  pressable_by_pointer(id, {bar.end.x - bar.start.x, bar.end.y - bar.start.y});
  note_item("scrollbar", shown_label(id));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float pointer = bar.upright ? mouse.y - bar.start.y : mouse.x - bar.start.x;
  if (ImGui::IsItemActivated())
    drag = pointer >= at && pointer <= at + grab ? pointer - at : grab / 2;
  if (ImGui::IsItemActive() && length > grab) {
    at = std::clamp(pointer - drag, 0.0f, length - grab);
    place = static_cast<double>(at) / static_cast<double>(length - grab);
  }
  const float thin = look.px(2);
  const ImU32 colour =
      ImGui::IsItemActive() || ImGui::IsItemHovered() ? look.colour.secondary : look.colour.line;
  const ImVec2 from = bar.upright ? ImVec2{bar.start.x + thin, bar.start.y + at}
                                  : ImVec2{bar.start.x + at, bar.start.y + thin};
  const ImVec2 to = bar.upright ? ImVec2{bar.end.x - thin, from.y + grab}
                                : ImVec2{from.x + grab, bar.end.y - thin};
  ImGui::GetWindowDrawList()->AddRectFilled(from, to, colour, look.px(4));
  return place;
}

/// Row under a height of the screen, for a range that is dragged beyond what is seen too.
std::size_t row_at(const GridLayout& layout, const GridMemory& memory, std::size_t rows,
                   const RowHeight& height, float y) {
  const std::vector<GridRowPlace> places = place_rows(layout, memory, rows, height);
  if (places.empty()) return 0;
  for (const GridRowPlace& place : places)
    if (y < place.top + place.height) return place.row;
  return places.back().row;
}

/// While the mouse is held, the range follows it.
void follow_mouse(const GridLayout& layout, std::size_t rows, const RowHeight& height,
                  GridMemory& memory) {
  follow_pointer(layout, rows, height, memory, ImGui::GetIO().MousePos);
}

}  // namespace

void follow_pointer(const GridLayout& layout, std::size_t rows, const RowHeight& height,
                    GridMemory& memory, ImVec2 point) {
  const std::size_t place = layout.place_at(
      std::clamp(point.x, layout.start.x + 1, std::max(layout.start.x + 1, layout.body_right - 1)));
  if (place == SIZE_MAX) return;
  memory.active = {row_at(layout, memory, rows, height, point.y), layout.columns[place]};
  const float beyond = point.y > layout.body_bottom     ? point.y - layout.body_bottom
                       : point.y < layout.header_bottom ? point.y - layout.header_bottom
                                                        : 0;
  if (beyond != 0) move_rows(memory, static_cast<double>(beyond) / 4, rows, height);
}

void scroll_grid(const GridRows& rows, const GridOptions& options, const GridLayout& layout,
                 const RowHeight& height, GridMemory& memory, GridAsk& ask) {
  take_wheel(layout, rows.count(), height, memory);
  Keys{rows, options, layout, height, memory, ask}.take();
  const std::optional<std::size_t> shown = ask.pressed ? ask.pressed : options.selected;
  if (memory.reveal && shown) reveal_row(layout, memory, *shown, height);
  memory.reveal = false;
}

void use_row(const GridLayout& layout, const GridRowPlace& place, bool row_pressed,
             std::size_t rows, const RowHeight& height, GridMemory& memory, GridAsk& ask) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const std::size_t at = layout.place_at(mouse.x);
  const std::size_t column = at == SIZE_MAX ? SIZE_MAX : layout.columns[at];
  if (ImGui::IsItemActivated() && at != SIZE_MAX) {
    memory.active = {place.row, column};
    memory.cell_by_keys = false;
    if (!ImGui::GetIO().KeyShift || !memory.anchor.known()) memory.anchor = memory.active;
  } else if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
    follow_mouse(layout, rows, height, memory);
  }
  // A long press arrives as the right button.
  if (ImGui::IsItemHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Right) && at != SIZE_MAX) {
    const GridPlace here{place.row, column};
    const std::optional<GridRange> range = range_of(layout, memory);
    if (!range || !has_range(memory) || !range->holds(place.row, at))
      memory.anchor = memory.active = here;
    memory.marking = true;
  }
  if (row_pressed && !has_range(memory)) {
    ask.pressed = place.row;
    ask.column = column;
  }
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    ask.opened = place.row;
    ask.opened_column = column;
  }
}

void mark_rows(const GridLayout& layout, std::size_t rows, const RowHeight& height,
               GridMemory& memory) {
  const bool handle = memory.grip != GridGrip::None;
  const bool on_totals =
      has_totals(memory) &&
      ImGui::IsMouseHoveringRect({layout.start.x, layout.body_bottom}, layout.end, /*clip=*/false);
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !handle && !on_totals) memory.marking = false;
  if (memory.marking && ImGui::IsMouseDragging(ImGuiMouseButton_Right))
    follow_mouse(layout, rows, height, memory);
}

void draw_scrollbars(const Look& look, const GridLayout& layout, std::size_t rows,
                     GridMemory& memory) {
  const float thick = ImGui::GetStyle().ScrollbarSize;
  if (layout.scrolls()) {
    const Bar bar{{layout.end.x - thick, layout.header_bottom + look.px(2)},
                  {layout.end.x, layout.body_bottom - look.px(2)},
                  1 - layout.last_top / static_cast<double>(rows),
                  /*upright=*/true};
    memory.top = layout.last_top * draw_bar(look, "滚动条###scroll_down", bar,
                                            memory.top / layout.last_top, memory.drag);
  }
  if (layout.scrolls_sideways()) {
    const float content = layout.columns_width - (layout.frozen_right - layout.start.x);
    const float view = layout.body_right - layout.frozen_right;
    const Bar bar{{layout.frozen_right, layout.body_bottom},
                  {layout.body_right, layout.body_bottom + thick},
                  static_cast<double>(view / content),
                  /*upright=*/false};
    const float most = content - view;
    memory.left =
        most * static_cast<float>(draw_bar(look, "横向滚动条###scroll_aside", bar,
                                           static_cast<double>(memory.left / most), memory.drag));
  }
}

}  // namespace web
