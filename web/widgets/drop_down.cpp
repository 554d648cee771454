#include "web/widgets/drop_down.h"

namespace web {

void place_drop_down(ImVec2 from, ImVec2 to, float height, float side) {
  const bool below = to.y + height <= ImGui::GetIO().DisplaySize.y || from.y < height;
  ImGui::SetNextWindowPos({side > 0 ? to.x : from.x, below ? to.y : from.y}, ImGuiCond_Always,
                          {side, below ? 0.0f : 1.0f});
}

}  // namespace web
