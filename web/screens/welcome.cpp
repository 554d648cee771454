#include "web/screens/welcome.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "web/widgets/controls.h"
#include "web/widgets/text.h"

namespace web {

void draw_welcome(const Look& look, bool read_only, Wishes& out) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 size{std::min(room.x, look.px(640)),
                    std::min(room.y, look.px(look.touch ? 340 : 320))};
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({start.x + std::floor((room.x - size.x) / 2),
                             start.y + std::floor(std::max(0.0f, room.y - size.y) / 3)});
  begin_card(look, "welcome", size);
  gap(look, 8);
  paragraph(look, Type::Title, Tone::Plain, "台账还是空的", "heading");
  gap(look, 8);
  paragraph(look, Type::Body, Tone::Plain, "把台账文件拖到这里，或选择文件");
  gap(look, 16);
  if (button(look, "选择文件###choose_files", ButtonKind::Primary, read_only))
    out.choose_files = true;
  gap(look, 20);
  for (const char* line :
       {"可以一次放入多个 Excel（.xlsx）和 CSV "
        "文件，先后顺序不限：信访事项、单位和领导、包案清单、周报、统计表。",
        "信访人姓名只留姓氏；证件号、电话、住址、出生日期在导入时去掉，不进台账。",
        "导入后，这里按天列出谁、欠什么、哪天到期、依据哪一条。"}) {
    paragraph(look, Type::Body, Tone::Secondary, line);
    gap(look, 6);
  }
  end_card();
}

}  // namespace web
