#pragma once
// The whole dashboard over the small county, as a clerk uses it: by mouse and keys.

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
  const core::State& state() { return fixture.desk().state(); }
  std::uint32_t facts() { return state().fact_count(); }
};

struct Size {
  float width, height;
};
inline constexpr Size kSizes[] = {{1440, 900}, {1180, 820}, {820, 1180}};

}  // namespace test
