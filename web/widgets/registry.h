#pragma once
// The list of what is on screen: every control, tile, cell and chart summary with the words a
// person sees. Fed by Dear ImGui's item hooks; read by tests and by the accessibility mirror.

#include <imgui.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace web {

/// One thing on screen. `rect` is in device pixels, cut to what is visible.
struct RegistryItem {
  std::string id;           ///< What follows ### in its name; else empty.
  std::string role;         ///< ARIA role: button, tab, textbox, row, gridcell, heading, status …
  std::string label;        ///< The words a person sees, never with ## parts.
  std::string value;        ///< Content of a field; `true` for what is selected or pressed.
  std::string description;  ///< What a person is told beside it: what is wrong, or the clause.
  bool disabled = false;
  bool focused = false;  ///< Keys go to it.
  bool required = false;
  bool invalid = false;
  bool multi_line = false;
  bool opens = false;       ///< A press lays something over the rest: a list, a menu, a month.
  bool expanded = false;    ///< What it opens is there.
  bool over = false;        ///< Lies in such a thing.
  bool cut = false;         ///< A part of it is scrolled out of view.
  bool more_above = false;  ///< What it scrolls with goes on out of sight.
  bool more_below = false;
  ImVec4 rect;           ///< left, top, right, bottom.
  ImGuiID pane = 0;      ///< What it scrolls with; 0 when nothing there scrolls.
  ImGuiID imgui_id = 0;  ///< 0 for what cannot be activated.
};

/// The list of one Dear ImGui context. While none is attached, drawing works and nothing is listed.
class Registry {
 public:
  Registry() = default;
  ~Registry();
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  /// Starts the list of a new frame and attaches itself to the current context. Call between
  /// ImGui::NewFrame and drawing.
  void begin();

  /// Everything drawn since begin(), in drawing order. Valid until the next begin().
  std::span<const RegistryItem> items() const { return {items_.data(), count_}; }

  /// The first item whose label or id is `name`; null when there is none.
  const RegistryItem* find(std::string_view name) const;

  /// A slot for one more item, emptied. Memory of earlier frames is used again.
  RegistryItem& add();

  /// The item of a Dear ImGui id drawn last, or null.
  RegistryItem* of(ImGuiID id);

  /// Dear ImGui looks for where Tab leads, and comes past this one, in view or not.
  void pass(ImGuiID stop, ImGuiID from);

  /// The keys are with the last of all that Tab leads to, or with the first.
  bool at_end(bool backwards) const;

  /// Tab has led from one end to the other, where the page has more to go on with. Said once.
  bool take_round(bool backwards);

 private:
  struct Way {
    int frame = -1;
    ImGuiID from = 0, first = 0, last = 0;
  };
  std::vector<RegistryItem> items_;
  std::size_t count_ = 0;
  Way way_;  // The last one Tab was looking for.
};

/// What the registry attached to the current context has; empty when none is attached.
std::span<const RegistryItem> registry_items();

/// Registry::at_end and Registry::take_round of the one attached.
bool tab_at_end(bool backwards);
bool take_tab_round(bool backwards);

/// Adds something that is no Dear ImGui item: text, a cell, a heading, a chart's summary.
/// Outside the current clip rectangle nothing is added. `id` may be empty.
void note(std::string_view role, std::string_view label, ImVec2 top_left, ImVec2 bottom_right,
          std::string_view value = {}, std::string_view id = {});

/// Says what the last Dear ImGui item is: replaces role, words and value the hook guessed.
void note_item(std::string_view role, std::string_view label, std::string_view value = {});

/// The entry of the last Dear ImGui item, to be completed; null when it is not listed.
RegistryItem* last_listed_item();

/// Says that a press on the last Dear ImGui item lays something over the rest.
void note_opens(bool open);

/// `今日###nav_today` -> `今日`, and the id `nav_today`.
std::string_view shown_label(std::string_view label);
std::string_view fixed_id(std::string_view label);

}  // namespace web
