#include "web/browser/layout_places.h"

#include <imgui_internal.h>

namespace web {

std::uint64_t places_of(std::span<const RegistryItem> items) {
  std::uint64_t mixed = items.size();
  const auto mix = [&](float part) {
    mixed =
        mixed * 1099511628211u + static_cast<std::uint64_t>(static_cast<std::int64_t>(part * 4));
  };
  for (const RegistryItem& item : items) {
    for (const float part : {item.rect.x, item.rect.y, item.rect.z, item.rect.w}) mix(part);
    mixed += item.label.size();
  }
  // A scroll bar that comes or goes shows in what is drawn after.
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (!window->Active) continue;
    mix(window->ContentSize.x + (window->ScrollbarX ? 1 : 0));
    mix(window->ContentSize.y + (window->ScrollbarY ? 1 : 0));
  }
  return mixed;
}

}  // namespace web
