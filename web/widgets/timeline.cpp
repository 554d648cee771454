#include "web/widgets/timeline.h"

#include <imgui.h>

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "web/widgets/controls.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/text_field.h"

namespace web {
namespace {

struct Box {
  ImVec2 start, end;
};

void draw_dot(const Look& look, const FactLine& fact, const Box& box, bool first, bool last) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = box.start.x + look.px(8);
  const float y = box.start.y + look.px(9) + line_height(text_style(look, Type::Body)) / 2;
  const float thin = look.px(1);
  list.AddRectFilled({x - thin, first ? y : box.start.y}, {x + thin, last ? y : box.end.y},
                     look.colour.line);
  const ImU32 ink = fact.about_lead ? look.colour.good : look.colour.accent;
  list.AddCircleFilled({x, y}, look.px(5), ink);
}

/// Draws one fact; true when pressed.
bool draw_fact_line(const Look& look, const FactLine& fact, bool chosen, bool first, bool last) {
  const TextStyle title = text_style(look, Type::BodyBold);
  const TextStyle plain = text_style(look, Type::Body);
  const TextStyle quiet = text_style(look, Type::Small, Tone::Secondary);
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float left = start.x + look.px(26);
  const float room = start.x + width - left - look.px(8);
  const std::vector<std::string> details = broken(plain, fact.details, room, chosen ? 0 : 3);
  const float height = look.px(18) + line_height(title) +
                       line_height(plain) * static_cast<float>(details.size()) +
                       (chosen ? line_height(quiet) : 0);
  std::string words = fact.day + " " + fact.title;
  if (!fact.details.empty()) words += " " + fact.details;
  const bool pressed = pressable((words + "###fact_" + fact.id).c_str(), {width, height});
  note_item("listitem", words, chosen ? "true" : "");
  const Box box{start, {start.x + width, start.y + height}};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (chosen || (ImGui::IsItemHovered() && !look.touch))
    list.AddRectFilled({left - look.px(8), box.start.y}, box.end,
                       chosen ? look.colour.accent_wash : IM_COL32(127, 127, 127, 14), look.px(6));
  draw_dot(look, fact, box, first, last);
  float y = start.y + look.px(9);
  const float day_width = text_width(quiet, fact.day);
  draw_text(list, title, {left, y}, shortened(title, fact.title, room - day_width - look.px(12)));
  draw_text(list, quiet, {box.end.x - look.px(8) - day_width, y + look.px(1)}, fact.day);
  y += line_height(title);
  for (const std::string& line : details) {
    draw_text(list, plain, {left, y}, line);
    y += line_height(plain);
  }
  if (chosen) draw_text(list, quiet, {left, y}, shortened(quiet, fact.recorded, room));
  return pressed;
}

void draw_actions(const Look& look, const FactLine& fact, TimelineMemory& memory,
                  TimelineAsk& ask) {
  ImGui::Indent(look.px(26));
  gap(look, 4);
  if (!memory.retracting) {
    if (button(look, "更正###correct_fact")) ask.correct = fact.id;
    same_line_or_wrap(look, button_width(look, "撤回…"));
    if (button(look, "撤回…###retract_fact")) memory.retracting = true;
  } else {
    text_field(look, "撤回的理由###retract_reason", memory.reason,
               {.hint = "写明理由，记入台账", .required = true});
    gap(look, 8);
    const std::string reason(core::trim(memory.reason));
    if (button(look, "确定撤回###retract_confirm", ButtonKind::Primary, reason.empty())) {
      ask.retract = fact.id;
      ask.reason = reason;
      memory = {};
    }
    same_line_or_wrap(look, button_width(look, "返回"));
    if (button(look, "返回###retract_cancel")) memory.retracting = false;
  }
  gap(look, 8);
  ImGui::Unindent(look.px(26));
}

}  // namespace

TimelineAsk draw_timeline(const Look& look, std::span<const FactLine> facts, bool editable,
                          TimelineMemory& memory) {
  TimelineAsk ask;
  for (std::size_t at = 0; at < facts.size(); ++at) {
    const FactLine& fact = facts[at];
    const bool chosen = memory.chosen == fact.id;
    if (draw_fact_line(look, fact, chosen, at == 0, at + 1 == facts.size())) {
      memory = {};
      if (!chosen) memory.chosen = fact.id;
    } else if (chosen && editable) {
      draw_actions(look, fact, memory, ask);
    }
  }
  return ask;
}

}  // namespace web
