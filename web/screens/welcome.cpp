#include "web/screens/welcome.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/widgets/controls.h"
#include "web/widgets/text.h"

namespace web {

namespace {

void draw_files(const Look& look, bool read_only, Wishes& out) {
  paragraph(look, Type::Body, Tone::Plain, "把台账文件拖到这里，或选择文件");
  gap(look, 16);
  if (button(look, "选择文件###choose_files", ButtonKind::Primary, read_only))
    out.choose_files = true;
  same_line_or_wrap(look, button_width(look, "恢复备份…"));
  if (button(look, "恢复备份…###restore", ButtonKind::Plain, read_only)) out.choose_files = true;
}

void draw_by_hand(const Look& look, const CountyName& county, Wishes& out) {
  bool first = true;
  const auto offer = [&](const char* label, FormRequest request) {
    if (!std::exchange(first, false)) same_line_or_wrap(look, button_width(look, label));
    if (button(look, label)) out.form = std::move(request);
  };
  paragraph(look, Type::Body, Tone::Plain, "也可以手工登记：先登记单位，再登记事项");
  gap(look, 10);
  if (!county.given) offer("填写县（区）名称###name_county", county_form(county));
  offer("登记单位###register_unit", {"unit.registered", {}, {}, {}});
  offer("登记事项###register", {"case.registered", {}, {}, {}});
}

}  // namespace

FormRequest county_form(const CountyName& county) {
  core::Fields given;
  if (!county.proposed.empty()) given.set("name", county.proposed);
  return {"county.named", {}, std::move(given), {}};
}

void draw_welcome(const Look& look, const FrameInput& input, Wishes& out) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  // As high as what it said in the frame before.
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("welcome_height");
  const float height = storage.GetFloat(key, look.px(450));
  const ImVec2 size{std::min(room.x, look.px(640)), std::min(room.y, height)};
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({start.x + std::floor((room.x - size.x) / 2),
                             start.y + std::floor(std::max(0.0f, room.y - size.y) / 3)});
  begin_card(look, "welcome", size);
  gap(look, 8);
  paragraph(look, Type::Title, Tone::Plain, "台账还是空的", "heading");
  gap(look, 8);
  draw_files(look, input.read_only, out);
  gap(look, 20);
  for (const char* line :
       {"可以一次放入多个 Excel（.xlsx）和 CSV "
        "文件，先后顺序不限：信访事项、单位和领导、包案清单、周报、统计表。",
        "信访人姓名只留姓氏；证件号、电话、住址、出生日期在导入时去掉，不进台账。",
        "导入后，这里按天列出谁、欠什么、哪天到期、依据哪一条。"}) {
    paragraph(look, Type::Body, Tone::Secondary, line);
    gap(look, 6);
  }
  gap(look, 14);
  if (!input.read_only) draw_by_hand(look, input.county, out);
  storage.SetFloat(key, std::ceil(ImGui::GetCursorPosY() + look.px(16)));
  end_card();
}

}  // namespace web
