#pragma once
// 周报: weeks against cases; a tap on a week files its report.

#include "web/models/reports_model.h"
#include "web/screens/screen.h"
#include "web/screens/wishes.h"
#include "web/widgets/grid.h"
#include "web/widgets/look.h"

namespace web {

struct ReportsMemory {
  ReportScope scope = ReportScope::All;
  TableQuery query{{{static_cast<std::uint8_t>(ReportColumn::Missed), true}}, {}};
  std::uint64_t chosen = UINT64_MAX;  ///< Key of a row.
  GridMemory grid;
};

std::unique_ptr<Screen> reports_screen();

void draw_reports(const Look& look, const ReportsModel& model, core::Date today, bool read_only,
                  ReportsMemory& memory, Wishes& out);

}  // namespace web
