#pragma once
// The whole dashboard over the small county, as a clerk uses it: by mouse and keys.

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/web/dashboard_page.h"

namespace test {

/// The small county with a leader for one case and one weekly report of two.
struct Desk : DashboardPage {
  explicit Desk(float width = 1440, float height = 900)
      : DashboardPage(DeskFixture::Kind::County, width, height) {
    ui.frames();
  }

  void lead() {
    fixture.record(
        R"({"kind":"lead.assigned","on":"2026-11-02","case":"511720260900000093","level":"county_main","official":"L1","unit_official":"T01/李建国","resolve_by":"2026-12-31","plan":"三步走"})");
    fixture.record(
        R"({"kind":"report.filed","on":"2026-11-12","case":"511720260900000093","week":"2026-W46","progress":40,"work":"接谈"})");
  }
  void go(const char* screen) {
    dashboard.go(screen);
    ui.frames(20);
  }
  /// Scrolls the form until the field is whole in view.
  void reach(const char* id) {
    const auto seen = [&] {
      for (const web::RegistryItem& item : ui.items())
        if (item.id == id) return !item.cut;
      return false;
    };
    for (int turn = 0; turn < 30 && !seen(); ++turn) ui.wheel({1200, 500}, -1);
  }
  /// Presses the entry of the timeline that begins so, and says its id.
  std::string press_step(std::string_view beginning) {
    std::string id;
    for (const web::RegistryItem& item : ui.items())
      if (id.empty() && item.role == "listitem" && item.label.starts_with(beginning)) id = item.id;
    REQUIRE_FALSE(id.empty());
    ui.press(id);
    return id;
  }
  const core::State& state() { return fixture.desk().state(); }
  std::uint32_t facts() { return state().fact_count(); }
};

}  // namespace test
