#pragma once
// One case: what it is, what is owed about it, and everything that was recorded.

#include <cstdint>
#include <optional>

#include "web/models/case_model.h"
#include "web/screens/detail_panel.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/look.h"
#include "web/widgets/timeline.h"

namespace web {

struct CaseMemory {
  std::optional<std::uint64_t> opened;  ///< The duty shown in full.
  DetailMemory detail;
  TimelineMemory timeline;
  float duties_height =
      0;  ///< Of the cards as last drawn, where they are as high as what they hold.
  float about_height = 0;
  bool resized = false;
};

std::unique_ptr<Screen> case_screen();

void draw_case(const Look& look, const CaseModel& model, bool read_only, CaseMemory& memory,
               Wishes& out);

}  // namespace web
