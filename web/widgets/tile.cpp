#include "web/widgets/tile.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "web/widgets/controls.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

bool draw_tile(const Look& look, const Tile& tile, ImVec2 size) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + size.x, start.y + size.y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_card(look, list, start, end);
  std::string words = tile.label + " " + tile.number;
  if (!tile.more.empty()) words += " " + tile.more;
  const bool pressed = pressable((words + "###tile_" + tile.id).c_str(), size);
  note_item("link", words, tile.number);
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRect(start, end, look.colour.accent, look.px(8), 0, look.line);
  const TextStyle quiet = text_style(look, Type::Small, Tone::Secondary);
  TextStyle number = text_style(look, Type::Title, tile.tone);
  number.size = look.px(30);
  const float left = start.x + look.px(16);
  const float room = size.x - look.px(32);
  float y = start.y + look.px(12);
  draw_text(list, quiet, {left, y}, shortened(quiet, tile.label, room));
  y += line_height(quiet);
  draw_text(list, number, {left, y}, shortened(number, tile.number, room));
  y += line_height(number) - look.px(4);
  draw_text(list, quiet, {left, y}, shortened(quiet, tile.more, room));
  return pressed;
}

}  // namespace

std::size_t draw_tiles(const Look& look, const std::vector<Tile>& tiles, std::size_t most) {
  const float between = look.px(12);
  const float room = ImGui::GetContentRegionAvail().x;
  const float least = look.px(160);
  auto columns = static_cast<std::size_t>(
      std::clamp(std::floor((room + between) / (least + between)), 1.0f, static_cast<float>(most)));
  columns = std::min(columns, std::max<std::size_t>(tiles.size(), 1));
  // Lines of equal length, where one column less or two make them so.
  for (const std::size_t fewer : {columns, columns - 1, columns - 2}) {
    if (columns < 3 || tiles.size() % fewer != 0) continue;
    columns = fewer;
    break;
  }
  const float count = static_cast<float>(columns);
  const float width = std::floor((room - between * (count - 1)) / count);
  const bool more =
      std::any_of(tiles.begin(), tiles.end(), [](const Tile& tile) { return !tile.more.empty(); });
  const float height = look.px(22) + look.px(30 * 1.45f) +
                       line_height(text_style(look, Type::Small)) * (more ? 2 : 1);
  std::size_t pressed = SIZE_MAX;
  for (std::size_t at = 0; at < tiles.size(); ++at) {
    if (at > 0 && at % columns == 0) gap(look, 12);
    if (at % columns != 0) ImGui::SameLine(0, between);
    // The last of a line takes what rounding left over, to end where the cards below do.
    const bool last = at % columns + 1 == columns;
    const float wide = last ? room - (width + between) * (count - 1) : width;
    if (draw_tile(look, tiles[at], {wide, std::round(height)})) pressed = at;
  }
  return pressed;
}

}  // namespace web
