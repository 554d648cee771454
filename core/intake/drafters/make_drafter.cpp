#include "core/intake/drafters/case_drafter.h"
#include "core/intake/drafters/lead_drafter.h"
#include "core/intake/drafters/official_drafter.h"
#include "core/intake/drafters/report_drafter.h"
#include "core/intake/drafters/statistics_drafter.h"
#include "core/intake/drafters/unit_drafter.h"

namespace core::intake {

std::unique_ptr<Drafter> make_drafter(SheetKind kind, Session& session, SheetPlace place) {
  switch (kind) {
    case SheetKind::Cases:
      return std::make_unique<CaseDrafter>(session, std::move(place));
    case SheetKind::Units:
      return std::make_unique<UnitDrafter>(session, std::move(place));
    case SheetKind::Officials:
      return std::make_unique<OfficialDrafter>(session, std::move(place));
    case SheetKind::Leads:
      return std::make_unique<LeadDrafter>(session, std::move(place));
    case SheetKind::Reports:
      return std::make_unique<ReportDrafter>(session, std::move(place));
    case SheetKind::Statistics:
      return std::make_unique<StatisticsDrafter>(session, std::move(place));
    case SheetKind::Unknown:
      break;
  }
  return nullptr;
}

}  // namespace core::intake
