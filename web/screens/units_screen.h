#pragma once
// 单位领导: units and officials, and what lies with each.

#include "web/models/units_model.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

struct UnitsMemory {
  bool officials = false;  ///< The second list is shown.
  TableQuery units{{{static_cast<std::uint8_t>(UnitColumn::Late), true}}, {}};
  TableQuery people{{{static_cast<std::uint8_t>(OfficialColumn::Rank), false}}, {}};
  std::uint64_t chosen_unit = UINT64_MAX;
  std::uint64_t chosen_official = UINT64_MAX;
  GridMemory unit_grid;
  GridMemory official_grid;
};

std::unique_ptr<Screen> units_screen();

void draw_units(const Look& look, const UnitsModel& model, bool read_only, UnitsMemory& memory,
                Wishes& out);

}  // namespace web
