#include "web/screens/data_screen.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "web/models/words.h"
#include "web/screens/export_button.h"
#include "web/screens/welcome.h"
#include "web/widgets/blocks.h"
#include "web/widgets/controls.h"
#include "web/widgets/list_rows.h"
#include "web/widgets/pressable.h"
#include "web/widgets/registry.h"
#include "web/widgets/text.h"
#include "web/widgets/tile.h"

namespace web {
namespace {

constexpr std::array<GridColumn, kImportColumns> kColumns = {{
    {"day", "日期", 96},
    {"file", "文件", 128, 1},
    {"as", "内容", 84, 0.3f},
    {"rows", "行数", 78, 0, true},
    {"added", "新增", 78, 0, true},
    {"updated", "更新", 78, 0, true},
    {"unchanged", "未变", 78, 0, true},
    {"refused", "拒绝", 78, 0, true},
    {"skipped", "跳过", 78, 0, true},
}};

constexpr std::array<GridColumn, kSnapshotColumns> kSnapshots = {{
    {"taken", "留存时间", 168, 1},
    {"county", "县（区）", 96, 0.5f},
    {"facts", "事实", 88, 0, true},
    {"bytes", "大小", 88, 0, true},
}};
constexpr float kStorageHeight = 236;  // design pixels
constexpr float kBothFit = 920;

void draw_counts(const Look& look, const DataModel& model, DataMemory& memory, Wishes& out) {
  std::vector<Tile> tiles;
  for (const DataModel::Tile& tile : model.tiles)
    tiles.push_back({tile.id, tile.label, tile.number, {}, Tone::Plain});
  const std::size_t pressed = draw_tiles(look, tiles, 4);
  if (pressed >= model.tiles.size()) return;
  const std::string& screen = model.tiles[pressed].screen;
  if (screen.empty()) {  // where the facts come from, the newest first
    memory.seek_imports = true;
    if (model.imports.count() > 0) memory.chosen = ListRows(model.imports).key(0);
  }
  if (screen == "cases") {
    out.screen = screen;
    out.show_cases = CasesQuery{};  // all that are counted
  }
  if (screen == "units" || screen == "officials") out.show_people = screen == "officials";
}

std::string backup_entry(const BackupWords& words) {
  return words.due.empty() ? words.last : words.last + "（" + words.due + "）";
}

/// Until the county has a name its units are not known by it.
void draw_storage_head(const Look& look, const DataModel& model, const FrameInput& input,
                       Wishes& out) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float lower = (look.control - line_height(text_style(look, Type::Heading))) / 2;
  ImGui::SetCursorScreenPos({start.x, start.y + lower});
  paragraph(look, Type::Heading, Tone::Plain, "台账", "heading");
  const char* const label =
      input.county.given ? "县（区）更名###name_county" : "填写县（区）名称###name_county";
  ImGui::SetCursorScreenPos({right_edge() - button_width(look, label), start.y});
  const ButtonKind kind = input.county.given ? ButtonKind::Plain : ButtonKind::Primary;
  if (button(look, label, kind, input.read_only || model.demo))
    out.form = county_form(input.county);
  ImGui::SetCursorScreenPos({start.x, start.y + look.control});
}

void draw_storage(const Look& look, const DataModel& model, const FrameInput& input, float width,
                  float least, Wishes& out) {
  const std::string backup = backup_entry(input.backup);
  const float lines = backup.empty() ? 4 : 5;
  const float line = line_height(text_style(look, Type::Body)) + look.px(4);
  const float heading = look.control + look.px(6);
  const float height = heading + line * lines + look.px(16 * 2);
  begin_card(look, "storage", {width, std::max(height, least)});
  draw_storage_head(look, model, input, out);
  gap(look, 6);
  draw_entry(look, "县（区）", model.county + (model.demo ? "（演示数据）" : ""));
  draw_entry(look, "保存状态", std::string(save_words(input.saving).text));
  if (!backup.empty()) draw_entry(look, "上次备份", backup);
  draw_entry(look, "台账校验码", model.head);
  draw_entry(look, "大小", model.size);
  end_card();
}

void draw_snapshot_buttons(const Look& look, const FrameInput& input, DataMemory& memory,
                           Wishes& out) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float lower = (look.control - line_height(text_style(look, Type::Heading))) / 2;
  ImGui::SetCursorScreenPos({start.x, start.y + lower});
  paragraph(look, Type::Heading, Tone::Plain, "快照 " + grouped(input.snapshots->rows()),
            "heading");
  const float width = button_width(look, "恢复…") + look.px(8) + button_width(look, "导出");
  ImGui::SetCursorScreenPos({right_edge() - width, start.y});
  const bool none = !memory.snapshot;
  if (button(look, "恢复…###restore_snapshot", ButtonKind::Plain, none || input.read_only))
    out.snapshot = SnapshotUse{*memory.snapshot, /*restore=*/true};
  ImGui::SameLine(0, look.px(8));
  if (button(look, "导出###export_snapshot", ButtonKind::Plain, none))
    out.snapshot = SnapshotUse{*memory.snapshot, /*restore=*/false};
}

/// Images of the ledger to choose from; one must be chosen before anything can be done with it.
void draw_snapshots(const Look& look, const FrameInput& input, DataMemory& memory, ImVec2 size,
                    Wishes& out) {
  ListTable& table = *input.snapshots;
  table.select(memory.snapshot_query);
  if (memory.snapshot && !table.row_of(*memory.snapshot)) memory.snapshot.reset();
  ImGui::BeginChild("snapshots_side", size, kTabThrough);
  draw_snapshot_buttons(look, input, memory, out);
  gap(look, 8);
  GridOptions options;
  options.columns = kSnapshots;
  options.frozen = 1;
  options.table = &table;
  options.query = &memory.snapshot_query;
  options.empty = "还没有快照：台账有改动后自动留存";
  if (memory.snapshot) options.selected = table.row_of(*memory.snapshot);
  const ListRows rows(table);
  const GridAsk ask = draw_grid(look, "snapshots", rows, options, memory.snapshot_grid,
                                ImGui::GetContentRegionAvail());
  if (ask.pressed) memory.snapshot = rows.key(*ask.pressed);
  ImGui::EndChild();
}

/// Side by side where there is room.
void draw_kept(const Look& look, const DataModel& model, const FrameInput& input,
               DataMemory& memory, Wishes& out) {
  const float room = ImGui::GetContentRegionAvail().x;
  if (input.snapshots == nullptr) {
    draw_storage(look, model, input, room, 0, out);
    return;
  }
  const bool beside = room >= look.px(kBothFit);
  const float between = look.px(16);
  const float half = beside ? std::floor((room - between) / 2) : room;
  draw_storage(look, model, input, half, beside ? look.px(kStorageHeight) : 0, out);
  if (beside)
    ImGui::SameLine(0, between);
  else
    gap(look, 16);
  draw_snapshots(look, input, memory, {half, look.px(kStorageHeight)}, out);
}

/// What was done row by row is held by the page alone, of its last import.
void draw_chosen_import(const Look& look, bool held, Wishes& out) {
  if (held) {
    if (button(look, "看逐行结果###open_log")) out.screen = "import";
  } else {
    paragraph(look, Type::Body, Tone::Secondary,
              "这次导入的逐行结果只在导入后、页面重新打开前可看；再导入同一文件，会重新列出没有收录"
              "的行",
              "status");
  }
  gap(look, 8);
}

void draw_imports(const Look& look, const DataModel& model, DataMemory& memory, Wishes& out) {
  const ListRows rows(model.imports);
  if (std::exchange(memory.seek_imports, false)) ImGui::SetScrollHereY(0);
  list_heading(look, "导入记录 " + grouped(model.imports.rows()),
               {"导入记录", rows, kColumns, memory.grid, model.today}, out);
  gap(look, 8);
  GridOptions options;
  options.columns = kColumns;
  options.frozen = 2;
  if (look.touch) options.row_height = look.px(60);  // Long names of files take two lines.
  options.table = &model.imports;
  options.query = &memory.query;
  options.today = model.today;
  options.empty = model.imports.rows() == 0 ? "还没有导入过台账" : "没有符合条件的导入";
  const auto held = [&](std::uint64_t key) {
    return std::find(memory.held.begin(), memory.held.end(), key) != memory.held.end();
  };
  if (memory.chosen) {
    options.selected = model.imports.row_of(*memory.chosen);
    draw_chosen_import(look, held(*memory.chosen), out);
  }
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const GridAsk ask = draw_grid(look, "imports", rows, options, memory.grid,
                                {room.x, std::max(room.y, look.px(220))});
  if (!ask.pressed && !ask.opened) return;
  memory.chosen = rows.key(ask.opened ? *ask.opened : *ask.pressed);
  const bool number =
      ask.column != SIZE_MAX && ask.column >= static_cast<std::size_t>(ImportColumn::Rows);
  if ((ask.opened || number) && held(*memory.chosen)) out.screen = "import";
}

class DataScreen : public Screen {
 public:
  std::string_view name() const override { return "data"; }
  std::string_view words() const override { return "数据"; }

  void refresh(core::app::Desk& desk, bool) override {
    if (revision_ != desk.revision()) {
      revision_ = desk.revision();
      const core::store::Ledger& ledger = desk.ledger();
      model_ = data_model(desk.state(), {ledger.head_code(), ledger.size(), ledger.is_demo()},
                          desk.today());
      memory_.held = records_of(desk.state(), desk.import_log());
    }
    model_.imports.select(memory_.query);
  }

  void draw(const Look& look, const FrameInput& input, Wishes& out) override {
    draw_data(look, model_, input, memory_, out);
  }

  void visit_grids(const GridVisitor& visit) override {
    visit("imports", memory_.grid);
    visit("snapshots", memory_.snapshot_grid);
  }

 private:
  DataModel model_;
  DataMemory memory_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<Screen> data_screen() { return std::make_unique<DataScreen>(); }

StorageWords save_words(SaveState state) {
  switch (state) {
    case SaveState::Saved:
      return {"已保存", "已存", Tone::Good};
    case SaveState::Saving:
      return {"保存中", "在存", Tone::Due};
    case SaveState::Failed:
      return {"未能保存", "未存", Tone::Late};
    case SaveState::MemoryOnly:
      return {"演示，不保存", "不存", Tone::Due};
  }
  return {"", "", Tone::Plain};
}

void draw_data(const Look& look, const DataModel& model, const FrameInput& input,
               DataMemory& memory, Wishes& out) {
  paragraph(look, Type::Title, Tone::Plain, "数据", "heading");
  paragraph(look, Type::Body, Tone::Secondary, "台账里有什么、从哪里来、是否已保存");
  gap(look, 14);
  draw_counts(look, model, memory, out);
  gap(look, 16);
  draw_kept(look, model, input, memory, out);
  gap(look, 16);
  if (button(look, "导入台账###import", ButtonKind::Primary, input.read_only))
    out.choose_files = true;
  same_line_or_wrap(look, button_width(look, "备份"), 12);
  if (button(look, "备份###back_up")) out.back_up = true;
  same_line_or_wrap(look, button_width(look, "恢复…"), 12);
  if (button(look, "恢复…###restore", ButtonKind::Plain, input.read_only || model.demo))
    out.choose_files = true;
  constexpr char kDrop[] = "也可以把 Excel、CSV 和备份（.zelian）文件直接拖到页面上";
  same_line_or_wrap(look, text_width(text_style(look, Type::Body), kDrop), 12);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float lower = (look.control - line_height(text_style(look, Type::Body))) / 2;
  ImGui::SetCursorScreenPos({at.x, at.y + lower});
  paragraph(look, Type::Body, Tone::Secondary, kDrop);
  gap(look, 14);
  draw_imports(look, model, memory, out);
}

}  // namespace web
