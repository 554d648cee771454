#include "web/screens/export_button.h"

#include "web/widgets/controls.h"
#include "web/widgets/grid_range.h"

namespace web {

float export_button_width(const Look& look) { return button_width(look, "导出"); }

void export_button(const Look& look, const ExportList& list, Wishes& out) {
  if (!button(look, "导出###export", ButtonKind::Plain, list.rows.count() == 0)) return;
  const std::string day = core::to_string(list.today);
  out.download = Download{std::string(list.name) + (day.empty() ? "" : "-" + day) + ".csv",
                          table_csv(list.rows, list.columns, list.memory.view)};
}

}  // namespace web
