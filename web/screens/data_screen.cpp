#include "web/screens/data_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "web/widgets/blocks.h"
#include "web/widgets/controls.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"

namespace web {
namespace {

constexpr GridColumn kColumns[] = {
    {"day", "导入日期", 120, 0, false, false}, {"file", "文件", 220, 1, false, false},
    {"as", "内容", 120, 0.3f, false, false},   {"rows", "行数", 84, 0, true, false},
    {"added", "新增", 84, 0, true, false},     {"updated", "更新", 84, 0, true, false},
    {"unchanged", "未变", 84, 0, true, false}, {"refused", "拒绝", 84, 0, true, false},
};

class ImportRows : public GridRows {
 public:
  explicit ImportRows(const DataModel& model) : model_(model) {}

  std::size_t count() const override { return model_.imports.size(); }
  std::uint64_t key(std::size_t row) const override { return model_.imports.size() - row; }
  void cell(std::size_t row, std::size_t column, Cell& out) const override {
    const DataModel::Import& entry = model_.imports[row];
    const std::string* const texts[] = {&entry.day,       &entry.file,   &entry.as,
                                        &entry.rows,      &entry.added,  &entry.updated,
                                        &entry.unchanged, &entry.refused};
    out.text = *texts[column];
    if (column == 7 && entry.any_refused) out.tone = Tone::Late;
    if (column == 0 || column == 2) out.tone = Tone::Secondary;
  }

 private:
  const DataModel& model_;
};

/// A number with its name; a door when it leads somewhere.
void draw_tile(const Look& look, const DataModel::Tile& tile, ImVec2 size, Wishes& out) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 end{start.x + size.x, start.y + size.y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_card(look, list, start, end);
  const std::string words = tile.label + " " + tile.number;
  if (tile.screen.empty()) {
    ImGui::Dummy(size);
    note("figure", words, start, end, tile.number, "tile_" + tile.id);
  } else {
    if (ImGui::InvisibleButton((words + "###tile_" + tile.id).c_str(), size))
      out.screen = tile.screen;
    note_item("link", words, tile.number);
    if (ImGui::IsItemHovered())
      list.AddRect(start, end, look.colour.accent, look.px(8), 0, look.line);
  }
  const TextStyle label = text_style(look, Type::Small, Tone::Secondary);
  TextStyle number = text_style(look, Type::Title);
  number.size = look.px(30);
  const float left = start.x + look.px(16);
  draw_text(list, label, {left, start.y + look.px(12)}, tile.label);
  draw_text(list, number, {left, start.y + look.px(12) + line_height(label)}, tile.number);
}

void draw_tiles(const Look& look, const DataModel& model, Wishes& out) {
  const float between = look.px(12);
  const float room = ImGui::GetContentRegionAvail().x;
  const float least = look.px(180);
  const float columns = std::clamp(std::floor((room + between) / (least + between)), 1.0f, 4.0f);
  const float width = std::floor((room - between * (columns - 1)) / columns);
  const ImVec2 size{width, look.px(look.touch ? 92 : 88)};
  for (std::size_t at = 0; at < model.tiles.size(); ++at) {
    const bool new_line = at % static_cast<std::size_t>(columns) == 0;
    if (at > 0 && new_line) gap(look, 12);
    if (at > 0 && !new_line) ImGui::SameLine(0, between);
    draw_tile(look, model.tiles[at], size, out);
  }
}

void draw_storage(const Look& look, const DataModel& model, SaveState saving) {
  const float line = line_height(text_style(look, Type::Body)) + look.px(4);
  const float heading = line_height(text_style(look, Type::Heading)) + look.px(6);
  begin_card(look, "storage",
             {ImGui::GetContentRegionAvail().x, heading + line * 4 + look.px(16 * 2)});
  paragraph(look, Type::Heading, Tone::Plain, "台账", "heading");
  gap(look, 6);
  draw_entry(look, "县（区）", model.county + (model.demo ? "（演示数据）" : ""));
  draw_entry(look, "保存状态", save_words(saving).text);
  draw_entry(look, "台账校验码", model.head);
  draw_entry(look, "大小", model.size);
  end_card();
}

}  // namespace

StorageWords save_words(SaveState state) {
  switch (state) {
    case SaveState::Saved:
      return {"已保存", Tone::Good};
    case SaveState::Saving:
      return {"保存中", Tone::Due};
    case SaveState::Failed:
      return {"未能保存", Tone::Late};
    case SaveState::MemoryOnly:
      return {"演示，不保存", Tone::Due};
  }
  return {"", Tone::Plain};
}

void draw_data(const Look& look, const DataModel& model, SaveState saving, bool read_only,
               DataMemory& memory, Wishes& out) {
  paragraph(look, Type::Title, Tone::Plain, "数据", "heading");
  paragraph(look, Type::Body, Tone::Secondary, "台账里有什么、从哪里来、存好了没有");
  gap(look, 14);
  draw_tiles(look, model, out);
  gap(look, 16);
  draw_storage(look, model, saving);
  gap(look, 16);
  if (button(look, "导入台账###import", ButtonKind::Primary, read_only)) out.choose_files = true;
  ImGui::SameLine(0, look.px(12));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float lower = (look.control - line_height(text_style(look, Type::Body))) / 2;
  ImGui::SetCursorScreenPos({at.x, at.y + lower});
  paragraph(look, Type::Body, Tone::Secondary, "也可以把 Excel、CSV 文件直接拖到页面上");
  gap(look, 14);
  GridOptions options;
  options.columns = kColumns;
  options.empty = "还没有导入过台账";
  const ImVec2 room = ImGui::GetContentRegionAvail();
  draw_grid(look, "imports", ImportRows(model), options, memory.grid,
            {room.x, std::max(room.y, look.px(120))});
}

}  // namespace web
