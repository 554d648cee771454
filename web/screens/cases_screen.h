#pragma once
// 事项: all cases as a table to search, filter and sort.

#include "web/models/cases_model.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

struct CasesMemory {
  CasesMemory();

  CasesQuery query;
  bool preparing = false;  ///< The search is being made ready: all cases are shown meanwhile.
  core::CaseIndex chosen;
  GridMemory grid;
};

std::unique_ptr<Screen> cases_screen();

void draw_cases(const Look& look, const CasesModel& model, bool read_only, CasesMemory& memory,
                Wishes& out);

}  // namespace web
