#include "web/screens/export_button.h"

#include "web/widgets/controls.h"
#include "web/widgets/grid_range.h"
#include "web/widgets/text.h"

namespace web {

float export_button_width(const Look& look) { return button_width(look, "导出"); }

void export_button(const Look& look, const ExportList& list, Wishes& out) {
  if (!button(look, "导出###export", ButtonKind::Plain, list.rows.count() == 0)) return;
  const std::string day = core::to_string(list.today);
  out.download = Download{std::string(list.name) + (day.empty() ? "" : "-" + day) + ".csv",
                          table_csv(list.rows, list.columns, list.memory.view, list.table)};
}

float print_button_width(const Look& look) { return button_width(look, "打印"); }

bool print_button(const Look& look, bool disabled) {
  const bool pressed = button(look, "打印###print", ButtonKind::Plain, disabled);
  return !disabled && (pressed || ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_P));
}

ReportTable report_of(std::string_view caption, const ExportList& list) {
  return table_report(caption, list.rows, list.columns, list.memory.view, list.table);
}

void list_heading(const Look& look, std::string_view words, const ExportList& list, Wishes& out) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float lower = (look.control - line_height(text_style(look, Type::Heading))) / 2;
  ImGui::SetCursorScreenPos({start.x, start.y + lower});
  paragraph(look, Type::Heading, Tone::Plain, words, "heading");
  ImGui::SetCursorScreenPos({right_edge() - export_button_width(look), start.y});
  export_button(look, list, out);
}

}  // namespace web
