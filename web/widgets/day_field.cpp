#include "web/widgets/day_field.h"

#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"
#include "web/models/words.h"
#include "web/widgets/controls.h"
#include "web/widgets/drop_down.h"
#include "web/widgets/outline.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/text_field.h"

namespace web {
namespace {

core::Date first_of_month(core::Date day) {
  const core::YearMonthDay date = core::civil(day);
  return day - (date.day - 1);
}

/// Draws one day of the month; true when picked.
bool draw_day(const Look& look, core::Date day, core::Date chosen, core::Date today, float side) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + side, start.y + side};
  const std::string words = full_day(day) + " " + std::string(weekday_word(day));
  const bool pressed = pressable((words + "###pick_" + core::to_string(day)).c_str(), {side, side});
  note_item("gridcell", words, day == chosen ? "true" : "");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  TextStyle style = text_style(look, day == today ? Type::BodyBold : Type::Body,
                               core::weekday(day) > 5 ? Tone::Secondary : Tone::Plain);
  if (day == chosen) {
    list.AddRectFilled(start, end, look.colour.accent, look.px(6));
    style.colour = look.colour.on_accent;
  } else if (ImGui::IsItemHovered() || ImGui::IsItemFocused()) {
    list.AddRectFilled(start, end, look.colour.hover, look.px(6));
  }
  if (day == today && day != chosen)
    draw_outline(list, start, end, look.colour.accent, look.px(6), look.line);
  draw_centred(list, style, start, end, std::to_string(core::civil(day).day));
  return pressed;
}

void draw_week_head(const Look& look, float side) {
  constexpr const char* kDays[] = {"一", "二", "三", "四", "五", "六", "日"};
  const TextStyle style = text_style(look, Type::Small, Tone::Secondary);
  ImVec2 at = ImGui::GetCursorScreenPos();
  for (const char* day : kDays) {
    draw_centred(*ImGui::GetWindowDrawList(), style, at, {at.x + side, at.y + line_height(style)},
                 day);
    at.x += side;
  }
  ImGui::Dummy({side * 7, line_height(style)});
}

bool draw_month(const Look& look, core::Date& month, core::Date today, core::Date chosen,
                std::string& text) {
  const float side = look.px(look.touch ? 44 : 36);
  const core::YearMonthDay date = core::civil(month);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  if (button(look, "‹###month_before")) month = first_of_month(month - 1);
  ImGui::SameLine(0, 0);
  const float arrow = button_width(look, "›");
  const std::string title = fmt::format("{}年{}月", date.year, date.month);
  draw_centred(*ImGui::GetWindowDrawList(), text_style(look, Type::BodyBold),
               {start.x + arrow, start.y}, {start.x + side * 7 - arrow, start.y + look.control},
               title);
  note("heading", title, start, {start.x + side * 7, start.y + look.control});
  ImGui::SetCursorScreenPos({start.x + side * 7 - arrow, start.y});
  if (button(look, "›###month_after")) month = first_of_month(month + 31);
  draw_week_head(look, side);
  const core::Date first = first_of_month(month) - (core::weekday(first_of_month(month)) - 1);
  bool picked = false;
  for (int at = 0; at < 42; ++at) {
    const core::Date day = first + at;
    if (at % 7 != 0) ImGui::SameLine(0, 0);
    if (core::civil(day).month != core::civil(first_of_month(month)).month) {
      ImGui::Dummy({side, side});
    } else if (draw_day(look, day, chosen, today, side)) {
      text = full_day(day);
      picked = true;
    }
  }
  return picked;
}

void draw_understood(const Look& look, core::Date day, std::string_view text) {
  if (!day.known() || core::trim(text) == full_day(day)) return;
  paragraph(look, Type::Small, Tone::Secondary,
            "即" + full_day(day) + " " + std::string(weekday_word(day)), "status");
}

}  // namespace

bool day_field(const Look& look, const char* id, const char* hint, std::string& text,
               core::Date today, float width, const DayNeeds& needs) {
  ImGui::PushID(id);
  const float pick = look.control;
  bool changed = text_field(look, id, text,
                            {.hint = hint,
                             .problem = needs.problem,
                             .width = width - pick - look.px(4),
                             .required = needs.required})
                     .changed;
  ImGui::SameLine(0, look.px(4));
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (pressable("选日期###pick_day", {pick, look.control})) ImGui::OpenPopup("month");
  note_item("button", std::string("选日期：") + hint);
  note_opens(ImGui::IsPopupOpen("month"));
  const ImVec2 end{start.x + pick, start.y + look.control};
  list.AddRectFilled(start, end, look.colour.surface, look.px(6));
  draw_outline(list, start, end, look.colour.line, look.px(6), look.line);
  const float inset = pick * 0.28f;
  const ImVec2 from{start.x + inset, start.y + inset}, to{end.x - inset, end.y - inset};
  list.AddRect(from, to, look.colour.secondary, look.px(2), 0, look.px(1.5f));
  list.AddRectFilled(from, {to.x, from.y + (to.y - from.y) * 0.3f}, look.colour.secondary);
  // The month that is looked at lives as long as the popup.
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("month_shown");
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.px(8), look.px(8)});
  place_drop_down(start, end, look.px(look.touch ? 44 : 36) * 7 + look.control + look.px(24), 1);
  if (ImGui::BeginPopup("month")) {
    core::Date month{storage.GetInt(key, 0)};
    if (ImGui::IsWindowAppearing()) month = needs.understood.known() ? needs.understood : today;
    if (draw_month(look, month, today, needs.understood, text)) {
      changed = true;
      ImGui::CloseCurrentPopup();
    }
    storage.SetInt(key, month.days);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
  draw_understood(look, needs.understood, text);
  return changed;
}

}  // namespace web
