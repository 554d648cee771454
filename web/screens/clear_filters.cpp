#include "web/screens/clear_filters.h"

#include "web/widgets/controls.h"

namespace web {

void clear_filters_button(const Look& look, TableQuery& query, GridMemory& grid) {
  constexpr char kLabel[] = "清除筛选###clear_filters";
  if (query.filters.empty()) return;
  same_line_or_wrap(look, button_width(look, kLabel));
  if (!button(look, kLabel)) return;
  query.filters.clear();
  grid.top = 0;
}

}  // namespace web
