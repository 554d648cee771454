#include "web/widgets/registry.h"

#include <imgui_internal.h>

#include <algorithm>

namespace web {
namespace {

Registry* attached(const ImGuiContext* ui) {
  return ui == nullptr ? nullptr : static_cast<Registry*>(ui->TestEngine);
}

Registry* attached() { return attached(ImGui::GetCurrentContext()); }

/// Cuts to the window's clip rectangle; false when nothing is left to see.
bool cut(ImVec4& rect, const ImGuiContext& ui) {
  if (ui.CurrentWindow == nullptr || ui.CurrentWindow->SkipItems) return false;
  const ImRect& clip = ui.CurrentWindow->ClipRect;
  rect.x = std::max(rect.x, clip.Min.x);
  rect.y = std::max(rect.y, clip.Min.y);
  rect.z = std::min(rect.z, clip.Max.x);
  rect.w = std::min(rect.w, clip.Max.y);
  return rect.x < rect.z && rect.y < rect.w;
}

/// What a wheel would move there.
void note_pane(RegistryItem& item, const ImGuiWindow* window) {
  while (window->ScrollMax.y <= 0 && window != window->RootWindow) window = window->ParentWindow;
  if (window->ScrollMax.y <= 0) return;
  item.pane = window->ID;
  item.more_above = window->Scroll.y > 0;
  item.more_below = window->Scroll.y < window->ScrollMax.y;
}

std::string_view guessed_role(ImGuiItemStatusFlags flags) {
  if ((flags & ImGuiItemStatusFlags_Inputable) != 0) return "textbox";
  if ((flags & ImGuiItemStatusFlags_Checkable) != 0) return "checkbox";
  return "button";
}

}  // namespace

Registry::~Registry() {
  ImGuiContext* ui = ImGui::GetCurrentContext();
  if (attached(ui) != this) return;
  ui->TestEngine = nullptr;
  ui->TestEngineHookItems = false;
}

void Registry::begin() {
  ImGuiContext* ui = ImGui::GetCurrentContext();
  ui->TestEngine = this;
  ui->TestEngineHookItems = true;
  count_ = 0;
}

const RegistryItem* Registry::find(std::string_view name) const {
  for (const RegistryItem& item : items())
    if (item.label == name || item.id == name) return &item;
  return nullptr;
}

RegistryItem& Registry::add() {
  if (count_ == items_.size()) items_.emplace_back();
  RegistryItem& item = items_[count_++];
  item.id.clear();
  item.role.clear();
  item.label.clear();
  item.value.clear();
  item.description.clear();
  item.disabled = item.focused = item.required = item.invalid = item.multi_line = item.cut = false;
  item.opens = item.expanded = item.over = item.more_above = item.more_below = false;
  item.pane = item.imgui_id = 0;
  return item;
}

RegistryItem* Registry::of(ImGuiID id) {
  for (std::size_t at = count_; at-- > 0;)
    if (items_[at].imgui_id == id) return &items_[at];
  return nullptr;
}

void Registry::pass(ImGuiID stop, ImGuiID from) {
  const int frame = ImGui::GetFrameCount();
  if (way_.frame != frame) way_ = {frame, from, stop, stop};
  way_.last = stop;
}

bool Registry::at_end(bool backwards) const {
  const ImGuiID here = ImGui::GetCurrentContext()->NavId;
  return here != 0 && here == (backwards ? way_.first : way_.last);
}

bool Registry::take_round(bool backwards) {
  const bool round = way_.from == (backwards ? way_.first : way_.last) && at_end(!backwards);
  way_.from = 0;
  return round && ImGui::GetCurrentContext()->OpenPopupStack.empty();
}

std::span<const RegistryItem> registry_items() {
  const Registry* registry = attached();
  return registry == nullptr ? std::span<const RegistryItem>{} : registry->items();
}

bool tab_at_end(bool backwards) {
  const Registry* registry = attached();
  return registry != nullptr && registry->at_end(backwards);
}

bool take_tab_round(bool backwards) {
  Registry* registry = attached();
  return registry != nullptr && registry->take_round(backwards);
}

void note(std::string_view role, std::string_view label, ImVec2 top_left, ImVec2 bottom_right,
          std::string_view value, std::string_view id) {
  Registry* registry = attached();
  if (registry == nullptr) return;
  ImVec4 rect{top_left.x, top_left.y, bottom_right.x, bottom_right.y};
  if (!cut(rect, *ImGui::GetCurrentContext())) return;
  RegistryItem& item = registry->add();
  item.role = role;
  item.label = label;
  item.value = value;
  item.id = id;
  item.rect = rect;
}

RegistryItem* last_listed_item() {
  Registry* registry = attached();
  const ImGuiID id = ImGui::GetItemID();  // 0 of what lies out of view: that is no item's
  return registry == nullptr || id == 0 ? nullptr : registry->of(id);
}

void note_item(std::string_view role, std::string_view label, std::string_view value) {
  RegistryItem* item = last_listed_item();
  if (item == nullptr) return;
  item->role = role;
  item->label = label;
  item->value = value;
}

void note_opens(bool open) {
  RegistryItem* item = last_listed_item();
  if (item == nullptr) return;
  item->opens = true;
  item->expanded = open;
}

std::string_view shown_label(std::string_view label) { return label.substr(0, label.find("##")); }

std::string_view fixed_id(std::string_view label) {
  const std::size_t at = label.find("###");
  return at == std::string_view::npos ? std::string_view{} : label.substr(at + 3);
}

}  // namespace web

// Dear ImGui calls these when built with IMGUI_ENABLE_TEST_ENGINE.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ui, ImGuiID id, const ImRect&,
                                 const ImGuiLastItemData* item) {
  constexpr ImGuiItemFlags kNoStop =
      ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop | ImGuiItemFlags_Disabled;
  web::Registry* registry = web::attached(ui);
  const bool looking = item != nullptr && ui->NavWindow != nullptr && ui->NavMoveScoringItems &&
                       (ui->NavMoveFlags & ImGuiNavMoveFlags_IsTabbing) != 0;
  if (registry == nullptr || !looking || (item->ItemFlags & kNoStop) != 0) return;
  if (ui->NavWindow->RootWindowForNav == ui->CurrentWindow->RootWindowForNav)
    registry->pass(id, ui->NavId);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* ui, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags flags) {
  web::Registry* registry = web::attached(ui);
  if (registry == nullptr || label == nullptr || label[0] == '\0') return;
  if (ui->CurrentWindow == nullptr || id == ui->CurrentWindow->ID) return;  // a window's title bar
  const ImRect& bounds = ui->LastItemData.Rect;
  const ImVec4 whole{bounds.Min.x, bounds.Min.y, bounds.Max.x, bounds.Max.y};
  ImVec4 rect = whole;
  if (!web::cut(rect, *ui)) return;
  web::RegistryItem& item = registry->add();
  item.id = web::fixed_id(label);
  item.role = web::guessed_role(flags);
  item.label = web::shown_label(label);
  item.disabled = (ui->LastItemData.ItemFlags & ImGuiItemFlags_Disabled) != 0;
  item.over = (ui->CurrentWindow->RootWindow->Flags & ImGuiWindowFlags_Popup) != 0;
  web::note_pane(item, ui->CurrentWindow);
  item.focused = ui->ActiveId == id || (ui->NavId == id && ui->NavCursorVisible);
  item.rect = rect;
  item.cut = rect.w - rect.y < whole.w - whole.y - 1 || rect.z - rect.x < whole.z - whole.x - 1;
  item.imgui_id = id;
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
