#include "web/screens/detail_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/text.h"
#include "web/widgets/blocks.h"
#include "web/widgets/controls.h"
#include "web/widgets/deadline_strip.h"
#include "web/widgets/pressable.h"
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

constexpr const char* kWhyNot = "不处理的理由（必填，记入台账）";
constexpr float kLeastContent = 120;  // design pixels above actions that stay at the foot

/// What can be done, in the order of its buttons; the first is the panel's primary action.
struct Action {
  enum class Kind { Step, Open, Decline, Confirm, Back };

  Kind kind;
  std::string label;
  const DutyDetail::Step* step = nullptr;
};

bool asks_reason(const DutyDetail& detail, const DetailOptions& options,
                 const DetailMemory& memory) {
  return memory.declining && !detail.prompt.empty() && !options.read_only;
}

std::vector<Action> actions_of(const DutyDetail& detail, const DetailOptions& options,
                               const DetailMemory& memory) {
  using Kind = Action::Kind;
  if (asks_reason(detail, options, memory))
    return {{Kind::Confirm, "确定不处理###decline_confirm"}, {Kind::Back, "返回###decline_cancel"}};
  std::vector<Action> actions;
  if (!options.read_only)
    for (const DutyDetail::Step& step : detail.steps)
      actions.push_back({Kind::Step, step.words + "###step_" + step.kind, &step});
  if (options.offers_case && detail.which.known())
    actions.push_back({Kind::Open, "打开事项###open_case"});
  if (!detail.prompt.empty() && !options.read_only)
    actions.push_back({Kind::Decline, "不处理…###decline"});
  return actions;
}

void carry_out(const Action& action, const DutyDetail& detail, DetailMemory& memory, Wishes& out) {
  switch (action.kind) {
    case Action::Kind::Step: {
      const bool about_case = action.step->kind.substr(0, 9) != "reminder.";
      out.form = FormRequest{action.step->kind,
                             about_case ? detail.case_number : std::string(),
                             action.step->given,
                             {}};
      break;
    }
    case Action::Kind::Open:
      out.open_case = detail.which;
      break;
    case Action::Kind::Decline:
      memory.declining = true;
      break;
    case Action::Kind::Confirm:
      out.commands.push_back(
          core::app::DeclinePrompt{detail.prompt, std::string(core::trim(memory.reason))});
      memory.reason.clear();
      [[fallthrough]];
    case Action::Kind::Back:
      memory.declining = false;
  }
}

/// How high `draw_actions` will be in the current window.
float actions_height(const Look& look, const std::vector<Action>& actions, bool asks) {
  if (actions.empty()) return 0;
  const float room = ImGui::GetContentRegionAvail().x;
  float height = look.control, used = 0;
  for (const Action& action : actions) {
    const float width = button_width(look, action.label);
    const bool wraps = used > 0 && used + look.px(8) + width > room;
    if (wraps) height += look.control + look.px(8);
    used = wraps || used == 0 ? width : used + look.px(8) + width;
  }
  if (!asks) return height;
  const TextStyle small = text_style(look, Type::Small);
  const auto lines = static_cast<float>(broken(small, kWhyNot, room).size());
  return height + line_height(small) * lines + look.control + look.px(12);
}

void draw_actions(const Look& look, const DutyDetail& detail, const std::vector<Action>& actions,
                  DetailMemory& memory, Wishes& out) {
  bool empty = false;
  if (!actions.empty() && actions.front().kind == Action::Kind::Confirm) {
    paragraph(look, Type::Small, Tone::Secondary, kWhyNot);
    gap(look, 4);
    text_field(look, "###reason", memory.reason, {.hint = "写明理由"});
    gap(look, 8);
    empty = core::trim(memory.reason).empty();
  }
  for (const Action& action : actions) {
    const bool first = &action == actions.data();
    if (!first) same_line_or_wrap(look, button_width(look, action.label));
    // What needs its reason in place is never the first thing to do.
    const bool primary = first && action.kind != Action::Kind::Decline;
    const bool blocked = empty && action.kind == Action::Kind::Confirm;
    if (button(look, action.label, primary ? ButtonKind::Primary : ButtonKind::Plain, blocked))
      carry_out(action, detail, memory, out);
  }
}

void draw_content(const Look& look, const DutyDetail& detail, const DetailOptions& options,
                  DetailMemory& memory) {
  if (options.heading) paragraph(look, Type::Heading, Tone::Plain, detail.heading, "heading");
  if (!detail.who.empty()) paragraph(look, Type::Body, Tone::Secondary, detail.who);
  if (options.offers_case && !detail.case_label.empty())
    paragraph(look, Type::Body, Tone::Secondary, detail.case_label);
  if (!detail.measure.empty()) paragraph(look, Type::Body, Tone::Secondary, detail.measure);
  draw_state(look, detail);
  draw_strip(look, detail, memory);
  if (!detail.quotes.empty()) section(look, "依据");
  for (const Quote& quote : detail.quotes) {
    draw_quote(look, quote);
    gap(look, 6);
  }
  if (!detail.facts.empty()) section(look, "事实");
  for (const FactLine& fact : detail.facts) draw_fact(look, fact, 2);
}

}  // namespace

void draw_detail(const Look& look, const DutyDetail& detail, const DetailOptions& options,
                 DetailMemory& memory, Wishes& out) {
  const std::vector<Action> actions = actions_of(detail, options, memory);
  const float foot = actions_height(look, actions, asks_reason(detail, options, memory));
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float above = room.y - foot - look.line - look.px(11);
  if (!options.pinned || actions.empty() || above < look.px(kLeastContent)) {
    draw_content(look, detail, options, memory);
    gap(look, 16);
    draw_actions(look, detail, actions, memory, out);
    return;
  }
  ImGui::BeginChild("detail_content", {room.x, above}, kTabThrough, ImGuiWindowFlags_NoBackground);
  draw_content(look, detail, options, memory);
  ImGui::EndChild();
  rule_line(look);
  gap(look, 11);
  draw_actions(look, detail, actions, memory, out);
}

}  // namespace web
