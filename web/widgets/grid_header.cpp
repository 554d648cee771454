#include "web/widgets/grid_header.h"

#include <algorithm>
#include <cmath>

#include "web/widgets/controls.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr float kEdge = 7;          // what can be taken hold of to resize
constexpr float kLeast = 44;        // no column gets narrower, design pixels
constexpr std::size_t kSeen = 200;  // rows looked at to fit a column

struct Head {
  std::size_t place, column;
  ImVec2 start, end;
  float menu, edge;  // widths of the two zones at the right
};

std::string id_of(const GridOptions& options, const Head& head, const char* kind) {
  const GridColumn& column = options.columns[head.column];
  return std::string(column.title).append("###").append(kind).append(column.id);
}

std::string sign_of(const GridOptions& options, std::size_t column) {
  const std::size_t place = options.query == nullptr ? 0 : options.query->sort_place(column);
  if (place == 0) return {};
  std::string sign = options.query->sorts[place - 1].descending ? " ↓" : " ↑";
  if (options.query->sorts.size() > 1) sign += std::to_string(place);
  return sign;
}

std::string_view sort_word(const GridOptions& options, std::size_t column) {
  const std::size_t place = options.query == nullptr ? 0 : options.query->sort_place(column);
  if (place == 0) return "none";
  return options.query->sorts[place - 1].descending ? "descending" : "ascending";
}

/// Numbers are looked at from the largest, days and names from the first.
bool down_first(const GridOptions& options, std::size_t column) {
  if (options.table == nullptr) return false;
  return options.table->kind(column) == ColumnKind::Number;
}

/// The place before which a column dragged to `x` would stand.
std::size_t landing(const GridLayout& layout, float x) {
  std::size_t before = 0;
  while (before < layout.columns.size() && layout.left[before] + layout.width[before] / 2 < x)
    ++before;
  return before;
}

void end_move(const GridOptions& options, const GridLayout& layout, GridMemory& memory) {
  std::vector<std::string_view> ids;
  for (const GridColumn& column : options.columns) ids.push_back(column.id);
  const std::size_t from = layout.place_of(memory.moved);
  move_column(memory.view, ids, from, landing(layout, ImGui::GetIO().MousePos.x));
  memory.view_changed = true;
  memory.moved = SIZE_MAX;
}

void press_title(const Look& look, const GridOptions& options, const Head& head,
                 const GridLayout& layout, GridMemory& memory) {
  ImGui::SetCursorScreenPos(head.start);
  const float menu = look.touch ? 0 : head.menu;
  const ImVec2 size{std::max(1.0f, head.end.x - head.start.x - menu - head.edge),
                    head.end.y - head.start.y};
  const bool pressed = pressable(id_of(options, head, "head_").c_str(), size);
  note_item("columnheader", options.columns[head.column].title, sort_word(options, head.column));
  const bool far = ImGui::IsMouseDragging(ImGuiMouseButton_Left, look.px(10));
  if (ImGui::IsItemActive() && far) memory.moved = head.column;
  if (memory.moved == head.column && !ImGui::IsItemActive()) {
    end_move(options, layout, memory);
    return;
  }
  if (options.query == nullptr) return;
  // A long press arrives as the right button.
  if (ImGui::IsItemHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Right))
    memory.menu.wanted = head.column;
  if (!pressed) return;
  if (look.touch) {  // a finger wants one large target; sorting is in the menu
    memory.menu.wanted = head.column;
    return;
  }
  const ImGuiIO& io = ImGui::GetIO();
  options.query->sort_by(head.column, io.KeyShift || io.KeyCtrl, down_first(options, head.column));
  memory.top = 0;
}

/// ▾, in the accent colour when the column is filtered.
void draw_sign(const Look& look, ImVec2 centre, bool filtered, bool bright) {
  const float half = look.px(4);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 ink = bright || filtered ? look.colour.accent : look.colour.secondary;
  if (filtered)
    list.AddRectFilled({centre.x - half * 2, centre.y - half * 2},
                       {centre.x + half * 2, centre.y + half * 2}, look.colour.accent_wash,
                       look.px(4));
  list.AddTriangleFilled({centre.x - half, centre.y - half / 2},
                         {centre.x + half, centre.y - half / 2},
                         {centre.x, centre.y + half / 2 + 1}, ink);
}

/// By finger the title opens the menu and this is only its sign.
void press_menu(const Look& look, const GridOptions& options, const Head& head,
                const GridLayout& layout, GridMemory& memory) {
  const ImVec2 at{head.end.x - head.menu - head.edge, head.start.y};
  // Of a column that is only begun at the edge it is out of sight, and no place for the keys.
  if (head.menu <= 0 || at.x >= layout.body_right) return;
  const ImVec2 size{head.menu, head.end.y - head.start.y};
  const bool filtered = options.query->filter(head.column) != nullptr;
  const ImVec2 centre{at.x + size.x / 2, at.y + size.y / 2};
  if (look.touch) {
    draw_sign(look, centre, filtered, false);
    return;
  }
  ImGui::SetCursorScreenPos(at);
  if (pressable(id_of(options, head, "menu_").c_str(), size)) memory.menu.wanted = head.column;
  const std::string words = std::string(options.columns[head.column].title) +
                            (filtered ? "：已筛选，筛选和列设置" : "：筛选和列设置");
  note_item("button", words, filtered ? "true" : "");
  note_opens(memory.menu.column == head.column && ImGui::IsPopupOpen("column_menu"));
  draw_sign(look, centre, filtered, ImGui::IsItemHovered());
}

/// What stands before an edge stays as wide as it is, so that the edge goes with the pointer.
void hold_before(const Look& look, const GridOptions& options, const GridLayout& layout,
                 std::size_t place, ColumnView& view) {
  for (std::size_t at = 0; at < place; ++at) {
    const GridColumn& column = options.columns[layout.columns[at]];
    if (column.grow > 0)
      view.widths.try_emplace(std::string(column.id), std::round(layout.width[at] / look.scale));
  }
}

void drag_edge(const Look& look, const GridRows& rows, const GridOptions& options, const Head& head,
               const GridLayout& layout, GridMemory& memory) {
  ImGui::SetCursorScreenPos({head.end.x - head.edge, head.start.y});
  pressable_by_pointer(id_of(options, head, "edge_").c_str(),
                       {head.edge, head.end.y - head.start.y});
  note_item("separator", std::string(options.columns[head.column].title) + "：列宽");
  const bool held = ImGui::IsItemActive();
  if (held || ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    ImGui::GetWindowDrawList()->AddRectFilled({head.end.x - look.px(2), head.start.y}, head.end,
                                              look.colour.accent);
  }
  const float x = ImGui::GetIO().MousePos.x;
  if (ImGui::IsItemActivated()) memory.drag = layout.width[head.place] - x;
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    fit_column(look, rows, options, layout, head.place, memory);
  } else if (held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1)) {
    hold_before(look, options, layout, head.place, memory.view);
    const float width = std::clamp((memory.drag + x) / look.scale, kLeast, 1600.0f);
    memory.view.widths[std::string(options.columns[head.column].id)] = std::round(width);
    memory.view_changed = true;
  }
}

void draw_title(const Look& look, const GridOptions& options, const Head& head) {
  const GridColumn& column = options.columns[head.column];
  const std::string sign = sign_of(options, head.column);
  const TextStyle style = text_style(look, sign.empty() ? Type::Small : Type::SmallBold,
                                     sign.empty() ? Tone::Secondary : Tone::Plain);
  const float padding = look.px(12);
  // Without a menu a title ends where its numbers do.
  const float tail = std::max(head.menu + head.edge, column.right ? padding : padding / 2);
  const float room = head.end.x - head.start.x - padding - tail;
  const std::string title =
      shortened(style, column.title, std::max(0.0f, room - text_width(style, sign))) + sign;
  const float spare = column.right ? std::max(0.0f, room - text_width(style, title)) : 0;
  const float y = head.start.y + (head.end.y - head.start.y - line_height(style)) / 2;
  draw_text(*ImGui::GetWindowDrawList(), style, {head.start.x + padding + spare, y}, title);
}

/// Where the whole header opens the menu, its sign leaves the room to the arrow of what is sorted.
bool gives_way(const Look& look, const TableQuery& query, std::size_t column) {
  return look.touch && query.sort_place(column) > 0 && query.filter(column) == nullptr;
}

void draw_head(const Look& look, const GridRows& rows, const GridOptions& options,
               const GridLayout& layout, std::size_t place, GridMemory& memory) {
  Head head{place, layout.columns[place], {layout.left[place], layout.start.y}, {}, 0, 0};
  head.end = {head.start.x + layout.width[place], layout.header_bottom};
  head.edge = std::min(look.px(look.touch ? 12 : kEdge), layout.width[place] / 4);
  if (options.query != nullptr && !gives_way(look, *options.query, head.column))
    head.menu = std::min(look.px(22), layout.width[place] / 3);
  press_title(look, options, head, layout, memory);
  // Of a column scrolled out of view up to its menu nothing else says what its cells stand under.
  if (last_listed_item() == nullptr)
    note("columnheader", options.columns[head.column].title, head.start, head.end,
         sort_word(options, head.column));
  const ImVec2 from = head.start;
  if (ImGui::IsItemHovered() && !look.touch && options.query != nullptr)
    ImGui::GetWindowDrawList()->AddRectFilled(from, head.end, IM_COL32(127, 127, 127, 14));
  draw_title(look, options, head);
  press_menu(look, options, head, layout, memory);
  drag_edge(look, rows, options, head, layout, memory);
}

void draw_landing(const Look& look, const GridLayout& layout, const GridMemory& memory) {
  if (memory.moved == SIZE_MAX) return;
  const std::size_t before = landing(layout, ImGui::GetIO().MousePos.x);
  const float x =
      before < layout.left.size() ? layout.left[before] : layout.left.back() + layout.width.back();
  ImGui::GetForegroundDrawList()->AddRectFilled(
      {x - look.px(1), layout.start.y}, {x + look.px(2), layout.body_bottom}, look.colour.accent);
}

}  // namespace

void fit_column(const Look& look, const GridRows& rows, const GridOptions& options,
                const GridLayout& layout, std::size_t place, GridMemory& memory) {
  const std::size_t column = layout.columns[place];
  const TextStyle style = text_style(look, Type::BodyBold);
  float width = text_width(style, options.columns[column].title) + look.px(30);
  const auto first = static_cast<std::size_t>(memory.top);
  for (std::size_t row = first; row < std::min(first + kSeen, rows.count()); ++row) {
    Cell cell;
    rows.cell(row, column, cell);
    const float chip = cell.kind == Cell::Kind::Chip ? look.px(16) : 0;
    width = std::max({width, text_width(style, cell.text) + chip, text_width(style, cell.second)});
  }
  const float design = (width + look.px(26)) / look.scale;
  memory.view.widths[std::string(options.columns[column].id)] =
      std::round(std::clamp(design, kLeast, 800.0f));
  memory.view_changed = true;
}

void draw_grid_header(const Look& look, const GridRows& rows, const GridOptions& options,
                      const GridLayout& layout, GridMemory& memory) {
  for (std::size_t place = 0; place < layout.frozen; ++place)
    draw_head(look, rows, options, layout, place, memory);
  ImGui::PushClipRect({layout.frozen_right, layout.start.y},
                      {layout.body_right, layout.header_bottom}, true);
  for (std::size_t place = layout.frozen; place < layout.columns.size(); ++place) {
    const float left = layout.left[place];
    if (left < layout.body_right && left + layout.width[place] > layout.frozen_right)
      draw_head(look, rows, options, layout, place, memory);
  }
  ImGui::PopClipRect();
  const float y = layout.header_bottom - look.line;
  ImGui::GetWindowDrawList()->AddRectFilled({layout.start.x, y},
                                            {layout.end.x, layout.header_bottom}, look.colour.line);
  draw_landing(look, layout, memory);
}

}  // namespace web
