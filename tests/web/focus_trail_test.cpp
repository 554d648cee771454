// Where the keys are after what had them is gone, on the whole dashboard.

#include "web/widgets/focus_trail.h"

#include <doctest/doctest.h>

#include "tests/web/dashboard_page.h"

TEST_CASE("dashboard: Enter in a search field that holds words already leads to what they find") {
  test::DashboardPage page;
  page.ui.press("search");
  page.ui.type("工资");
  page.ui.press("nav_overview");
  REQUIRE(page.dashboard.screen() == "overview");
  page.ui.press("search");
  CHECK(page.dashboard.screen() == "overview");
  page.ui.key(ImGuiKey_Enter);
  page.ui.frames(4);
  CHECK(page.dashboard.screen() == "cases");
}

TEST_CASE("dashboard: back from a case the keys are where they were, by mouse too") {
  test::DashboardPage page;
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  page.ui.press("nav_cases");
  page.ui.press("cell_1_1", 2);
  REQUIRE(page.dashboard.screen() == "case");
  page.ui.press("back");
  REQUIRE(page.dashboard.screen() == "cases");
  page.ui.key(ImGuiKey_Enter);
  page.ui.frames(4);
  REQUIRE(page.dashboard.screen() == "case");
  // Opened by keys they stand on the way back.
  CHECK(page.ui.find("back").focused);
  page.ui.key(ImGuiKey_Enter);
  page.ui.frames(4);
  REQUIRE(page.dashboard.screen() == "cases");
  page.ui.key(ImGuiKey_DownArrow);
  page.ui.key(ImGuiKey_Enter);
  page.ui.frames(4);
  CHECK(page.dashboard.screen() == "case");
}

TEST_CASE("dashboard: a form that is closed gives the keys back to what opened it") {
  test::DashboardPage page;
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  page.ui.press("nav_cases");
  page.ui.press("cell_1_1", 2);
  const auto opens = [](const web::RegistryItem& item) {
    return item.role == "button" && item.id.starts_with("record_");
  };
  std::string opener;
  for (const web::RegistryItem& item : page.ui.items())
    if (opener.empty() && opens(item)) opener = item.id;
  REQUIRE_FALSE(opener.empty());
  page.ui.press(opener);
  page.ui.press("close_form");
  REQUIRE_FALSE(page.ui.shows("close_form"));
  page.ui.key(ImGuiKey_Tab);  // After the mouse the first one shows where the keys are.
  CHECK(page.ui.find(opener).focused);
  page.ui.key(ImGuiKey_Enter);
  CHECK(page.ui.shows("close_form"));
}
