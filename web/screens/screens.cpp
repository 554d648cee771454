// Every screen there is, in the order of the rail (screen.h).
#include "web/screens/case_screen.h"
#include "web/screens/cases_screen.h"
#include "web/screens/data_screen.h"
#include "web/screens/import_screen.h"
#include "web/screens/leads_screen.h"
#include "web/screens/overview_screen.h"
#include "web/screens/reports_screen.h"
#include "web/screens/screen.h"
#include "web/screens/today_screen.h"
#include "web/screens/units_screen.h"

namespace web {

Screens make_screens() {
  Screens screens;
  screens.push_back(today_screen());
  screens.push_back(overview_screen());
  screens.push_back(cases_screen());
  screens.push_back(case_screen());
  screens.push_back(leads_screen());
  screens.push_back(reports_screen());
  screens.push_back(units_screen());
  screens.push_back(data_screen());
  screens.push_back(import_screen());
  return screens;
}

}  // namespace web
