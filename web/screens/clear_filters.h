#pragma once
// 清除筛选: the way back from a list narrowed by its headers.

#include "web/models/table.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

/// What a list says that has rows, but none that fits.
inline constexpr char kNothingFits[] = "没有符合条件的，请清除筛选";

/// Behind the filters of the list, while any header narrows it; pressed, none does any more.
void clear_filters_button(const Look& look, TableQuery& query, GridMemory& grid);

}  // namespace web
