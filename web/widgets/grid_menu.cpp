#include "web/widgets/grid_menu.h"

#include <algorithm>

#include "web/widgets/grid_filter.h"
#include "web/widgets/grid_header.h"

namespace web {
namespace {

constexpr float kWidth = 296;
constexpr float kTop = 64;  // design pixels: the bar over every screen stays free
constexpr float kEdge = 8;

void draw_sorting(GridMenu& menu) {
  TableQuery& query = *menu.options.query;
  const auto column = static_cast<std::uint8_t>(menu.column());
  const auto forget = [&] {
    query.sorts.erase(std::remove_if(query.sorts.begin(), query.sorts.end(),
                                     [&](const SortKey& key) { return key.column == column; }),
                      query.sorts.end());
    menu.memory.top = 0;
    menu.done = true;
  };
  const auto sort = [&](bool down, bool also) {
    forget();
    if (!also) query.sorts.clear();
    query.sorts.push_back({column, down});
  };
  if (menu_entry(menu.look, "升序", "sort_up", "menuitem")) sort(false, false);
  if (menu_entry(menu.look, "降序", "sort_down", "menuitem")) sort(true, false);
  if (query.sort_place(column) > 0 && menu_entry(menu.look, "不按此列排序", "sort_not", "menuitem"))
    forget();
  const bool others = std::any_of(query.sorts.begin(), query.sorts.end(),
                                  [&](const SortKey& key) { return key.column != column; });
  if (!others) return;
  if (menu_entry(menu.look, "再按此列升序", "also_up", "menuitem")) sort(false, true);
  if (menu_entry(menu.look, "再按此列降序", "also_down", "menuitem")) sort(true, true);
}

void shift(GridMenu& menu, std::size_t place, std::size_t before) {
  std::vector<std::string_view> ids;
  for (const GridColumn& column : menu.options.columns) ids.push_back(column.id);
  move_column(menu.memory.view, ids, place, before);
  menu.memory.view_changed = menu.done = true;
}

void draw_freezing(GridMenu& menu, std::size_t place) {
  ColumnView& view = menu.memory.view;
  const bool here = menu.layout.frozen == place + 1;
  if (!menu_entry(menu.look, here ? "取消冻结" : "冻结到此列", "freeze", "menuitem")) return;
  view.frozen = here ? 0 : static_cast<int>(place + 1);
  menu.memory.view_changed = menu.done = true;
}

void draw_arranging(GridMenu& menu) {
  menu_line(menu.look);
  ColumnView& view = menu.memory.view;
  const std::size_t place = menu.layout.place_of(menu.column());
  const std::size_t count = menu.layout.columns.size();
  if (place < count) {
    if (place > 0 && menu_entry(menu.look, "左移", "move_left", "menuitem"))
      shift(menu, place, place - 1);
    if (place + 1 < count && menu_entry(menu.look, "右移", "move_right", "menuitem"))
      shift(menu, place, place + 2);
    draw_freezing(menu, place);
    if (menu_entry(menu.look, "合适的列宽", "fit", "menuitem")) {
      fit_column(menu.look, menu.rows, menu.options, menu.layout, place, menu.memory);
      menu.done = true;
    }
  }
  if (count > 1 && menu_entry(menu.look, "隐藏此列", "hide", "menuitem")) {
    view.hide(menu.options.columns[menu.column()].id);
    menu.memory.view_changed = menu.done = true;
  }
  if (menu_entry(menu.look, "行高随内容", "wrap", "checkbox", view.wrap ? "true" : "false")) {
    view.wrap = !view.wrap;
    menu.memory.view_changed = menu.done = true;
  }
}

void draw_hidden(GridMenu& menu) {
  ColumnView& view = menu.memory.view;
  if (view == ColumnView{}) return;
  menu_line(menu.look);
  for (const GridColumn& column : menu.options.columns) {
    if (!view.is_hidden(column.id)) continue;
    const std::string id = "unhide_" + std::string(column.id);
    if (!menu_entry(menu.look, "显示“" + std::string(column.title) + "”", id.c_str(), "menuitem"))
      continue;
    view.show(column.id);
    menu.memory.view_changed = menu.done = true;
  }
  if (menu_entry(menu.look, "恢复原来的列", "reset_view", "menuitem")) {
    view = {};
    menu.memory.view_changed = menu.done = true;
  }
}

/// A menu that has grown, by 清除此列筛选 for one, moves up rather than out of sight.
void keep_inside(const Look& look) {
  const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  const ImVec2 room = ImGui::GetIO().DisplaySize;
  const float edge = look.px(kEdge);
  const ImVec2 to{std::max(edge, std::min(at.x, room.x - edge - size.x)),
                  std::max(look.px(kTop), std::min(at.y, room.y - edge - size.y))};
  if (to.x != at.x || to.y != at.y) ImGui::SetWindowPos(to);
}

}  // namespace

void draw_grid_menu(const Look& look, const GridRows& rows, const GridOptions& options,
                    const GridLayout& layout, GridMemory& memory) {
  if (options.query == nullptr) return;
  GridMenu menu{look, rows, options, layout, memory};
  if (memory.menu.wanted < options.columns.size()) {
    begin_filter(menu, memory.menu.wanted);
    ImGui::OpenPopup("column_menu");
  }
  memory.menu.wanted = SIZE_MAX;
  if (memory.menu.column >= options.columns.size()) return;
  const std::size_t place = layout.place_of(memory.menu.column);
  const float left = place < layout.left.size() ? layout.left[place] : layout.start.x;
  ImGui::SetNextWindowPos({std::max(left, layout.start.x), layout.header_bottom + look.px(2)},
                          ImGuiCond_Appearing);
  ImGui::SetNextWindowSize({look.px(kWidth), 0});
  const float most = ImGui::GetIO().DisplaySize.y - look.px(kTop + kEdge);
  ImGui::SetNextWindowSizeConstraints({0, 0}, {look.px(kWidth), std::max(most, look.px(120))});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.px(8), look.px(8)});
  if (ImGui::BeginPopup("column_menu")) {
    keep_inside(look);
    draw_sorting(menu);
    draw_column_filter(menu);
    draw_arranging(menu);
    draw_hidden(menu);
    if (menu.done) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

}  // namespace web
