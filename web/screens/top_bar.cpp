#include "web/screens/top_bar.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "web/models/words.h"
#include "web/screens/data_screen.h"
#include "web/widgets/controls.h"
#include "web/widgets/focus_trail.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/text_field.h"

namespace web {
namespace {

/// Things are placed from both ends of the bar until they meet.
struct Cursor {
  float left, right, top, bottom;
};

void draw_word(const TextStyle& style, std::string_view words, std::string_view role, float x,
               const Cursor& at) {
  const float y = at.top + (at.bottom - at.top - line_height(style)) / 2;
  draw_text(*ImGui::GetWindowDrawList(), style, {x, y}, words);
  note(role, words, {x, y}, {x + text_width(style, words), y + line_height(style)});
}

void place_left(const TextStyle& style, std::string_view words, std::string_view role,
                float gap_after, Cursor& at) {
  draw_word(style, words, role, at.left, at);
  at.left += text_width(style, words) + gap_after;
}

/// What the bar says while there is room for all of it, and less where there is less.
struct Plan {
  std::string brand = "责链";
  std::string office;
  std::string day;
  bool as_of = true;         // 截至 before the day
  bool saved_brief = false;  // two characters beside the dot
  bool settings_word = true;
  bool undo_words = true;         // else an arrow
  int search = 0;                 // of kSearch
  float edge = 20, between = 16;  // design pixels
};

/// What is always there: search, undo and settings; the rest goes first.
struct Wanted {
  bool undo = false, redo = false;  // Where there is one, both have their seat.
  StorageWords saved;

  bool steps() const { return undo || redo; }
};

constexpr const char* kUndo = "撤销###undo";
constexpr const char* kRedo = "恢复###redo";
constexpr const char* kShortSettings = "Aa###settings";
constexpr const char* kSettings = "显示设置###settings";

const char* settings_label(const Plan& plan) {
  return plan.settings_word ? kSettings : kShortSettings;
}

float seat_width(const Look& look, const char* label, bool words) {
  return words ? button_width(look, label) : look.control;
}

float day_width(const Look& look, const Plan& plan) {
  if (plan.day.empty()) return 0;
  const float as_of =
      plan.as_of ? text_width(text_style(look, Type::Body, Tone::Secondary), "截至 ") : 0;
  return as_of + text_width(text_style(look, Type::BodyBold), plan.day) + look.px(24);
}

std::string_view saved_word(const Plan& plan, const StorageWords& saved) {
  return plan.saved_brief ? saved.brief : saved.text;
}

float saved_width(const Look& look, const Plan& plan, const StorageWords& saved) {
  return look.px(6) * 2 + look.px(5) +
         text_width(text_style(look, Type::Body), saved_word(plan, saved));
}

float least_search(const Look& look, const Plan& plan) {
  constexpr float kSearch[] = {220, 150, 92, 64};
  return look.px(kSearch[plan.search]);
}

/// Room the bar needs for all of this.
float needed(const Look& look, const Plan& plan, const Wanted& wanted, bool demo) {
  const float between = look.px(plan.between), close = look.px(8);
  float width = 2 * look.px(plan.edge) + least_search(look, plan);
  if (!plan.brand.empty())
    width += text_width(text_style(look, Type::Heading), plan.brand) + look.px(14);
  if (demo) width += chip_size(look, "演示").x + look.px(12);
  if (!plan.office.empty())
    width += text_width(text_style(look, Type::Body), plan.office) + between;
  if (!plan.day.empty()) width += day_width(look, plan) + between;
  width += saved_width(look, plan, wanted.saved) + between;
  width += button_width(look, settings_label(plan)) + close;
  if (wanted.steps())
    for (const char* step : {kUndo, kRedo})
      width += seat_width(look, step, plan.undo_words) + close;
  return width;
}

/// Gives up the least needed first until the bar holds the rest.
Plan plan_of(const Look& look, const TopBarModel& model, const Wanted& wanted, float room) {
  Plan plan;
  const bool narrow = look.layout == Layout::Portrait;
  plan.office = look.layout == Layout::Desktop && !model.county.empty()
                    ? model.county + "信访工作联席会议办公室"
                    : model.county;
  if (model.today.known())
    plan.day = full_day(model.today).append(" ").append(weekday_word(model.today));
  plan.settings_word = !narrow;
  plan.search = narrow ? 1 : 0;
  const std::string short_date =
      model.today.known() ? short_day(model.today, model.today) : std::string();
  if (narrow) plan.day = short_date;
  const std::function<void()> steps[] = {
      [&] { plan.office = model.county; },
      [&] { plan.settings_word = false; },
      [&] { plan.day = short_date; },
      [&] { plan.as_of = false; },
      [&] { plan.undo_words = false; },
      [&] { plan.edge = plan.between = 12; },
      [&] { plan.search = 2; },
      [&] { plan.saved_brief = true; },
      [&] { plan.office.clear(); },
      [&] { plan.day.clear(); },
      [&] { plan.brand.clear(); },
      [&] { plan.search = 3; },
  };
  for (const std::function<void()>& step : steps) {
    if (needed(look, plan, wanted, model.demo) <= room) break;
    step();
  }
  return plan;
}

void draw_saved(const Look& look, const Plan& plan, const StorageWords& words, Cursor& at) {
  const TextStyle style = text_style(look, Type::Body, words.tone);
  const float dot = look.px(6);
  const float right = at.right;
  at.right -= saved_width(look, plan, words);
  const float x = at.right + dot * 2 + look.px(5);
  const float y = at.top + (at.bottom - at.top - line_height(style)) / 2;
  draw_text(*ImGui::GetWindowDrawList(), style, {x, y}, saved_word(plan, words));
  note("status", words.text, {at.right, at.top}, {right, at.bottom});
  ImGui::GetWindowDrawList()->AddCircleFilled({at.right + dot, (at.top + at.bottom) / 2}, dot,
                                              style.colour);
  at.right -= look.px(plan.between);
}

void draw_day(const Look& look, const Plan& plan, Cursor& at) {
  if (plan.day.empty()) return;
  const TextStyle quiet = text_style(look, Type::Body, Tone::Secondary);
  const TextStyle bold = text_style(look, Type::BodyBold);
  const float height = look.px(36);
  const float top = (at.top + at.bottom - height) / 2;
  const ImVec2 start{at.right - day_width(look, plan), top};
  const ImVec2 end{at.right, top + height};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRect(start, end, look.colour.line, look.px(6), 0, look.line);
  const float y = top + (height - line_height(quiet)) / 2;
  float x = start.x + look.px(12);
  if (plan.as_of) {
    draw_text(list, quiet, {x, y}, "截至 ");
    x += text_width(quiet, "截至 ");
  }
  draw_text(list, bold, {x, y}, plan.day);
  note("status", "截至 " + plan.day, start, end);
  at.right = start.x - look.px(plan.between);
}

/// What is pressed in the bar is as high as a finger wants it, or fits between the bar's edges.
Look compact_look(const Look& look) {
  Look compact = look;
  compact.control = look.px(look.touch ? 44 : 36);
  return compact;
}

/// Room taken from the right end for what is drawn later: keys go through the bar from left to
/// right.
struct Seat {
  const char* label = nullptr;
  float left = 0;
  bool words = true;
};

Seat take_seat(const Look& look, const char* label, bool wanted, bool words, Cursor& at) {
  if (!wanted) return {};
  at.right -= seat_width(look, label, words);
  const Seat seat{label, at.right, words};
  at.right -= look.px(8);
  return seat;
}

bool press_seat(const Look& look, const Seat& seat, const Cursor& at, bool able = true) {
  if (seat.label == nullptr) return false;
  const float y = std::round((at.top + at.bottom - look.control) / 2);
  ImGui::SetCursorScreenPos({seat.left, y});
  if (seat.words) return button(look, seat.label, ButtonKind::Plain, !able);
  return arrow_button(look, seat.label, /*back=*/std::string_view(seat.label) == kUndo, !able);
}

bool draw_search(const Look& look, std::string& search, Cursor& at) {
  const float width = std::min(at.right - at.left, look.px(300));
  ImGui::SetCursorScreenPos(
      {at.right - width, std::round((at.top + at.bottom - look.control) / 2)});
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_K)) give_keys_to_next_item();
  const bool wide = width >= look.px(260) && look.layout == Layout::Desktop;
  const bool tight = width < look.px(190);
  FieldOptions options;
  options.hint = wide ? "搜编号、事项、单位  Ctrl K" : (tight ? "搜索" : "搜编号、事项、单位");
  options.width = width;
  options.keypad = Keypad::Search;
  const bool changed = text_field(look, "###search", search, options).changed;
  // Words that stand there already lead to what they find once more.
  const bool entered = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Enter);
  note_item("searchbox", "搜编号、事项、单位", search);
  return changed || entered;
}

/// Search, 撤销 and 恢复 while there is something to take or bring back, 显示设置. 撤销 pressed
/// twice in one place takes back two facts.
void draw_controls(const Look& look, const Plan& plan, const Wanted& wanted, std::string& search,
                   Cursor& at, Wishes& out) {
  const Seat settings = take_seat(look, settings_label(plan), true, true, at);
  const Seat redo = take_seat(look, kRedo, wanted.steps(), plan.undo_words, at);
  const Seat undo = take_seat(look, kUndo, wanted.steps(), plan.undo_words, at);
  if (draw_search(look, search, at)) out.search = search;
  if (press_seat(look, undo, at, wanted.undo)) out.undo = true;
  if (press_seat(look, redo, at, wanted.redo)) out.redo = true;
  if (press_seat(look, settings, at)) out.show_settings = true;
  note_item("button", "显示设置");
}

void draw_demo(const Look& look, Cursor& at) {
  const ImVec2 size = chip_size(look, "演示");
  const float top = std::round((at.top + at.bottom - size.y) / 2);
  draw_chip(look, *ImGui::GetWindowDrawList(), {at.left, top}, "演示", Tone::Due);
  note("status", "演示", {at.left, top}, {at.left + size.x, top + size.y});
  at.left += size.x + look.px(12);
}

}  // namespace

float top_bar_height(const Look& look) { return look.px(56); }

void draw_top_bar(const Look& look, const TopBarModel& model, std::string& search, Wishes& out) {
  const ImVec2 start = ImGui::GetWindowPos();
  const ImVec2 end{start.x + ImGui::GetWindowWidth(), start.y + ImGui::GetWindowHeight()};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, look.colour.surface);
  list.AddRectFilled({start.x, end.y - look.line}, end, look.colour.line);
  const Look compact = compact_look(look);
  const Wanted wanted{
      model.can_undo && !model.read_only, model.can_redo && !model.read_only,
      model.read_only ? StorageWords{"只读", "只读", Tone::Due} : save_words(model.saving)};
  const Plan plan = plan_of(compact, model, wanted, end.x - start.x);
  const float edge = look.px(plan.edge);
  Cursor at{start.x + edge, end.x - edge, start.y, end.y - look.line};
  if (!plan.brand.empty())
    place_left(text_style(look, Type::Heading), plan.brand, "banner", look.px(14), at);
  if (model.demo) draw_demo(look, at);
  draw_saved(look, plan, wanted.saved, at);
  draw_day(look, plan, at);
  if (!plan.office.empty())
    place_left(text_style(look, Type::Body), plan.office, "text", look.px(plan.between), at);
  draw_controls(compact, plan, wanted, search, at, out);
}

float message_height(const Look& look) { return look.px(look.touch ? 56 : 50); }

void draw_progress(const Look& look, const Progress& progress, Wishes& out) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + ImGui::GetContentRegionAvail().x, start.y + message_height(look)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, look.colour.surface);
  const float share = static_cast<float>(std::clamp(progress.share, 0.0, 1.0));
  list.AddRectFilled(start, {end.x, start.y + look.px(3)}, look.colour.accent_wash);
  list.AddRectFilled(start, {start.x + (end.x - start.x) * share, start.y + look.px(3)},
                     look.colour.accent);
  list.AddRectFilled({start.x, end.y - look.line}, end, look.colour.line);
  const float button_wide = button_width(look, "取消");
  const std::string percent = std::to_string(static_cast<int>(share * 100)) + "%";
  const std::string words = progress.words + "  " + percent;
  const TextStyle style = text_style(look, Type::Body);
  const float room = end.x - start.x - button_wide - look.px(56);
  const float y = start.y + (end.y - start.y - line_height(style)) / 2;
  draw_text(list, style, {start.x + look.px(20), y}, shortened(style, words, room));
  note("progressbar", words, start, {end.x - button_wide, end.y}, percent, "import_progress");
  ImGui::SetCursorScreenPos(
      {end.x - look.px(20) - button_wide, std::round((start.y + end.y - look.control) / 2)});
  if (button(look, "取消###cancel_import")) out.cancel_import = true;
  ImGui::SetCursorScreenPos({start.x, end.y});
}

void draw_notice(const Look& look, const Notice& notice, Wishes& out) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + ImGui::GetContentRegionAvail().x, start.y + message_height(look)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, look.wash(notice.tone));
  list.AddRectFilled({start.x, end.y - look.line}, end, look.colour.line);
  float right = end.x - look.px(20);
  const float y = std::round((start.y + end.y - look.control) / 2);
  const auto press = [&](const char* label) {
    right -= button_width(look, label);
    ImGui::SetCursorScreenPos({right, y});
    const bool pressed = button(look, label);
    right -= look.px(8);
    return pressed;
  };
  if (notice.dismissable && press("知道了###dismiss_notice")) out.dismiss_notice = true;
  if (notice.undoes && press("撤销###undo_notice")) out.undo = true;
  const float room = right - start.x - look.px(32);
  const TextStyle body = text_style(look, Type::Body, notice.tone);
  const bool fits = text_width(body, notice.sentence) <= room;
  const TextStyle style = fits ? body : text_style(look, Type::Small, notice.tone);
  const std::vector<std::string> lines = broken(style, notice.sentence, room, 2);
  const float height = line_height(style) * static_cast<float>(lines.size());
  ImVec2 at{start.x + look.px(20), start.y + (end.y - start.y - height) / 2};
  for (const std::string& line : lines) {
    draw_text(list, style, at, line);
    at.y += line_height(style);
  }
  note("alert", notice.sentence, start, {right, end.y}, {}, "notice");
  ImGui::SetCursorScreenPos({start.x, end.y});
}

}  // namespace web
