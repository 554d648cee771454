#include "web/screens/backup_line.h"

#include <algorithm>

#include "web/widgets/controls.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {

void draw_backup_line(const Look& look, const BackupWords& words, Wishes& out) {
  if (words.due.empty()) return;
  gap(look, 6);
  const TextStyle style = text_style(look, Type::Body, Tone::Secondary);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x - button_width(look, "备份") - look.px(12);
  const std::string shown = shortened(style, words.due, std::max(look.px(80), room));
  const float y = start.y + (look.control - line_height(style)) / 2;
  const float width = text_width(style, shown);
  draw_text(*ImGui::GetWindowDrawList(), style, {start.x, y}, shown);
  note("status", words.due, {start.x, y}, {start.x + width, y + line_height(style)}, {},
       "backup_due");
  ImGui::SetCursorScreenPos({start.x + width + look.px(12), start.y});
  if (button(look, "备份###back_up")) out.back_up = true;
}

}  // namespace web
