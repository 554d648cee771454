#pragma once
// 总览: tiles, trend, duties by unit and by leader, cases by level of lead.

#include "web/models/overview_model.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/look.h"

namespace web {

struct OverviewMemory {
  std::size_t picked = SIZE_MAX;  ///< Month of the trend whose numbers are shown.
  bool all_units = false;         ///< Every unit, not only the first.
  bool all_officials = false;
};

std::unique_ptr<Screen> overview_screen();

void draw_overview(const Look& look, const OverviewModel& model,
                   const std::vector<Trend::Point>& trend, OverviewMemory& memory, Wishes& out);

}  // namespace web
