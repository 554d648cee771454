#pragma once
// The whole dashboard over a small county, used as a person would.

#include "tests/web/desk_fixture.h"
#include "tests/web/headless_ui.h"
#include "web/screens/dashboard.h"

namespace test {

struct Size {
  float width, height;
};
/// A desk, a tablet, and a tablet held upright.
inline constexpr Size kSizes[] = {{1440, 900}, {1180, 820}, {820, 1180}};

struct DashboardPage {
  DeskFixture fixture;
  HeadlessUi ui;
  web::Dashboard dashboard;
  web::FrameInput input;  ///< What the next frames are drawn with.

  explicit DashboardPage(DeskFixture::Kind kind = DeskFixture::Kind::County, float width = 1440,
                         float height = 900, bool demo = false)
      : fixture(kind, demo), ui(width, height), dashboard(fixture.desk()) {
    input.width = width;
    input.height = height;
    ui.draw = [this] { dashboard.frame(input); };
  }
};

}  // namespace test
