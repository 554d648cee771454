#include "web/models/backup_record.h"

#include <doctest/doctest.h>

#include "tests/web/desk_fixture.h"
#include "tests/web/headless_ui.h"
#include "web/screens/dashboard.h"

namespace {

const core::Date kToday = *core::make_date(2026, 11, 23);

std::string due(int days_ago, std::uint32_t then, std::uint32_t now, bool made = true) {
  return web::backup_words({kToday - days_ago, then, made}, now, kToday).due;
}

struct Page {
  test::DeskFixture fixture;
  test::HeadlessUi ui;
  web::Dashboard dashboard;
  web::FrameInput input;

  explicit Page(bool demo = false)
      : fixture(test::DeskFixture::Kind::County, demo), dashboard(fixture.desk()) {
    input.width = 1440;
    input.height = 900;
    ui.draw = [this] { dashboard.frame(input); };
  }
};

constexpr char kOld[] = R"({"on":"2026-11-10","facts":3,"made":true})";

}  // namespace

TEST_CASE("backup: due after seven days in which facts were added") {
  CHECK(due(6, 3, 9).empty());
  CHECK(due(7, 9, 9).empty());
  CHECK(due(7, 3, 1203) == "已有 7 天没有备份，其间新增 1,200 条事实");
  CHECK(due(9, 1, 40, /*made=*/false) == "9 天来还没有备份过，已有 40 条事实");
  CHECK(web::backup_words({}, 9, kToday).due.empty());
}

TEST_CASE("backup: what is kept comes back, what cannot be read is nothing") {
  const web::BackupRecord record{kToday, 12, true};
  const web::BackupRecord read = web::backup_of(web::backup_json(record));
  CHECK(read.on == record.on);
  CHECK(read.facts == 12);
  CHECK(read.made);
  CHECK_FALSE(web::backup_of(core::Fields{{"on", "gestern"}}).on.known());
  CHECK_FALSE(web::backup_of(core::Value{}).on.known());
}

TEST_CASE("backup: 今日 and 数据 say when one is due until it is made") {
  Page page;
  page.dashboard.restore_backup(kOld);
  CHECK_FALSE(page.dashboard.take_backup_record().has_value());
  REQUIRE(page.ui.shows("backup_due"));
  page.dashboard.go("data");
  page.ui.frames();
  bool said = false;
  for (const web::RegistryItem& item : page.ui.items())
    said = said || item.label.rfind("上次备份 11月10日（已有 13 天没有备份", 0) == 0;
  CHECK(said);
  page.dashboard.go("today");
  page.ui.press("back_up");
  CHECK(page.dashboard.take_backup_request());
  page.dashboard.backed_up();
  CHECK_FALSE(page.ui.shows("backup_due"));
  const auto kept = page.dashboard.take_backup_record();
  REQUIRE(kept.has_value());
  CHECK(kept->find("2026-11-23") != std::string::npos);
  page.dashboard.go("data");
  CHECK(page.ui.shows("上次备份 11月23日"));
}

TEST_CASE("backup: counting begins on the day the browser first has the ledger") {
  Page page;
  page.dashboard.restore_backup("{}");
  CHECK_FALSE(page.ui.shows("backup_due"));
  CHECK(page.dashboard.take_backup_record().has_value());
  page.dashboard.go("data");
  CHECK(page.ui.shows("上次备份 还没有备份过"));
}

TEST_CASE("backup: nobody need keep a demonstration") {
  Page page(/*demo=*/true);
  page.dashboard.restore_backup(kOld);
  CHECK_FALSE(page.ui.shows("backup_due"));
}
