#include "web/screens/form_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "core/app/effective_fact.h"
#include "web/models/case_stage.h"
#include "web/models/names.h"
#include "web/models/typed_day.h"
#include "web/widgets/blocks.h"
#include "web/widgets/controls.h"
#include "web/widgets/day_field.h"
#include "web/widgets/focus_trail.h"
#include "web/widgets/picker.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/text_field.h"

namespace web {
namespace {

using core::FieldType;

bool is_long(const core::FieldSpec& spec) {
  for (const std::string_view name :
       {"work", "problems", "next", "summary", "plan", "reason", "note", "text", "task_force"})
    if (spec.name == name) return true;
  return false;
}

void draw_label(const Look& look, std::string_view words, bool required) {
  const TextStyle style = text_style(look, Type::Small, Tone::Secondary);
  const TextStyle mark = text_style(look, Type::Small, Tone::Due);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_text(*ImGui::GetWindowDrawList(), style, at, words);
  if (required)
    draw_text(*ImGui::GetWindowDrawList(), mark,
              {at.x + text_width(style, words) + look.px(6), at.y}, "必填");
  ImGui::Dummy({text_width(style, words), line_height(style) + look.px(3)});
}

/// After a refused press the first of them comes into view.
void draw_problem(const Look& look, std::string_view problem, FormMemory& memory) {
  if (problem.empty()) return;
  paragraph(look, Type::Small, Tone::Late, problem, "alert");
  if (!memory.seek_problem) return;
  ImGui::SetScrollHereY();
  memory.edited = true;  // It is scrolled to in the next frame, which there has to be.
  memory.seek_problem = false;
}

/// Before a field: the first that is wrong gets the keys. Not by finger, which brings its keyboard
/// up.
void lead_to(const Look& look, std::string_view problem, const FormMemory& memory) {
  if (memory.seek_problem && !problem.empty() && !look.touch) give_keys_to_next_item();
}

/// What is wrong with a field, once it is to be said.
std::string_view told_problem(const FormMemory& memory, bool touched, std::string_view problem) {
  return touched || memory.tried ? problem : std::string_view();
}

std::string_view told_problem(const FormMemory& memory, const FormField& field) {
  return told_problem(memory, field.touched, field.problem);
}

std::vector<std::string> chosen_keys(const FormField& field) {
  return holds_several(*field.spec) ? split_choices(field.text)
                                    : std::vector<std::string>{field.text};
}

/// Who has left, or a unit that is no more, is still called by name where a fact says so.
void add_chosen(const core::State& state, const FormField& field,
                std::vector<FormChoice>& choices) {
  const FieldType type = field.spec->type;
  const bool unit = type == FieldType::UnitKey || type == FieldType::UnitKeys;
  if (!unit && type != FieldType::OfficialKey && type != FieldType::OfficialName) return;
  for (const std::string& key : chosen_keys(field)) {
    const std::string name = unit ? unit_name(state, state.find_unit(key))
                                  : official_name(state, state.find_official(key));
    const bool offered = std::any_of(choices.begin(), choices.end(),
                                     [&](const FormChoice& each) { return each.key == key; });
    if (!offered && !name.empty()) choices.push_back({key, name, unit ? "已撤并" : "已离任"});
  }
}

/// Few choices are all shown; pressing the chosen one again takes it back.
bool draw_pills(const Look& look, FormField& field, const std::vector<FormChoice>& choices,
                std::string_view told) {
  const bool several = holds_several(*field.spec);
  std::vector<std::string> keys = several ? split_choices(field.text) : std::vector<std::string>{};
  bool changed = false;
  for (const FormChoice& choice : choices) {
    const std::string label =
        choice.words + "###" + std::string(field.spec->name) + "_" + choice.key;
    if (&choice != choices.data()) same_line_or_wrap(look, button_width(look, label), 6);
    const auto at = std::find(keys.begin(), keys.end(), choice.key);
    const bool on = several ? at != keys.end() : field.text == choice.key;
    const bool pressed = pill(look, label, on);
    if (RegistryItem* item = last_listed_item()) {
      item->description = field.spec->label;  // What 是 and 否 answer.
      if (!told.empty()) item->description.append("，").append(told);
    }
    if (!pressed) continue;
    changed = true;
    if (!several) {
      field.text = on ? std::string() : choice.key;
    } else if (on) {
      keys.erase(at);
    } else {
      keys.push_back(choice.key);
    }
  }
  if (changed && several) field.text = join_choices(keys);
  return changed;
}

std::string shown_choices(const FormField& field, const std::vector<FormChoice>& choices) {
  const std::vector<std::string> keys = chosen_keys(field);
  std::string words;
  for (const std::string& key : keys) {
    const auto at = std::find_if(choices.begin(), choices.end(),
                                 [&](const FormChoice& choice) { return choice.key == key; });
    if (!words.empty()) words += "、";
    words += at == choices.end() ? key : at->words;
    if (at != choices.end() && !at->more.empty() && keys.size() == 1) words += " " + at->more;
  }
  return words;
}

void take_choice(FormField& field, const std::string& key) {
  if (!holds_several(*field.spec)) {
    field.text = key;
    return;
  }
  std::vector<std::string> keys = split_choices(field.text);
  const auto at = std::find(keys.begin(), keys.end(), key);
  if (at == keys.end())
    keys.push_back(key);
  else
    keys.erase(at);
  field.text = join_choices(keys);
}

bool draw_picker(const Look& look, FormField& field, const std::vector<FormChoice>& choices,
                 FormMemory& memory) {
  const std::string shown = shown_choices(field, choices);
  const std::string id = "field_" + std::string(field.spec->name);
  PickerOptions options;
  options.label = field.spec->label;
  options.shown = shown;
  options.count = choices.size();
  const std::vector<std::string> keys = chosen_keys(field);
  options.entry = [&](std::size_t at) {
    return PickEntry{choices[at].words, choices[at].more,
                     std::find(keys.begin(), keys.end(), choices[at].key) != keys.end()};
  };
  options.width = ImGui::GetContentRegionAvail().x;
  options.several = holds_several(*field.spec);
  options.clearable = !field.spec->required;
  options.required = field.spec->required;
  options.problem = told_problem(memory, field);
  const std::size_t picked = picker(look, id.c_str(), options, memory.search);
  if (picked == SIZE_MAX) return false;
  if (picked == kPickNothing)
    field.text.clear();
  else
    take_choice(field, choices[picked].key);
  return true;
}

/// Names of people who are no registered leaders may be typed.
bool draw_name(const Look& look, FormField& field, const std::vector<FormChoice>& choices,
               FormMemory& memory) {
  bool changed = draw_picker(look, field, choices, memory);
  gap(look, 4);
  const std::string id = "###typed_" + std::string(field.spec->name);
  const bool listed = std::any_of(choices.begin(), choices.end(), [&](const FormChoice& choice) {
    return choice.key == field.text;
  });
  std::string typed = listed ? std::string() : field.text;
  if (text_field(look, id, typed, {.hint = "不在名单中的，写姓名"})) {
    field.text = typed;
    changed = true;
  }
  return changed;
}

bool draw_typed(const Look& look, FormField& field, const FormMemory& memory) {
  const std::string id = "###field_" + std::string(field.spec->name);
  const float width = ImGui::GetContentRegionAvail().x;
  if (field.spec->type == FieldType::Day)
    return day_field(look, id.c_str(), std::string(field.spec->label).c_str(), field.text,
                     memory.today, width,
                     {field.spec->required, told_problem(memory, field),
                      day_of(memory.form, field, memory.today).value_or(core::Date{})});
  FieldOptions options;
  options.required = field.spec->required;
  options.problem = told_problem(memory, field);
  options.hint = field.spec->type == FieldType::Objects ? "每行一人：姓名 职责" : field.spec->label;
  options.lines = is_long(*field.spec) ? 3 : 1;
  if (field.spec->type == FieldType::Integer) options.keypad = Keypad::Number;
  return text_field(look, id, field.text, options).changed;
}

bool draw_control(const Look& look, FormField& field, const std::vector<FormChoice>& choices,
                  FormMemory& memory) {
  constexpr std::size_t kAllShown = 6;
  if (choices.empty()) return draw_typed(look, field, memory);
  if (field.spec->type == FieldType::OfficialName) return draw_name(look, field, choices, memory);
  const bool plain = std::all_of(choices.begin(), choices.end(),
                                 [](const FormChoice& choice) { return choice.more.empty(); });
  const bool people = field.spec->type == FieldType::UnitKey;
  if (choices.size() <= kAllShown && plain && !people) {
    // Buttons cannot be required or wrong: it is said beside their names.
    const std::string_view problem = told_problem(memory, field);
    const bool missing = field.spec->required && field.text.empty();
    return draw_pills(look, field, choices, problem.empty() && missing ? "必填" : problem);
  }
  return draw_picker(look, field, choices, memory);
}

void draw_field(const Look& look, std::size_t at, FormMemory& memory) {
  FormField& field = memory.form.fields[at];
  ImGui::PushID(static_cast<int>(at));
  draw_label(look, field.spec->label, field.spec->required);
  lead_to(look, told_problem(memory, field), memory);
  if (draw_control(look, field, memory.choices[at], memory)) {
    field.touched = true;
    memory.edited = true;
  }
  draw_problem(look, told_problem(memory, field), memory);
  gap(look, 10);
  ImGui::PopID();
}

void draw_key(const Look& look, FormMemory& memory) {
  if (!memory.form.asks_key) return;
  draw_label(look, "编号", true);
  const std::string_view problem =
      told_problem(memory, memory.key_touched, memory.form.key_problem);
  lead_to(look, problem, memory);
  if (text_field(look, "###field_key", memory.form.key,
                 {.hint = "编号", .problem = problem, .required = true}))
    memory.edited = memory.key_touched = true;
  draw_problem(look, problem, memory);
  gap(look, 10);
}

void draw_day(const Look& look, FormMemory& memory) {
  draw_label(look, "哪天发生的", true);  // as the field is called for those who only hear it
  lead_to(look, memory.form.day_problem, memory);
  if (day_field(look, "###field_on", "哪天发生的", memory.form.day, memory.today,
                ImGui::GetContentRegionAvail().x,
                {/*required=*/true, memory.form.day_problem,
                 typed_day(memory.form.day, memory.today).value_or(core::Date{})}))
    memory.edited = memory.day_touched = true;
  draw_problem(look, memory.form.day_problem, memory);
  gap(look, 10);
}

void draw_reason(const Look& look, FormMemory& memory) {
  if (memory.form.corrects.empty()) return;
  draw_label(look, "更正理由", true);
  const std::string_view problem =
      told_problem(memory, memory.reason_touched, memory.form.reason_problem);
  lead_to(look, problem, memory);
  if (text_field(look, "###correct_reason", memory.form.reason,
                 {.hint = "为什么更正", .problem = problem, .lines = 2, .required = true}))
    memory.edited = memory.reason_touched = true;
  draw_problem(look, problem, memory);
  gap(look, 10);
}

/// What the last words typed have made of it is found out when it is recorded: a press that ends an
/// input method's composition counts.
void draw_buttons(const Look& look, Wishes& out) {
  if (button(look, "记入台账###record", ButtonKind::Primary)) out.record_form = true;
  same_line_or_wrap(look, button_width(look, "取消"));
  if (button(look, "取消###close_form")) out.close_form = true;
}

/// What no field owns stands above the buttons, in view however far the fields are scrolled. Its
/// height.
float draw_problems(const Look& look, const FactForm& form) {
  const float top = ImGui::GetCursorPosY();
  for (const std::string& problem : form.problems)
    paragraph(look, Type::Body, Tone::Late, problem, "alert");
  if (!form.problems.empty()) gap(look, 8);
  return std::ceil(ImGui::GetCursorPosY() - top);
}

/// The clause it serves is read before the fields are filled in.
void draw_head(const Look& look, const FactForm& form) {
  paragraph(look, Type::Heading, Tone::Plain, form.title, "heading");
  if (!form.about.empty()) paragraph(look, Type::Body, Tone::Secondary, form.about);
  for (const Quote& quote : form.quotes) {
    gap(look, 8);
    draw_quote(look, quote);
  }
}

}  // namespace

FormMemory form_memory(core::app::Desk& desk, const FormRequest& request) {
  FormMemory memory;
  memory.request = request;
  memory.today = desk.today();
  memory.revision = desk.revision();
  const core::State& state = desk.state();
  if (request.corrects.empty()) {
    memory.form = fact_form(state, request.kind, request.key, request.given, memory.today);
  } else {
    const auto fact = core::app::effective_fact(desk.ledger(), state.find_fact(request.corrects));
    if (fact.ok()) memory.form = correction_form(state, fact.value(), memory.today);
  }
  const core::CaseIndex which = state.find_case(memory.form.key);
  const core::UnitIndex unit =
      which.known() ? case_progress(state, which, memory.today).unit : core::UnitIndex{};
  for (const FormField& field : memory.form.fields) {
    memory.choices.push_back(choices_of(state, *field.spec, unit, memory.today));
    add_chosen(state, field, memory.choices.back());
  }
  return memory;
}

bool is_filled_in(const FormMemory& memory) {
  return memory.key_touched || memory.day_touched || memory.reason_touched ||
         std::any_of(memory.form.fields.begin(), memory.form.fields.end(),
                     [](const FormField& field) { return field.touched; });
}

void go_on_with(const FormMemory& draft, FormMemory& memory) {
  FactForm& form = memory.form;
  if (draft.key_touched) form.key = draft.form.key;
  if (draft.day_touched) form.day = draft.form.day;
  if (draft.reason_touched) form.reason = draft.form.reason;
  for (std::size_t at = 0; at < form.fields.size(); ++at)
    if (draft.form.fields[at].touched) form.fields[at] = draft.form.fields[at];
  memory.key_touched = draft.key_touched;
  memory.day_touched = draft.day_touched;
  memory.reason_touched = draft.reason_touched;
  memory.edited = true;
}

bool ready_to_record(core::app::Desk& desk, FormMemory& memory) {
  memory.tried = true;
  memory.edited = true;
  refresh_form(desk, memory);
  memory.seek_problem = !memory.form.ready();
  return memory.form.ready();
}

void refresh_form(core::app::Desk& desk, FormMemory& memory) {
  if (!memory.form.open()) return;
  if (!memory.edited && memory.revision == desk.revision()) return;
  memory.edited = false;
  memory.revision = desk.revision();
  check(memory.form, desk.state(), memory.today);
}

float draw_form(const Look& look, FormMemory& memory, Wishes& out) {
  // The buttons stay at the foot, unless a keyboard has left room for little else.
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float buttons = look.control + look.px(12);
  const float foot = buttons + memory.told;
  const float above = room.y - foot;
  const bool pinned = above >= look.px(240);
  if (pinned)
    ImGui::BeginChild("form_fields", {room.x, above}, kTabThrough, ImGuiWindowFlags_NoBackground);
  const float top = ImGui::GetCursorPosY();
  draw_head(look, memory.form);
  gap(look, 12);
  draw_key(look, memory);
  draw_day(look, memory);
  for (std::size_t at = 0; at < memory.form.fields.size(); ++at) draw_field(look, at, memory);
  draw_reason(look, memory);
  memory.seek_problem = false;
  const float fields = std::ceil(ImGui::GetCursorPosY() - top);
  if (pinned) ImGui::EndChild();
  gap(look, 11);
  memory.told = draw_problems(look, memory.form);
  draw_buttons(look, out);
  return fields + buttons + memory.told;
}

}  // namespace web
