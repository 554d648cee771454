#include "web/screens/top_bar.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "web/models/words.h"
#include "web/screens/data_screen.h"
#include "web/widgets/controls.h"
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

void draw_saved(const Look& look, const TopBarModel& model, Cursor& at) {
  const StorageWords words =
      model.read_only ? StorageWords{"只读", Tone::Due} : save_words(model.saving);
  const TextStyle style = text_style(look, Type::Body, words.tone);
  const float dot = look.px(6);
  at.right -= text_width(style, words.text);
  draw_word(style, words.text, "status", at.right, at);
  at.right -= dot * 2 + look.px(5);
  ImGui::GetWindowDrawList()->AddCircleFilled({at.right + dot, (at.top + at.bottom) / 2}, dot,
                                              style.colour);
  at.right -= look.px(16);
}

std::string day_words(const Look& look, core::Date today) {
  if (look.layout == Layout::Portrait) return short_day(today, today);
  std::string words = full_day(today);
  return words.append(" ").append(weekday_word(today));
}

void draw_day(const Look& look, core::Date today, Cursor& at) {
  if (!today.known()) return;
  const TextStyle quiet = text_style(look, Type::Body, Tone::Secondary);
  const TextStyle bold = text_style(look, Type::BodyBold);
  const std::string day = day_words(look, today);
  const float width = text_width(quiet, "截至 ") + text_width(bold, day) + look.px(24);
  const float height = look.px(36);
  const float top = (at.top + at.bottom - height) / 2;
  const ImVec2 start{at.right - width, top};
  const ImVec2 end{at.right, top + height};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRect(start, end, look.colour.line, look.px(6), 0, look.line);
  const float y = top + (height - line_height(quiet)) / 2;
  const float x = start.x + look.px(12);
  draw_text(list, quiet, {x, y}, "截至 ");
  draw_text(list, bold, {x + text_width(quiet, "截至 "), y}, day);
  note("status", "截至 " + day, start, end);
  at.right = start.x - look.px(16);
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
};

Seat take_seat(const Look& look, const char* label, bool wanted, float least_left, Cursor& at) {
  const float width = button_width(look, label);
  if (!wanted || at.right - at.left < width + least_left) return {};
  at.right -= width;
  const Seat seat{label, at.right};
  at.right -= look.px(8);
  return seat;
}

bool press_seat(const Look& look, const Seat& seat, const Cursor& at) {
  if (seat.label == nullptr) return false;
  const float y = std::round((at.top + at.bottom - look.control) / 2);
  ImGui::SetCursorScreenPos({seat.left, y});
  return button(look, seat.label);
}

bool draw_search(const Look& look, std::string& search, Cursor& at) {
  const float room = at.right - at.left;
  const float width = std::min(room, look.px(300));
  if (width < look.px(120)) return false;
  ImGui::SetCursorScreenPos(
      {at.right - width, std::round((at.top + at.bottom - look.control) / 2)});
  if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_K)) ImGui::SetKeyboardFocusHere();
  const bool wide = width >= look.px(260) && look.layout == Layout::Desktop;
  FieldOptions options;
  options.hint = wide ? "搜编号、事项、单位  Ctrl K" : "搜编号、事项、单位";
  options.width = width;
  options.keypad = Keypad::Search;
  const bool changed = text_field(look, "###search", search, options).changed;
  note_item("searchbox", "搜编号、事项、单位", search);
  at.right -= width + look.px(16);
  return changed;
}

/// Search, 撤销 and 恢复 while there is something to take or bring back, 显示设置; and the words
/// at the left get what is left.
void draw_controls(const Look& full, const TopBarModel& model, std::string& search,
                   std::string_view office, Cursor& at, Wishes& out) {
  const Look look = compact_look(full);
  const bool narrow = look.layout == Layout::Portrait;
  const Seat settings =
      take_seat(look, narrow ? "Aa###settings" : "显示设置###settings", true, 0, at);
  const float rest = look.px(narrow ? 280 : 360);
  const Seat redo = take_seat(look, "恢复###redo", model.can_redo && !model.read_only, rest, at);
  const Seat undo = take_seat(look, "撤销###undo", model.can_undo && !model.read_only, rest, at);
  at.right -= look.px(8);
  const TextStyle style = text_style(look, Type::Body);
  const float least_search = look.px(narrow ? 150 : 220);
  const std::string shown =
      shortened(style, office, std::max(0.0f, at.right - at.left - least_search));
  if (!office.empty()) place_left(style, shown, "text", look.px(16), at);
  if (draw_search(look, search, at)) out.search = search;
  if (press_seat(look, undo, at)) out.undo = true;
  if (press_seat(look, redo, at)) out.redo = true;
  if (press_seat(look, settings, at)) out.show_settings = true;
  note_item("button", "显示设置");
}

}  // namespace

float top_bar_height(const Look& look) { return look.px(56); }

void draw_top_bar(const Look& look, const TopBarModel& model, std::string& search, Wishes& out) {
  const ImVec2 start = ImGui::GetWindowPos();
  const ImVec2 end{start.x + ImGui::GetWindowWidth(), start.y + ImGui::GetWindowHeight()};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, end, look.colour.surface);
  list.AddRectFilled({start.x, end.y - look.line}, end, look.colour.line);
  Cursor at{start.x + look.px(20), end.x - look.px(20), start.y, end.y - look.line};
  place_left(text_style(look, Type::Heading), "责链", "banner", look.px(14), at);
  if (model.demo) {
    const ImVec2 size = chip_size(look, "演示");
    const float top = std::round((at.top + at.bottom - size.y) / 2);
    draw_chip(look, list, {at.left, top}, "演示", Tone::Due);
    note("status", "演示", {at.left, top}, {at.left + size.x, top + size.y});
    at.left += size.x + look.px(12);
  }
  draw_saved(look, model, at);
  draw_day(look, model.today, at);
  const std::string office = look.layout == Layout::Desktop && !model.county.empty()
                                 ? model.county + "信访工作联席会议办公室"
                                 : model.county;
  draw_controls(look, model, search, office, at, out);
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
