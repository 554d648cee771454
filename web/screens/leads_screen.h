#pragma once
// 包案: who leads which case, and how much each leader carries.

#include "web/models/leads_model.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

struct LeadsMemory {
  LeadScope scope = LeadScope::All;
  core::OfficialIndex leader;  ///< Only this one's cases; unknown = all.
  TableQuery query{{{static_cast<std::uint8_t>(LeadColumn::Late), true}}, {}};
  std::uint64_t chosen = UINT64_MAX;  ///< Key of a row.
  bool loads_over_list = false;       ///< Portrait: the leaders instead of the list.
  GridMemory grid;
};

std::unique_ptr<Screen> leads_screen();

void draw_leads(const Look& look, const LeadsModel& model, core::Date today, bool read_only,
                LeadsMemory& memory, Wishes& out);

}  // namespace web
