#include "web/widgets/text_field.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "web/widgets/field_caret.h"
#include "web/widgets/outline.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/wrapped_text.h"

namespace web {
namespace {

constexpr float kUnder = 4;    // Design pixels between the field and the words above and below it.
constexpr float kBeside = 12;  // … and between its edge and its text.

struct Typing {
  std::string* text;
  const FieldOptions* options;
  ImGuiID id = 0;
  ImRect frame = {};  // The whole field.
  // Of several lines: how they wrap, where the text begins, what of it is selected.
  TextStyle style = {};
  float width = 0;
  ImVec2 start = {};
  Span selected = {};
};

bool is_multi_line(const Typing& typing) { return typing.options->lines > 1; }

std::size_t position(int place) { return static_cast<std::size_t>(place); }

void replace(ImGuiInputTextCallbackData& data, std::size_t start, std::size_t end,
             std::string_view with) {
  data.DeleteChars(static_cast<int>(start), static_cast<int>(end - start));
  data.InsertChars(static_cast<int>(start), with.data(), with.data() + with.size());
}

void select(ImGuiInputTextCallbackData& data, std::size_t from, std::size_t to) {
  data.SelectionStart = static_cast<int>(from);
  data.SelectionEnd = data.CursorPos = static_cast<int>(to);
}

void apply(ImGuiInputTextCallbackData& data, const TextEdit& edit, bool multi_line) {
  const std::string_view before(data.Buf, position(data.BufTextLen));
  const std::size_t start = byte_offset(before, edit.start);
  const std::size_t end = std::max(start, byte_offset(before, edit.end));
  if (edit.only_select) {
    const bool backwards = edit.caret < edit.end;
    select(data, backwards ? end : start, backwards ? start : end);
    return;
  }
  std::string with = edit.text;
  if (!multi_line) std::replace(with.begin(), with.end(), '\n', ' ');
  replace(data, start, end, with);
  const std::string_view after(data.Buf, position(data.BufTextLen));
  const std::size_t caret = byte_offset(after, edit.caret);
  select(data, caret, caret);
}

void show(const ImGuiInputTextCallbackData& data, const Typing& typing, TextLink& link) {
  const std::string_view text(data.Buf, position(data.BufTextLen));
  FieldState state;
  state.field = typing.id;
  state.text = text;
  state.caret = utf16_offset(text, position(data.CursorPos));
  state.anchor =
      data.HasSelection()
          ? utf16_offset(text, position(data.SelectionStart + data.SelectionEnd - data.CursorPos))
          : state.caret;
  state.multi_line = is_multi_line(typing);
  state.keypad = typing.options->keypad;
  link.show(std::move(state));
}

void steer(ImGuiInputTextCallbackData& data, Typing& typing) {
  FieldCaret& caret = field_caret();
  if (caret.field != typing.id) caret = {typing.id, {position(data.CursorPos), false}};
  const WrappedText lines(typing.style, {data.Buf, position(data.BufTextLen)}, typing.width);
  steer_caret(lines, typing.start, typing.frame, data, caret);
  typing.selected = {position(std::min(data.SelectionStart, data.SelectionEnd)),
                     position(std::max(data.SelectionStart, data.SelectionEnd))};
}

int on_typing(ImGuiInputTextCallbackData* data) {
  Typing& typing = *static_cast<Typing*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    typing.text->resize(position(data->BufTextLen));
    data->Buf = typing.text->data();
    return 0;
  }
  TextLink* link = text_link();
  if (link != nullptr && link->state().field != typing.id) link->clear();
  if (link != nullptr)
    for (const TextEdit& edit : link->take_edits()) apply(*data, edit, is_multi_line(typing));
  if (is_multi_line(typing)) steer(*data, typing);
  if (link != nullptr) show(*data, typing, *link);
  return 0;
}

float field_width(const FieldOptions& options) {
  return options.width > 0 ? options.width : ImGui::GetContentRegionAvail().x;
}

constexpr float kAbove = 8;  // Design pixels between the edge of several lines and their text.

float field_height(const Look& look, const Typing& typing) {
  if (!is_multi_line(typing)) return look.control;
  const auto least = static_cast<std::size_t>(typing.options->lines);
  const WrappedText lines(typing.style, *typing.text, typing.width);
  return line_height(typing.style) * static_cast<float>(std::max(least, lines.lines())) +
         2 * look.px(kAbove);
}

/// Several lines are a window of their own, which lies over what the one around it draws.
ImDrawList& list_over(ImGuiID id) {
  const ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVector<ImGuiWindow*>& children = window->DC.ChildWindows;
  const bool of_its_own = !children.empty() && children.back()->ChildId == id;
  return *(of_its_own ? children.back() : window)->DrawList;
}

/// Where an input method writes, and what must not go out of sight.
void show_caret(const Look& look, const WrappedText& lines, const Typing& typing,
                ImDrawList& list) {
  FieldCaret& caret = field_caret();
  const ImVec2 offset = lines.offset(caret.place);
  const ImVec2 top{typing.start.x + offset.x, typing.start.y + offset.y};
  const float high = line_height(typing.style);
  const ImVec2 bottom{top.x + look.line, top.y + high};
  list.AddRectFilled(top, bottom, look.colour.text);
  // An input method composes in the size of letters, in the middle of the line.
  ImGui::GetCurrentContext()->PlatformImeData.InputPos = {
      top.x - 1, top.y + std::round((high - typing.style.size) / 2)};
  if (caret.followed > 0) {
    --caret.followed;
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), {top, bottom},
                        ImGuiScrollFlags_KeepVisibleEdgeY);
  }
}

/// Dear ImGui lets long lines run out of the field, so what it would draw is drawn here instead.
void draw_wrapped(const Look& look, const Typing& typing, std::string_view hint, ImU32 ground) {
  const WrappedText lines(typing.style, *typing.text, typing.width);
  ImDrawList& list = list_over(typing.id);
  list.PushClipRect(typing.frame.Min, typing.frame.Max, true);
  lines.draw(list, typing.start, typing.selected, ground);
  if (typing.text->empty())
    draw_text(list, text_style(look, Type::Body, Tone::Secondary), typing.start, hint);
  if (ImGui::GetActiveID() == typing.id) show_caret(look, lines, typing, list);
  list.PopClipRect();
}

void lay_out(const Look& look, Typing& typing) {
  const float scrollbar = ImGui::GetStyle().ScrollbarSize;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  typing.style = text_style(look, Type::Body);
  typing.width = std::max(look.px(40), typing.options->width - 2 * look.px(kBeside) - scrollbar);
  typing.start = {corner.x + look.px(kBeside), corner.y + look.px(kAbove)};
  typing.frame = {corner,
                  {corner.x + typing.options->width, corner.y + field_height(look, typing)}};
}

bool edit(const Look& look, std::string_view label, std::string& text, Typing& typing) {
  const FieldOptions& options = *typing.options;
  const bool multi_line = is_multi_line(typing);
  lay_out(look, typing);
  const float padding = multi_line ? look.px(kAbove) : std::floor((look.control - look.body) / 2);
  const std::string name(label);
  const bool composing = text_link() != nullptr && text_link()->composing();
  ImGuiInputTextFlags flags =
      ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_CallbackResize;
  if (multi_line) flags |= ImGuiInputTextFlags_Multiline;
  // The words of the label stand above: beside the field Dear ImGui must not draw them again.
  const std::string_view fixed = fixed_id(label);
  const std::string unseen = fixed.empty() ? "##" + name : "###" + std::string(fixed);
  ImGui::PushFont(look.regular, look.body);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{look.px(kBeside), padding});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);  // See draw_edge.
  typing.id = ImGui::GetID(unseen.c_str());
  const bool covered = composing && ImGui::GetActiveID() == typing.id;
  const std::string hint = covered ? std::string() : hint_words(look, options.hint);
  const ImU32 ground = ImGui::GetColorU32(ImGuiCol_TextSelectedBg);
  constexpr ImGuiCol kDrawn[] = {ImGuiCol_Text, ImGuiCol_TextSelectedBg, ImGuiCol_InputTextCursor};
  for (const ImGuiCol colour : kDrawn)
    if (multi_line) ImGui::PushStyleColor(colour, IM_COL32_BLACK_TRANS);
  const bool entered = ImGui::InputTextEx(unseen.c_str(), multi_line ? nullptr : hint.c_str(),
                                          text.data(), static_cast<int>(text.capacity()) + 1,
                                          typing.frame.GetSize(), flags, on_typing, &typing);
  if (multi_line) ImGui::PopStyleColor(std::size(kDrawn));
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  if (multi_line && ImGui::IsItemVisible()) draw_wrapped(look, typing, hint, ground);
  return entered;
}

// When it is reached, and when a keyboard has come up and left less room; at other times a person
// may scroll it out of sight.
void keep_in_view(ImGuiID id) {
  float& room = *ImGui::GetStateStorage()->GetFloatRef(id, 0);
  const float now = ImGui::IsItemActive() ? ImGui::GetIO().DisplaySize.y : 0;
  if (now > 0 && now != room) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
  room = now;
}

void draw_edge(const Look& look, ImGuiID id, bool wrong) {
  const bool active = ImGui::IsItemActive();
  const ImU32 ink = active ? look.colour.accent : wrong ? look.colour.due : look.colour.line;
  const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
  ImDrawList& list = list_over(id);
  list.PushClipRect(clip.Min, clip.Max);
  draw_outline(list, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), ink, look.px(6),
               active || wrong ? look.px(2) : look.line);
  list.PopClipRect();
}

void list(std::string_view label, const std::string& text, const FieldOptions& options) {
  const std::string_view words = shown_label(label);
  note_item("textbox", words.empty() ? options.hint : words, text);
  RegistryItem* item = last_listed_item();
  if (item == nullptr) return;
  item->id = fixed_id(label);
  item->required = options.required;
  item->invalid = !options.problem.empty();
  item->multi_line = options.lines > 1;
  item->description = options.problem;
}

void draw_label(const Look& look, std::string_view label, bool required) {
  const std::string_view words = shown_label(label);
  if (words.empty()) return;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const TextStyle style = text_style(look, Type::Small, Tone::Secondary);
  ImDrawList& drawn = *ImGui::GetWindowDrawList();
  draw_text(drawn, style, start, words);
  if (required) {
    const float after = start.x + text_width(style, words);
    draw_text(drawn, text_style(look, Type::Small, Tone::Accent), {after, start.y}, " 必填");
  }
  ImGui::SetCursorScreenPos({start.x, start.y + line_height(style) + look.px(kUnder)});
}

}  // namespace

FieldAnswer text_field(const Look& look, std::string_view label, std::string& text,
                       const FieldOptions& options) {
  const std::string before = text;
  FieldOptions fixed = options;
  fixed.width = field_width(options);
  Typing typing{&text, &fixed};
  draw_label(look, label, options.required);
  edit(look, label, text, typing);
  // Dear ImGui takes Escape for "as it was"; nobody wants to lose a report to a slip of the finger.
  if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Escape)) text = before;
  keep_in_view(typing.id);
  draw_edge(look, typing.id, !options.problem.empty());
  list(label, text, fixed);
  return {text != before};
}

}  // namespace web
