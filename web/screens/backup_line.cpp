#include "web/screens/backup_line.h"

#include <algorithm>
#include <string>
#include <vector>

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
  const std::vector<std::string> lines = broken(style, words.due, std::max(look.px(80), room));
  const float between = line_height(style);
  const float height = std::max(look.control, between * static_cast<float>(lines.size()));
  ImVec2 at{start.x, start.y + (height - between * static_cast<float>(lines.size())) / 2};
  const float top = at.y;
  float width = 0;
  for (const std::string& line : lines) {
    draw_text(*ImGui::GetWindowDrawList(), style, at, line);
    width = std::max(width, text_width(style, line));
    at.y += between;
  }
  note("status", words.due, {start.x, top}, {start.x + width, at.y}, {}, "backup_due");
  ImGui::SetCursorScreenPos({start.x + width + look.px(12), start.y + (height - look.control) / 2});
  if (button(look, "备份###back_up")) out.back_up = true;
}

}  // namespace web
