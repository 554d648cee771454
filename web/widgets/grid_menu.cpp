#include "web/widgets/grid_menu.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/text.h"
#include "web/models/typed_day.h"
#include "web/models/words.h"
#include "web/widgets/controls.h"
#include "web/widgets/day_field.h"
#include "web/widgets/grid_header.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/text_field.h"

namespace web {
namespace {

constexpr float kWidth = 296;

struct Menu {
  const Look& look;
  const GridRows& rows;
  const GridOptions& options;
  const GridLayout& layout;
  GridMemory& memory;
  bool done = false;  // close it

  std::size_t column() const { return memory.menu.column; }
  ColumnKind kind() const {
    return options.table == nullptr ? ColumnKind::Text : options.table->kind(column());
  }
  void apply() {
    options.query->set_filter(memory.menu.filter);
    memory.top = 0;
  }
};

std::string number_words(std::int64_t value) {
  return value == kBlank ? std::string() : std::to_string(value);
}

std::string day_words(std::int64_t value) {
  return value == kBlank ? std::string() : core::to_string(core::Date{static_cast<int>(value)});
}

/// Fills the menu for the column it was asked for.
void begin(Menu& menu, std::size_t column) {
  GridMenuMemory& memory = menu.memory.menu;
  memory = {};
  memory.column = column;
  memory.filter.column = static_cast<std::uint8_t>(column);
  if (const ColumnFilter* filter = menu.options.query->filter(column)) memory.filter = *filter;
  const bool days = menu.kind() == ColumnKind::Day;
  memory.from = days ? day_words(memory.filter.from) : number_words(memory.filter.from);
  memory.to = days ? day_words(memory.filter.to) : number_words(memory.filter.to);
  if (menu.options.table != nullptr &&
      (menu.kind() == ColumnKind::Word || menu.kind() == ColumnKind::Step))
    memory.choices = choices_of(*menu.options.table, column);
}

/// One line of the menu; true when pressed.
bool entry(const Look& look, std::string_view words, const char* id, std::string_view role,
           std::string_view value = {}, std::string_view tail = {}) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = look.px(look.touch ? 44 : 34);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + width, start.y + height};
  const std::string label = std::string(words).append("###").append(id);
  const bool pressed = ImGui::InvisibleButton(label.c_str(), {width, height});
  note_item(role, words, value);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRectFilled(start, end, look.colour.accent_wash, look.px(4));
  const TextStyle style = text_style(look, Type::Body);
  const TextStyle quiet = text_style(look, Type::Small, Tone::Secondary);
  float left = start.x + look.px(8);
  if (role == "checkbox") {
    const float side = look.px(16);
    const ImVec2 box{left, start.y + std::round((height - side) / 2)};
    const ImVec2 far{box.x + side, box.y + side};
    list.AddRect(box, far, look.colour.secondary, look.px(3), 0, look.px(1.5f));
    if (value == "true")
      list.AddRectFilled({box.x + look.px(3), box.y + look.px(3)},
                         {far.x - look.px(3), far.y - look.px(3)}, look.colour.accent, look.px(2));
    left += side + look.px(8);
  }
  const float tail_width = tail.empty() ? 0 : text_width(quiet, tail) + look.px(12);
  const float room = end.x - look.px(8) - left - tail_width;
  draw_text(list, style, {left, start.y + (height - line_height(style)) / 2},
            shortened(style, words, room));
  draw_text(list, quiet, {end.x - tail_width, start.y + (height - line_height(quiet)) / 2}, tail);
  return pressed;
}

void line_between(const Look& look) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float y = at.y + look.px(4);
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, y}, {at.x + width, y + look.line},
                                            look.colour.line);
  ImGui::Dummy({width, look.px(9)});
}

void draw_sorting(Menu& menu) {
  TableQuery& query = *menu.options.query;
  const auto column = static_cast<std::uint8_t>(menu.column());
  const auto sort = [&](bool down, bool also) {
    if (!also) query.sorts.clear();
    query.sorts.erase(std::remove_if(query.sorts.begin(), query.sorts.end(),
                                     [&](const SortKey& key) { return key.column == column; }),
                      query.sorts.end());
    query.sorts.push_back({column, down});
    menu.memory.top = 0;
    menu.done = true;
  };
  if (entry(menu.look, "升序", "sort_up", "menuitem")) sort(false, false);
  if (entry(menu.look, "降序", "sort_down", "menuitem")) sort(true, false);
  const bool others = std::any_of(query.sorts.begin(), query.sorts.end(),
                                  [&](const SortKey& key) { return key.column != column; });
  if (!others) return;
  if (entry(menu.look, "再按此列升序", "also_up", "menuitem")) sort(false, true);
  if (entry(menu.look, "再按此列降序", "also_down", "menuitem")) sort(true, true);
}

void draw_part(Menu& menu) {
  const float width = ImGui::GetContentRegionAvail().x;
  if (text_field(menu.look, "###filter_part", menu.memory.menu.filter.part,
                 {.hint = "包含文字", .width = width}))
    menu.apply();
}

bool matches(const TableChoice& choice, const std::string& search) {
  return search.empty() || core::contains(choice.word, search);
}

void draw_choices(Menu& menu) {
  GridMenuMemory& memory = menu.memory.menu;
  std::vector<std::int64_t>& words = memory.filter.words;
  constexpr std::size_t kSearchFrom = 9;
  const float width = ImGui::GetContentRegionAvail().x;
  if (memory.choices.size() >= kSearchFrom)
    text_field(menu.look, "###filter_search", memory.search, {.hint = "找名称", .width = width});
  const float row = menu.look.px(menu.look.touch ? 44 : 34);
  const auto rows = static_cast<float>(std::min<std::size_t>(memory.choices.size(), 7));
  ImGui::BeginChild("choices", {width, row * std::max(1.0f, rows)});
  for (const TableChoice& choice : memory.choices) {
    if (!matches(choice, memory.search)) continue;
    const auto at = std::find(words.begin(), words.end(), choice.code);
    const std::string id = "choice_" + std::to_string(choice.code);
    if (!entry(menu.look, choice.word, id.c_str(), "checkbox", at != words.end() ? "true" : "false",
               grouped(choice.count)))
      continue;
    if (at == words.end())
      words.push_back(choice.code);
    else
      words.erase(at);
    menu.apply();
  }
  ImGui::EndChild();
}

std::int64_t number_of(std::string_view text) {
  const std::string folded = core::fold_width(text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), value);
  return error == std::errc() && end == folded.data() + folded.size() ? value : kBlank;
}

std::int64_t day_of(std::string_view text, core::Date today) {
  const std::optional<core::Date> day = typed_day(text, today);
  return day ? day->days : kBlank;
}

void draw_quick_days(Menu& menu) {
  struct Quick {
    const char* words;
    int from, to;
  };
  constexpr Quick kQuick[] = {{"近7天###d7", -6, 0},
                              {"近30天###d30", -29, 0},
                              {"今天前###before", -100000, -1},
                              {"今后30天###next", 0, 30}};
  for (const Quick& quick : kQuick) {
    if (&quick != kQuick) same_line_or_wrap(menu.look, button_width(menu.look, quick.words), 6);
    if (!button(menu.look, quick.words)) continue;
    GridMenuMemory& memory = menu.memory.menu;
    memory.from = quick.from < -99999 ? "" : core::to_string(menu.options.today + quick.from);
    memory.to = core::to_string(menu.options.today + quick.to);
    memory.filter.from = day_of(memory.from, menu.options.today);
    memory.filter.to = day_of(memory.to, menu.options.today);
    menu.apply();
  }
}

void draw_limits(Menu& menu) {
  GridMenuMemory& memory = menu.memory.menu;
  const core::Date today = menu.options.today;
  const float width = ImGui::GetContentRegionAvail().x;
  bool changed = false;
  if (menu.kind() == ColumnKind::Day) {
    changed |= day_field(menu.look, "###filter_from", "从这天起", memory.from, today, width);
    gap(menu.look, 4);
    changed |= day_field(menu.look, "###filter_to", "到这天止", memory.to, today, width);
    gap(menu.look, 4);
    if (today.known()) draw_quick_days(menu);
  } else {
    const float half = (width - menu.look.px(8)) / 2;
    changed |= text_field(menu.look, "###filter_from", memory.from,
                          {.hint = "不小于", .width = half, .keypad = Keypad::Number})
                   .changed;
    ImGui::SameLine(0, menu.look.px(8));
    changed |= text_field(menu.look, "###filter_to", memory.to,
                          {.hint = "不大于", .width = half, .keypad = Keypad::Number})
                   .changed;
  }
  if (!changed) return;
  const bool days = menu.kind() == ColumnKind::Day;
  memory.filter.from = days ? day_of(memory.from, today) : number_of(memory.from);
  memory.filter.to = days ? day_of(memory.to, today) : number_of(memory.to);
  menu.apply();
}

void draw_blanks(Menu& menu) {
  struct Choice {
    const char* words;
    Blanks blanks;
  };
  constexpr Choice kChoices[] = {{"全部###blanks_all", Blanks::Shown},
                                 {"非空###blanks_hidden", Blanks::Hidden},
                                 {"空白###blanks_only", Blanks::Only}};
  gap(menu.look, 6);
  for (const Choice& choice : kChoices) {
    if (&choice != kChoices) ImGui::SameLine(0, menu.look.px(6));
    if (!pill(menu.look, choice.words, menu.memory.menu.filter.blanks == choice.blanks)) continue;
    menu.memory.menu.filter.blanks = choice.blanks;
    menu.apply();
  }
}

void draw_filter(Menu& menu) {
  if (menu.options.table == nullptr) return;
  line_between(menu.look);
  switch (menu.kind()) {
    case ColumnKind::Text:
      draw_part(menu);
      break;
    case ColumnKind::Word:
    case ColumnKind::Step:
      draw_choices(menu);
      break;
    default:
      draw_limits(menu);
  }
  draw_blanks(menu);
  gap(menu.look, 2);
  if (menu.options.query->filter(menu.column()) != nullptr &&
      entry(menu.look, "清除此列筛选", "clear_filter", "menuitem")) {
    menu.memory.menu.filter = {};
    menu.memory.menu.filter.column = static_cast<std::uint8_t>(menu.column());
    menu.apply();
    menu.done = true;
  }
}

void shift(Menu& menu, std::size_t place, std::size_t before) {
  std::vector<std::string_view> ids;
  for (const GridColumn& column : menu.options.columns) ids.push_back(column.id);
  move_column(menu.memory.view, ids, place, before);
  menu.memory.view_changed = menu.done = true;
}

void draw_freezing(Menu& menu, std::size_t place) {
  ColumnView& view = menu.memory.view;
  const bool here = menu.layout.frozen == place + 1;
  if (!entry(menu.look, here ? "取消冻结" : "冻结到此列", "freeze", "menuitem")) return;
  view.frozen = here ? 0 : static_cast<int>(place + 1);
  menu.memory.view_changed = menu.done = true;
}

void draw_arranging(Menu& menu) {
  line_between(menu.look);
  ColumnView& view = menu.memory.view;
  const std::size_t place = menu.layout.place_of(menu.column());
  const std::size_t count = menu.layout.columns.size();
  if (place < count) {
    if (place > 0 && entry(menu.look, "左移", "move_left", "menuitem"))
      shift(menu, place, place - 1);
    if (place + 1 < count && entry(menu.look, "右移", "move_right", "menuitem"))
      shift(menu, place, place + 2);
    draw_freezing(menu, place);
    if (entry(menu.look, "合适的列宽", "fit", "menuitem")) {
      fit_column(menu.look, menu.rows, menu.options, menu.layout, place, menu.memory);
      menu.done = true;
    }
  }
  if (count > 1 && entry(menu.look, "隐藏此列", "hide", "menuitem")) {
    view.hide(menu.options.columns[menu.column()].id);
    menu.memory.view_changed = menu.done = true;
  }
  if (entry(menu.look, "行高随内容", "wrap", "checkbox", view.wrap ? "true" : "false")) {
    view.wrap = !view.wrap;
    menu.memory.view_changed = menu.done = true;
  }
}

void draw_hidden(Menu& menu) {
  ColumnView& view = menu.memory.view;
  if (view == ColumnView{}) return;
  line_between(menu.look);
  for (const GridColumn& column : menu.options.columns) {
    if (!view.is_hidden(column.id)) continue;
    const std::string id = "unhide_" + std::string(column.id);
    if (!entry(menu.look, "显示“" + std::string(column.title) + "”", id.c_str(), "menuitem"))
      continue;
    view.show(column.id);
    menu.memory.view_changed = menu.done = true;
  }
  if (entry(menu.look, "恢复原来的列", "reset_view", "menuitem")) {
    view = {};
    menu.memory.view_changed = menu.done = true;
  }
}

}  // namespace

void draw_grid_menu(const Look& look, const GridRows& rows, const GridOptions& options,
                    const GridLayout& layout, GridMemory& memory) {
  if (options.query == nullptr) return;
  Menu menu{look, rows, options, layout, memory};
  if (memory.menu.wanted < options.columns.size()) {
    begin(menu, memory.menu.wanted);
    ImGui::OpenPopup("column_menu");
  }
  memory.menu.wanted = SIZE_MAX;
  if (memory.menu.column >= options.columns.size()) return;
  const std::size_t place = layout.place_of(memory.menu.column);
  const float left = place < layout.left.size() ? layout.left[place] : layout.start.x;
  ImGui::SetNextWindowPos({std::max(left, layout.start.x), layout.header_bottom + look.px(2)},
                          ImGuiCond_Appearing);
  ImGui::SetNextWindowSize({look.px(kWidth), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.px(8), look.px(8)});
  if (ImGui::BeginPopup("column_menu")) {
    draw_sorting(menu);
    draw_filter(menu);
    draw_arranging(menu);
    draw_hidden(menu);
    if (menu.done) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

}  // namespace web
