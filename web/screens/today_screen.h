#pragma once
// 今日: everything that is owed, most pressing first, with the reasons beside it.

#include <cstdint>
#include <optional>

#include "web/models/duty_detail.h"
#include "web/models/today_model.h"
#include "web/screens/detail_panel.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

struct TodayMemory {
  TodayMemory();

  TodayQuery query;
  std::optional<std::uint64_t> chosen;  ///< Key of the line whose detail is shown.
  bool detail_over_list = false;        ///< Portrait: the detail has the whole screen.
  GridMemory grid;
  DetailMemory detail;
};

std::unique_ptr<Screen> today_screen();

/// `detail` is of the chosen line.
void draw_today(const Look& look, const TodayModel& model, const DutyDetail& detail,
                const FrameInput& input, TodayMemory& memory, Wishes& out);

}  // namespace web
