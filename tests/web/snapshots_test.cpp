// The kept snapshots as 数据 lists them.

#include <doctest/doctest.h>

#include "tests/web/dashboard_page.h"
#include "web/models/snapshots_model.h"

namespace {

constexpr char kTwo[] =
    R"([{"taken":1764115200000,"time":"2025年11月26日 08:00","county":"青山县","facts":1250,"bytes":2306867},
        {"taken":1764028800000,"time":"2025年11月25日 08:00","county":"青山县","facts":900,"bytes":20480}])";

struct Page : test::DashboardPage {
  explicit Page(bool demo = false)
      : DashboardPage(test::DeskFixture::Kind::County, 1440, 900, demo) {
    dashboard.go("data");
  }
};

}  // namespace

TEST_CASE("snapshots: in the page's order, unreadable ones left out") {
  const core::Value json = core::parse_json(kTwo).value();
  const web::ListTable table = web::snapshots_model(json);
  REQUIRE(table.count() == 2);
  CHECK(table.key(table.source(0)) == 1764115200000u);
  CHECK(table.cell(0, 0).text == "2025年11月26日 08:00");
  CHECK(table.cell(0, 2).text == "1,250");
  CHECK(table.cell(0, 3).text == "2.2 MB");
  CHECK(web::snapshots_model(core::List{core::Value{"x"}, core::Fields{}}).count() == 0);
  CHECK(web::snapshots_model(core::Value{}).count() == 0);
}

TEST_CASE("snapshots: one is chosen, then restored or handed over") {
  Page page;
  CHECK(page.ui.shows("快照 0"));
  page.dashboard.show_snapshots(kTwo);
  CHECK(page.ui.shows("快照 2"));
  CHECK(page.ui.find("restore_snapshot").disabled);
  page.ui.press("2025年11月25日 08:00");
  page.ui.press("restore_snapshot");
  auto use = page.dashboard.take_snapshot_use();
  REQUIRE(use.has_value());
  CHECK(use->key == 1764028800000u);
  CHECK(use->restore);
  page.ui.press("export_snapshot");
  use = page.dashboard.take_snapshot_use();
  REQUIRE(use.has_value());
  CHECK_FALSE(use->restore);
  // The chosen one is kept no longer.
  page.dashboard.show_snapshots("[]");
  CHECK(page.ui.find("export_snapshot").disabled);
}

TEST_CASE("snapshots: who only reads may have one as a file") {
  Page page;
  page.input.read_only = true;
  page.dashboard.show_snapshots(kTwo);
  page.ui.press("2025年11月25日 08:00");
  CHECK(page.ui.find("restore_snapshot").disabled);
  CHECK_FALSE(page.ui.find("export_snapshot").disabled);
}

TEST_CASE("snapshots: a demonstration has none") {
  Page page(/*demo=*/true);
  page.ui.frames();
  CHECK_FALSE(page.ui.shows("快照 0"));
}

TEST_CASE("snapshots: they are sorted and filtered, and their columns kept, like other lists") {
  Page page;
  // By time, not by its words: the 9th comes before the 26th.
  page.dashboard.show_snapshots(
      R"([{"taken":1764115200000,"time":"2025年11月26日 08:00","county":"青山县","facts":1250,"bytes":2306867},
          {"taken":1762646400000,"time":"2025年11月9日 08:00","county":"青山县","facts":1300,"bytes":20480}])");
  const auto first = [&] {
    for (const std::string& row : page.ui.labels("row"))
      if (row.find("2025年11月") != std::string::npos) return row;
    return std::string();
  };
  CHECK(first().find("11月26日") != std::string::npos);
  page.ui.press("head_taken");
  CHECK(first().find("11月9日") != std::string::npos);
  page.ui.press("head_taken");
  CHECK(first().find("11月26日") != std::string::npos);
  page.ui.press("menu_taken");
  page.ui.press("hide");
  const std::optional<std::string> views = page.dashboard.take_views();
  REQUIRE(views.has_value());
  CHECK(views->find("snapshots") != std::string::npos);
}
