#pragma once
// The whole dashboard, which files of the sample county are imported into.

#include "tests/support/data.h"
#include "tests/web/dashboard_page.h"

namespace test {

struct ImportPage : DashboardPage {
  explicit ImportPage(DeskFixture::Kind kind = DeskFixture::Kind::County, float width = 1440,
                      float height = 900)
      : DashboardPage(kind, width, height) {
    ui.frames();
  }

  void import(const char* name) {
    dashboard.import_files({{name, read_bytes(sample_path(name)), {}, {}}});
    while (dashboard.work(1000)) ui.frames(1);
    ui.frames(2);
  }
};

}  // namespace test
