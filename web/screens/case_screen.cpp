#include "web/screens/case_screen.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "core/app/case_file.h"
#include "web/screens/fact_shelf.h"
#include "web/widgets/blocks.h"
#include "web/widgets/controls.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/select.h"
#include "web/widgets/text.h"

namespace web {
namespace {

/// Number, stage and marks from `x` on, around the height `middle`.
void draw_number(const Look& look, const CaseModel& model, float x, float middle) {
  const TextStyle style = text_style(look, Type::Body, Tone::Secondary);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = look.control / 2;
  draw_text(list, style, {x, middle - line_height(style) / 2}, model.number);
  const float end = x + text_width(style, model.number);
  note("text", model.number, {x, middle - half}, {end, middle + half});
  ImVec2 at{end + look.px(12), 0};
  const auto chip = [&](const StateWords& words) {
    const ImVec2 size = chip_size(look, words.text);
    at.y = middle - size.y / 2;
    draw_chip(look, list, at, words.text, words.tone);
    note("status", words.text, at, {at.x + size.x, at.y + size.y});
    at.x += size.x + look.px(6);
  };
  chip(model.state);
  for (const StateWords& mark : model.marks) chip(mark);
}

/// How wide number and chips are.
float number_width(const Look& look, const CaseModel& model) {
  float width =
      text_width(text_style(look, Type::Body), model.number) + chip_size(look, model.state.text).x;
  for (const StateWords& mark : model.marks) width += look.px(6) + chip_size(look, mark.text).x;
  return width;
}

/// Number and stage stand behind the title, or under it where there is no room for both.
void draw_header(const Look& look, const CaseModel& model, Wishes& out) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float right = corner.x + ImGui::GetContentRegionAvail().x;
  if (button(look, "‹ 返回###back")) out.back = true;
  ImGui::SameLine(0, look.px(16));
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const TextStyle title = text_style(look, Type::Title);
  const float middle = start.y + look.control / 2;
  const float tail = number_width(look, model) + look.px(26);
  const float room = right - start.x;
  const float wanted = std::min(text_width(title, model.title), look.px(240));
  const bool under = wanted + tail > room;
  const std::string words = shortened(title, model.title, under ? room : room - tail);
  draw_text(*ImGui::GetWindowDrawList(), title, {start.x, middle - line_height(title) / 2}, words);
  const float x = start.x + text_width(title, words);
  note("heading", model.title, start, {x, start.y + look.control});
  ImGui::NewLine();
  if (!under) {
    draw_number(look, model, x + look.px(14), middle);
    return;
  }
  const float line = line_height(text_style(look, Type::Body));
  const ImVec2 below = ImGui::GetCursorScreenPos();
  draw_number(look, model, below.x, below.y + look.px(8) + line / 2);
  gap(look, 10);
  ImGui::Dummy({0, line});
}

void draw_about(const Look& look, const CaseModel& model) {
  for (const CaseModel::Entry& entry : model.entries) draw_entry(look, entry.label, entry.text);
  if (!model.summary.empty()) {
    section(look, "诉求摘要");
    paragraph(look, Type::Body, Tone::Plain, model.summary);
  }
  if (!model.grounds.empty()) section(look, "包案依据");
  for (const CaseModel::Entry& entry : model.grounds) draw_entry(look, entry.label, entry.text);
}

/// Under what is owed: who owes it, by which clause.
std::string basis_of(const CaseModel::Duty& duty) {
  const std::string& who = duty.detail.who;
  return who.empty() ? duty.clause : who + "　" + duty.clause;
}

/// One duty as a line: state, what, day, who, clause. True when pressed.
bool draw_duty_line(const Look& look, const CaseModel::Duty& duty, bool opened) {
  const DutyDetail& detail = duty.detail;
  const float width = ImGui::GetContentRegionAvail().x;
  const TextStyle style = text_style(look, Type::Body);
  const TextStyle quiet = text_style(look, Type::Body, Tone::Secondary);
  const TextStyle small = text_style(look, Type::Small, Tone::Secondary);
  const float lines = line_height(style) + line_height(small);
  const float height = std::max(look.row, lines + look.px(10));
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + width, start.y + height};
  const std::string basis = basis_of(duty);
  const std::string words = detail.state.text + " " + detail.heading + " " + duty.day + " " + basis;
  const bool pressed =
      pressable((words + "###duty_" + std::to_string(duty.key)).c_str(), {width, height});
  note_item("button", words, opened ? "true" : "false");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (opened || ImGui::IsItemHovered())
    list.AddRectFilled(start, end, opened ? look.colour.accent_wash : look.colour.hover,
                       look.px(4));
  const ImVec2 chip_box = chip_size(look, detail.state.text);
  const float middle = start.y + height / 2;
  const float inset = look.px(8);
  draw_chip(look, list, {start.x + inset, middle - chip_box.y / 2}, detail.state.text,
            detail.state.tone, opened);
  const float left = start.x + inset + std::max(chip_box.x, look.px(look.touch ? 96 : 84)) + inset;
  const float day_width = text_width(quiet, duty.day);
  const float right = end.x - inset - day_width;
  const float y = middle - lines / 2;
  draw_text(list, style, {left, y}, shortened(style, detail.heading, right - left - inset));
  draw_text(list, quiet, {right, y}, duty.day);
  draw_text(list, small, {left, y + line_height(style)},
            shortened(small, basis, end.x - inset - left));
  list.AddRectFilled({start.x, end.y - look.line}, end, look.colour.line);
  return pressed;
}

void draw_duties(const Look& look, const CaseModel& model, bool read_only, CaseMemory& memory,
                 Wishes& out) {
  for (const CaseModel::Duty& duty : model.duties) {
    ImGui::PushID(std::to_string(duty.key).c_str());
    const bool opened = memory.opened == duty.key;
    if (draw_duty_line(look, duty, opened)) {
      memory.opened = opened ? std::nullopt : std::optional(duty.key);
      memory.detail = {};
    }
    if (opened) {
      gap(look, 12);
      ImGui::Indent(look.px(8));
      draw_detail(look, duty.detail,
                  {.read_only = read_only, .heading = false, .offers_case = false}, memory.detail,
                  out);
      ImGui::Unindent(look.px(8));
      gap(look, 12);
      rule_line(look);
    }
    ImGui::PopID();
  }
  if (model.duties.empty())
    paragraph(look, Type::Body, Tone::Secondary, "这件事项目前没有应办期限");
}

void draw_leads(const Look& look, const CaseModel& model) {
  if (model.leads.empty()) return;
  gap(look, 16);
  paragraph(look, Type::Heading, Tone::Plain, "包案", "heading");
  gap(look, 4);
  for (const CaseModel::Lead& lead : model.leads) {
    draw_entry(look, lead.since + "起", lead.leaders + "（" + lead.level + "）");
    if (!lead.more.empty()) draw_entry(look, "", lead.more);
  }
}

/// Week, day, how far, and what was reported.
void draw_report(const Look& look, const CaseModel::Report& report) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const TextStyle style = text_style(look, Type::BodyBold);
  const TextStyle quiet = text_style(look, Type::Small, Tone::Secondary);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_text(list, style, start, report.week);
  const std::string percent = report.progress < 0 ? "" : std::to_string(report.progress) + "%";
  const float bar_left = start.x + look.px(96);
  const float bar_right = start.x + width - look.px(130);
  if (report.progress >= 0 && bar_right > bar_left) {
    const float y = start.y + line_height(style) / 2 - look.px(4);
    const float share = static_cast<float>(std::min(report.progress, 100)) / 100;
    list.AddRectFilled({bar_left, y}, {bar_right, y + look.px(8)}, look.colour.line, look.px(4));
    list.AddRectFilled({bar_left, y}, {bar_left + (bar_right - bar_left) * share, y + look.px(8)},
                       look.colour.accent, look.px(4));
    draw_text(list, quiet, {bar_right + look.px(8), start.y + look.px(1)}, percent);
  }
  draw_text(list, quiet, {start.x + width - text_width(quiet, report.day), start.y + look.px(1)},
            report.day);
  ImGui::Dummy({width, line_height(style)});
  note("listitem", report.week + " " + percent + " " + report.words, start,
       {start.x + width, start.y + line_height(style)});
  if (!report.words.empty()) paragraph(look, Type::Small, Tone::Secondary, report.words);
  gap(look, 8);
}

void draw_reports(const Look& look, const CaseModel& model) {
  if (model.reports.empty()) return;
  gap(look, 16);
  paragraph(look, Type::Heading, Tone::Plain,
            "周报 " + std::to_string(model.reports.size()) + " 次", "heading");
  gap(look, 6);
  for (const CaseModel::Report& report : model.reports) draw_report(look, report);
}

constexpr std::string_view kDue = "期限";  // over the days of the duties

/// A card is as high as what it holds; that is known once it was drawn. Out of sight nothing is
/// laid out: it stays as it was, or there would be no way back to it.
void end_high_card(const Look& look, float& height, bool& resized) {
  const bool seen = !ImGui::GetCurrentWindow()->SkipItems;
  const float now = seen ? std::ceil(ImGui::GetCursorPosY() + look.px(16)) : height;
  resized = resized || now != height;
  height = now;
  end_card();
}

void draw_left(const Look& look, const CaseModel& model, bool read_only, CaseMemory& memory,
               ImVec2 size, Wishes& out) {
  begin_card(look, "case_duties", size);
  const std::string words = model.late > 0 ? "应办期限 · 逾期 " + std::to_string(model.late) + " 项"
                                           : std::string("应办期限");
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const TextStyle quiet = text_style(look, Type::Small, Tone::Secondary);
  const float inset = look.px(8) + text_width(quiet, kDue);
  if (!model.duties.empty())
    draw_text(*ImGui::GetWindowDrawList(), quiet,
              {start.x + ImGui::GetContentRegionAvail().x - inset, start.y + look.px(3)}, kDue);
  paragraph(look, Type::Heading, Tone::Plain, words, "heading");
  gap(look, 8);
  draw_duties(look, model, read_only, memory, out);
  draw_leads(look, model);
  draw_reports(look, model);
  end_high_card(look, memory.duties_height, memory.resized);
}

void draw_right(const Look& look, const CaseModel& model, bool read_only, CaseMemory& memory,
                ImVec2 size, Wishes& out) {
  begin_card(look, "case_about", size);
  draw_about(look, model);
  gap(look, 16);
  paragraph(look, Type::Heading, Tone::Plain, "经过", "heading");
  gap(look, 4);
  const std::span<const FactLine> facts{model.facts.data(), model.facts.size()};
  const TimelineAsk ask = draw_timeline(look, facts, !read_only, memory.timeline);
  if (!ask.correct.empty()) out.form = FormRequest{{}, {}, {}, ask.correct};
  if (!ask.retract.empty())
    out.commands.push_back(core::app::RetractFacts{{ask.retract}, ask.reason});
  end_high_card(look, memory.about_height, memory.resized);
}

void ask_form(const CaseModel& model, const CaseModel::Step& step, Wishes& out) {
  out.form = FormRequest{step.kind, model.number, {}, {}};
}

/// What usually comes next, then everything else there is to record.
void draw_steps(const Look& look, const CaseModel& model, Wishes& out) {
  for (const CaseModel::Step& step : model.steps) {
    const bool first = &step == model.steps.data();
    const std::string label = step.words + "###record_" + step.kind;
    if (!first) same_line_or_wrap(look, button_width(look, label));
    if (button(look, label, first ? ButtonKind::Primary : ButtonKind::Plain))
      ask_form(model, step, out);
  }
  std::vector<std::string> entries;
  for (const CaseModel::Step& step : model.others) entries.push_back(step.words);
  if (!model.steps.empty()) same_line_or_wrap(look, select_width(look, "登记其他情况"));
  std::size_t chosen = SIZE_MAX;
  if (select(look, "record_other", "登记其他情况", entries, chosen))
    ask_form(model, model.others[chosen], out);
}

class CaseScreen : public Screen {
 public:
  std::string_view name() const override { return "case"; }
  bool has_content() const override { return which_.known(); }

  void refresh(core::app::Desk& desk, bool) override {
    if (revision_ == desk.revision() && model_.which == which_) return;
    revision_ = desk.revision();
    model_ = {};
    const core::State& state = desk.state();
    if (which_.value >= state.cases().size()) return;
    const std::vector<core::RecordedFact> facts =
        core::effective(core::app::case_history(desk.ledger(), state.case_text(which_).number));
    FactShelf shelf(desk);
    for (const core::RecordedFact& fact : facts) shelf.put(fact);
    model_ = case_model(shelf.sources(), which_, {facts.data(), facts.size()});
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    draw_case(look, model_, input.read_only, memory_, out);
  }

  bool busy() const override { return memory_.resized; }

  void hear(const Wishes& wishes) override {
    if (!wishes.open_case) return;
    which_ = *wishes.open_case;
    memory_ = {};
  }

 private:
  core::CaseIndex which_;
  CaseModel model_;
  CaseMemory memory_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> case_screen() { return std::make_unique<CaseScreen>(); }

void draw_case(const Look& look, const CaseModel& model, bool read_only, CaseMemory& memory,
               Wishes& out) {
  if (!model.shown) return;
  draw_header(look, model, out);
  gap(look, 12);
  if (!read_only) {
    draw_steps(look, model, out);
    gap(look, 14);
  }
  ImVec2 room = ImGui::GetContentRegionAvail();
  const float between = look.px(16);
  memory.resized = false;
  if (room.x < look.px(840)) {  // One page that scrolls as a whole.
    draw_left(look, model, read_only, memory, {room.x, std::max(1.0f, memory.duties_height)}, out);
    gap(look, 16);
    draw_right(look, model, read_only, memory, {room.x, std::max(1.0f, memory.about_height)}, out);
    return;
  }
  room.y = std::max(room.y, look.row * 7);
  const float left = std::floor((room.x - between) * 0.52f);
  draw_left(look, model, read_only, memory, {left, room.y}, out);
  ImGui::SameLine(0, between);
  draw_right(look, model, read_only, memory, {room.x - left - between, room.y}, out);
  memory.resized = false;  // Their height is the room's.
}

}  // namespace web
