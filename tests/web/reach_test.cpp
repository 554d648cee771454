// Everything that can be pressed is large enough for a finger and is reached by Tab.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/web/dashboard_page.h"
#include "web/screens/dashboard.h"

namespace {

struct Page : test::DashboardPage {
  Page(float width, float height, bool touch, float scale = 1)
      : DashboardPage(test::DeskFixture::Kind::County, width, height) {
    input.touch = touch;
    input.scale = scale;
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
      CAPTURE(std::string(screen));
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

TEST_CASE("reach: search, undo and settings are in the bar however little room there is") {
  struct Screen {
    float width, height, scale;
  };
  // Also at 200 %: a window of 1440 x 900 or a tablet upright then has half the room.
  for (const Screen size : {Screen{1440, 900, 1}, Screen{1440, 900, 2}, Screen{820, 1180, 1},
                            Screen{820, 1180, 2}, Screen{1180, 820, 1}}) {
    CAPTURE(size.width);
    CAPTURE(size.scale);
    Page page(size.width, size.height, /*touch=*/false, size.scale);
    page.fixture.record(
        R"({"kind":"unit.registered","on":"2026-11-20","unit":"T09","name":"东山镇","type":"township","group":"township"})");
    for (const char* id : {"search", "undo", "settings"}) {
      const web::RegistryItem& item = page.ui.find(id);
      CHECK_MESSAGE(!item.cut, id);
      CHECK_MESSAGE(item.rect.x >= 0, id);
      CHECK_MESSAGE(item.rect.z <= size.width, id);
    }
  }
}

TEST_CASE("reach: however little room there is the saved state keeps a word") {
  struct Screen {
    float width, height, scale;
  };
  for (const Screen size : {Screen{390, 844, 1}, Screen{820, 1180, 2}}) {
    CAPTURE(size.width);
    test::DashboardPage page(test::DeskFixture::Kind::County, size.width, size.height,
                             /*demo=*/true);
    page.input.touch = true;
    page.input.scale = size.scale;
    page.input.saving = web::SaveState::MemoryOnly;
    page.ui.frames();
    const ImVec4 said = page.ui.find("演示，不保存").rect;
    CHECK(said.z - said.x > 20 * size.scale);  // more than its dot
    CHECK(said.z <= size.width);
    const ImVec4 search = page.ui.find("search").rect;
    CHECK(search.z - search.x >= 60 * size.scale);
    CHECK(search.z <= page.ui.find("undo").rect.x);
    CHECK(page.ui.find("redo").rect.z <= page.ui.find("settings").rect.x);
  }
}

TEST_CASE("reach: at 200 % the weeks of 周报 have room for whole rows, and the page scrolls") {
  Page page(1180, 820, /*touch=*/true, /*scale=*/2);
  page.fixture.record(
      R"({"kind":"lead.assigned","on":"2026-11-23","case":"511720261100000211","level":"county_portfolio","official":"L1"})");
  page.dashboard.go("reports");
  page.ui.frames();
  for (int turn = 0; turn < 30; ++turn) page.ui.wheel({600, 300}, -1);
  const std::span<const web::RegistryItem> items = page.ui.items();
  const auto row = std::find_if(items.begin(), items.end(),
                                [](const web::RegistryItem& item) { return item.role == "row"; });
  REQUIRE(row != items.end());
  CHECK(row->rect.w - row->rect.y >= 118);
}

TEST_CASE("reach: what can be done about a duty is seen whole beside the list") {
  for (const Size size : {Size{1440, 900}, Size{1180, 820}}) {
    CAPTURE(size.width);
    Page page(size.width, size.height, /*touch=*/false);
    const web::RegistryItem& action = page.ui.find("open_case");
    CHECK_FALSE(action.cut);
    CHECK(action.rect.w <= size.height - 16);
  }
}

TEST_CASE("reach: Tab leads to everything that can be pressed, in reading order") {
  Page page(1440, 900, /*touch=*/false);
  for (const char* screen : kScreens) {
    CAPTURE(std::string(screen));
    page.dashboard.go(screen);
    check_tabs(page);
  }
  page.open_a_case();
  check_tabs(page);
}

TEST_CASE("reach: the page is told when Tab has come round, and only then") {
  Page page(1440, 900, /*touch=*/false);
  page.open_a_case();
  page.ui.press("record_lead.assigned");
  page.input.height = 400;  // Facts and fields are out of sight, and counted all the same.
  page.ui.frames();
  for (const int held : {0, static_cast<int>(ImGuiMod_Shift)}) {
    CAPTURE(held);
    const bool back = held != 0;
    std::set<ImGuiID> stops;
    std::size_t turns = 0;
    const auto press_tab = [&] {
      page.ui.key(ImGuiKey_Tab, held);
      return web::take_tab_round(back);
    };
    while (!press_tab() && turns < 300) ++turns;  // to an end
    CHECK(web::tab_at_end(!back));
    CHECK_FALSE(web::take_tab_round(back));  // Said once.
    turns = 1;
    while (!press_tab() && turns < 300) {
      ++turns;
      for (const web::RegistryItem& item : page.ui.items())
        if (item.focused) stops.insert(item.imgui_id);
    }
    CHECK(turns > 20);
    CHECK(stops.size() == turns - 1);
  }
}

TEST_CASE("reach: what lies over the rest keeps Tab, and says so") {
  Page page(1440, 900, /*touch=*/false);
  page.dashboard.go("cases");
  page.ui.frames();
  CHECK(page.ui.find("menu_unit").opens);
  CHECK_FALSE(page.ui.find("menu_unit").expanded);
  page.ui.press("menu_unit");
  CHECK(page.ui.find("menu_unit").expanded);
  CHECK_FALSE(page.ui.find("menu_title").expanded);
  CHECK(page.ui.find("hide").over);
  CHECK_FALSE(page.ui.find("nav_data").over);
  for (int turn = 0; turn < 40; ++turn) {
    page.ui.key(ImGuiKey_Tab);
    CHECK_FALSE(web::take_tab_round(false));
  }
}

TEST_CASE("reach: what is listed says whether more of the same is out of sight") {
  Page page(1440, 900, /*touch=*/false);
  page.open_a_case();
  page.ui.press("record_lead.assigned");
  page.input.height = 500;
  page.ui.frames();
  const web::RegistryItem& day = page.ui.find("field_on");
  CHECK(day.pane != 0);
  CHECK(day.more_below);
  CHECK_FALSE(day.more_above);
  CHECK(page.ui.find("nav_data").pane == 0);
}

TEST_CASE("reach: in a case as one page Tab scrolls to what it leads to") {
  for (const float height : {900.0f, 600.0f, 400.0f}) {
    CAPTURE(height);
    Page page(1440, 900, /*touch=*/false);
    for (const char* ground : {"central_assigned", "city_assigned", "county_screened",
                               "province_listed", "national_listed", "beijing_visit"})
      page.fixture.record(
          R"({"kind":"case.grounded","on":"2026-11-21","case":"511720261100000211","ground":")" +
          std::string(ground) + R"("})");
    page.open_a_case();
    // Beside a form there is no room for two columns.
    page.ui.press("record_lead.assigned");
    page.input.height = height;
    page.ui.frames();
    const std::vector<std::string> stops = tab_stops(page);
    CHECK(std::count(stops.begin(), stops.end(), "nothing") == 0);
    CHECK(std::count_if(stops.begin(), stops.end(),
                        [](const std::string& name) { return name.starts_with("fact_"); }) == 8);
  }
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
