#include "web/widgets/grid_filter.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/text.h"
#include "web/models/typed_day.h"
#include "web/models/words.h"
#include "web/widgets/controls.h"
#include "web/widgets/day_field.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/text_field.h"

namespace web {
namespace {

std::string number_words(std::int64_t value) {
  return value == kBlank ? std::string() : std::to_string(value);
}

std::string day_words(std::int64_t value) {
  return value == kBlank ? std::string() : full_day(core::Date{static_cast<int>(value)});
}

void draw_part(GridMenu& menu) {
  const float width = ImGui::GetContentRegionAvail().x;
  if (text_field(menu.look, "###filter_part", menu.memory.menu.filter.part,
                 {.hint = "包含文字", .width = width}))
    menu.apply();
}

bool matches(const TableChoice& choice, const std::string& search) {
  return search.empty() || core::contains(choice.word, search);
}

void draw_choices(GridMenu& menu) {
  GridMenuMemory& memory = menu.memory.menu;
  std::vector<std::int64_t>& words = memory.filter.words;
  constexpr std::size_t kSearchFrom = 9;
  const float width = ImGui::GetContentRegionAvail().x;
  if (memory.choices.size() >= kSearchFrom)
    text_field(menu.look, "###filter_search", memory.search, {.hint = "找名称", .width = width});
  const float row = menu.look.px(menu.look.touch ? 44 : 34);
  const auto rows = static_cast<float>(std::min<std::size_t>(memory.choices.size(), 7));
  ImGui::BeginChild("choices", {width, row * std::max(1.0f, rows)}, kTabThrough);
  for (const TableChoice& choice : memory.choices) {
    if (!matches(choice, memory.search)) continue;
    const auto at = std::find(words.begin(), words.end(), choice.code);
    const std::string id = "choice_" + std::to_string(choice.code);
    if (!menu_entry(menu.look, choice.word, id.c_str(), "checkbox",
                    at != words.end() ? "true" : "false", grouped(choice.count)))
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

/// A limit that is no day limits nothing, and says so.
bool draw_day_limit(const Look& look, const char* id, const char* hint, std::string& text,
                    core::Date today) {
  DayNeeds needs;
  needs.understood = typed_day(text, today).value_or(core::Date{});
  if (!text.empty() && !needs.understood.known()) needs.problem = "不是有效日期";
  const bool changed =
      day_field(look, id, hint, text, today, ImGui::GetContentRegionAvail().x, needs);
  if (!needs.problem.empty()) paragraph(look, Type::Small, Tone::Late, needs.problem, "alert");
  gap(look, 4);
  return changed;
}

void draw_quick_days(GridMenu& menu) {
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
    memory.from = quick.from < -99999 ? "" : full_day(menu.options.today + quick.from);
    memory.to = full_day(menu.options.today + quick.to);
    memory.filter.from = day_of(memory.from, menu.options.today);
    memory.filter.to = day_of(memory.to, menu.options.today);
    menu.apply();
  }
}

void draw_limits(GridMenu& menu) {
  GridMenuMemory& memory = menu.memory.menu;
  const core::Date today = menu.options.today;
  const float width = ImGui::GetContentRegionAvail().x;
  bool changed = false;
  if (menu.kind() == ColumnKind::Day) {
    changed |= draw_day_limit(menu.look, "###filter_from", "从这天起", memory.from, today);
    changed |= draw_day_limit(menu.look, "###filter_to", "到这天止", memory.to, today);
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

void draw_blanks(GridMenu& menu) {
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

}  // namespace

bool menu_entry(const Look& look, std::string_view words, const char* id, std::string_view role,
                std::string_view value, std::string_view tail) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = look.px(look.touch ? 44 : 34);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + width, start.y + height};
  const std::string label = std::string(words).append("###").append(id);
  const bool pressed = pressable(label.c_str(), {width, height});
  note_item(role, words, value);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRectFilled(start, end, look.colour.hover, look.px(4));
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

void menu_line(const Look& look) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float y = at.y + look.px(4);
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, y}, {at.x + width, y + look.line},
                                            look.colour.line);
  ImGui::Dummy({width, look.px(9)});
}

void begin_filter(GridMenu& menu, std::size_t column) {
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

void draw_column_filter(GridMenu& menu) {
  if (menu.options.table == nullptr) return;
  menu_line(menu.look);
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
      menu_entry(menu.look, "清除此列筛选", "clear_filter", "menuitem")) {
    menu.memory.menu.filter = {};
    menu.memory.menu.filter.column = static_cast<std::uint8_t>(menu.column());
    menu.apply();
    menu.done = true;
  }
}

}  // namespace web
