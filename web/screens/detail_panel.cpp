#include "web/screens/detail_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "web/widgets/blocks.h"
#include "web/widgets/controls.h"
#include "web/widgets/deadline_strip.h"
#include "web/widgets/text.h"
#include "web/widgets/text_field.h"

namespace web {
namespace {

/// A chip with a sentence beside it.
void draw_marked(const Look& look, const StateWords& mark, Type type, Tone tone,
                 std::string_view sentence) {
  const ImVec2 size = chip_size(look, mark.text);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  chip(look, mark.text, mark.tone);
  const float lower = std::round((size.y - line_height(text_style(look, type))) / 2);
  ImGui::SetCursorScreenPos({start.x + size.x + look.px(8), start.y + lower});
  ImGui::BeginGroup();
  paragraph(look, type, tone, sentence);
  ImGui::EndGroup();
  const float bottom = std::max(ImGui::GetItemRectMax().y, start.y + size.y);
  ImGui::SetCursorScreenPos({start.x, bottom});
  ImGui::Dummy({0, 0});
}

void draw_state(const Look& look, const DutyDetail& detail) {
  gap(look, 10);
  draw_marked(look, detail.state, Type::Body, Tone::Plain, detail.sentence);
  if (!detail.provisional) return;
  gap(look, 6);
  draw_marked(look, {"暂定", Tone::Due}, Type::Small, Tone::Due,
              "期限跨入尚未公布放假安排的年份，公布后可能变动");
}

void draw_strip(const Look& look, const DutyDetail& detail, DetailMemory& memory) {
  if (detail.counting.empty()) return;
  section(look, "期限怎样算出来的：" + detail.counting);
  draw_deadline_strip(look, detail.strip, detail.late, memory.picked);
}

void draw_reason(const Look& look, const DutyDetail& detail, DetailMemory& memory, Wishes& out) {
  paragraph(look, Type::Small, Tone::Secondary, "不处理的理由（必填，记入台账）");
  gap(look, 4);
  text_field(look, "###reason", memory.reason, {.hint = "写明理由"});
  gap(look, 8);
  const bool empty = core::trim(memory.reason).empty();
  if (button(look, "确定不处理###decline_confirm", ButtonKind::Primary, empty)) {
    out.commands.push_back(
        core::app::DeclinePrompt{detail.prompt, std::string(core::trim(memory.reason))});
    memory.declining = false;
    memory.reason.clear();
  }
  same_line_or_wrap(look, button_width(look, "返回"));
  if (button(look, "返回###decline_cancel")) memory.declining = false;
}

/// The forms that settle it; the first is the panel's primary action. True when there was one.
bool draw_steps(const Look& look, const DutyDetail& detail, Wishes& out) {
  for (const DutyDetail::Step& step : detail.steps) {
    const bool first = &step == detail.steps.data();
    const std::string label = step.words + "###step_" + step.kind;
    if (!first) same_line_or_wrap(look, button_width(look, label));
    if (!button(look, label, first ? ButtonKind::Primary : ButtonKind::Plain)) continue;
    const bool about_case = step.kind.substr(0, 9) != "reminder.";
    out.form =
        FormRequest{step.kind, about_case ? detail.case_number : std::string(), step.given, {}};
  }
  return !detail.steps.empty();
}

void draw_actions(const Look& look, const DutyDetail& detail, const DetailOptions& options,
                  DetailMemory& memory, Wishes& out) {
  gap(look, 16);
  if (memory.declining && !detail.prompt.empty() && !options.read_only) {
    draw_reason(look, detail, memory, out);
    return;
  }
  bool any = !options.read_only && draw_steps(look, detail, out);
  if (options.offers_case && detail.which.known()) {
    if (any) same_line_or_wrap(look, button_width(look, "打开事项"));
    if (button(look, "打开事项###open_case", any ? ButtonKind::Plain : ButtonKind::Primary))
      out.open_case = detail.which;
    any = true;
  }
  if (detail.prompt.empty() || options.read_only) return;
  if (any) same_line_or_wrap(look, button_width(look, "不处理…"));
  if (button(look, "不处理…###decline")) memory.declining = true;
}

}  // namespace

void draw_detail(const Look& look, const DutyDetail& detail, const DetailOptions& options,
                 DetailMemory& memory, Wishes& out) {
  if (options.heading) paragraph(look, Type::Heading, Tone::Plain, detail.heading, "heading");
  if (!detail.who.empty()) paragraph(look, Type::Body, Tone::Secondary, detail.who);
  if (options.offers_case && !detail.case_label.empty())
    paragraph(look, Type::Body, Tone::Secondary, detail.case_label);
  draw_state(look, detail);
  draw_strip(look, detail, memory);
  if (!detail.quotes.empty()) section(look, "依据");
  for (const Quote& quote : detail.quotes) {
    draw_quote(look, quote);
    gap(look, 6);
  }
  if (!detail.facts.empty()) section(look, "事实");
  for (const FactLine& fact : detail.facts) draw_fact(look, fact, 2);
  draw_actions(look, detail, options, memory, out);
}

}  // namespace web
