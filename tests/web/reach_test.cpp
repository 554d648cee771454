// Everything that can be pressed is large enough for a finger and is reached by Tab.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/web/desk_fixture.h"
#include "tests/web/headless_ui.h"
#include "web/screens/dashboard.h"

namespace {

struct Page {
  test::DeskFixture fixture;
  test::HeadlessUi ui;
  web::Dashboard dashboard;
  web::FrameInput input;

  Page(float width, float height, bool touch)
      : fixture(test::DeskFixture::Kind::County), ui(width, height), dashboard(fixture.desk()) {
    input.width = width;
    input.height = height;
    input.touch = touch;
    ui.draw = [this] { dashboard.frame(input); };
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    ui.frames();
  }

  void open_a_case() {
    dashboard.go("leads");
    ui.frames();
    ui.press(ui.labels("row").front(), 2);
    REQUIRE(dashboard.screen() == "case");
  }
};

// For a mouse alone: what they do is done otherwise by finger and by key.
bool by_mouse_alone(const web::RegistryItem& item) {
  return item.imgui_id == 0 || item.role == "scrollbar" || item.role == "separator";
}

void check_sizes(Page& page) {
  page.ui.frames();
  for (const web::RegistryItem& item : page.ui.items()) {
    if (by_mouse_alone(item) || item.cut) continue;
    CHECK_MESSAGE(item.rect.w - item.rect.y >= 44, item.id, " ", item.label);
    CHECK_MESSAGE(item.rect.z - item.rect.x >= 44, item.id, " ", item.label);
  }
}

std::string name_of(const web::RegistryItem& item) {
  return item.id.empty() ? item.label : item.id;
}

/// Where Tab leads, one after the other, until it comes back to where it began.
std::vector<std::string> tab_stops(Page& page) {
  std::vector<std::string> stops;
  for (int turn = 0; turn < 300; ++turn) {
    page.ui.key(ImGuiKey_Tab);
    std::string name = "nothing";
    for (const web::RegistryItem& item : page.ui.items())
      if (item.focused && !by_mouse_alone(item)) name = name_of(item);
    if (!stops.empty() && name == stops.front()) break;
    stops.push_back(name);
  }
  return stops;
}

void check_tabs(Page& page) {
  page.ui.frames();
  std::vector<std::string> wanted;
  for (const web::RegistryItem& item : page.ui.items()) {
    // A list is one stop; arrows lead from row to row.
    if (by_mouse_alone(item) || item.disabled || item.role == "row" || item.role == "figure")
      continue;
    wanted.push_back(name_of(item));
  }
  const std::vector<std::string> stops = tab_stops(page);
  for (const std::string& name : wanted)
    CHECK_MESSAGE(std::count(stops.begin(), stops.end(), name) == 1, name);
  CHECK(std::count(stops.begin(), stops.end(), "nothing") == 0);
  // In the order of the screen, from wherever it began.
  std::vector<std::string> order;
  for (const std::string& name : stops)
    if (std::find(wanted.begin(), wanted.end(), name) != wanted.end()) order.push_back(name);
  const auto first = std::find(order.begin(), order.end(), wanted.front());
  std::rotate(order.begin(), first, order.end());
  CHECK(order == wanted);
}

constexpr const char* kScreens[] = {"today",   "overview", "cases", "leads",
                                    "reports", "units",    "data"};

struct Size {
  float width, height;
};
constexpr Size kTouched[] = {{1180, 820}, {820, 1180}, {1440, 900}};

}  // namespace

TEST_CASE("reach: everything that can be pressed is large enough for a finger") {
  for (const Size size : kTouched) {
    CAPTURE(size.width);
    Page page(size.width, size.height, /*touch=*/true);
    for (const char* screen : kScreens) {
      CAPTURE(screen);
      page.dashboard.go(screen);
      check_sizes(page);
    }
    page.open_a_case();
    check_sizes(page);
    page.ui.press("record_other");
    check_sizes(page);
    page.ui.key(ImGuiKey_Escape);
    page.ui.press("record_lead.assigned");
    check_sizes(page);
    page.ui.press("pick_day");
    check_sizes(page);
  }
}

TEST_CASE("reach: Tab leads to everything that can be pressed, in reading order") {
  Page page(1440, 900, /*touch=*/false);
  for (const char* screen : kScreens) {
    CAPTURE(screen);
    page.dashboard.go(screen);
    check_tabs(page);
  }
  page.open_a_case();
  check_tabs(page);
}

TEST_CASE("reach: with the keys in a list arrows choose rows, Tab leads on, Enter opens") {
  Page page(1440, 900, /*touch=*/false);
  page.dashboard.go("cases");
  page.ui.frames();
  const auto focused_row = [&] {
    for (const web::RegistryItem& item : page.ui.items())
      if (item.focused && item.role == "row") return item.label;
    return std::string("none");
  };
  for (int turn = 0; turn < 100 && focused_row() == "none"; ++turn) page.ui.key(ImGuiKey_Tab);
  const std::vector<std::string> rows = page.ui.labels("row");
  CHECK(focused_row() == rows.at(0));
  page.ui.key(ImGuiKey_DownArrow);
  page.ui.key(ImGuiKey_DownArrow);
  CHECK(focused_row() == rows.at(1));
  page.ui.key(ImGuiKey_Tab);
  CHECK(focused_row() == "none");
  page.ui.key(ImGuiKey_Tab, ImGuiMod_Shift);
  CHECK(focused_row() == rows.at(1));
  page.ui.key(ImGuiKey_Enter);
  page.ui.frames();
  CHECK(page.dashboard.screen() == "case");
}
