#include "web/models/backup_record.h"

#include <doctest/doctest.h>

#include "tests/web/dashboard_page.h"

namespace {

const core::Date kToday = *core::make_date(2026, 11, 23);

std::string due(int days_ago, std::uint32_t then, std::uint32_t now, bool made = true) {
  return web::backup_words({kToday - days_ago, then, made, {}}, now, kToday).due;
}

struct Page : test::DashboardPage {
  explicit Page(bool demo = false)
      : DashboardPage(test::DeskFixture::Kind::County, 1440, 900, demo) {}
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
  const web::BackupRecord record{kToday, 12, true, kToday + 1};
  const web::BackupRecord read = web::backup_of(web::backup_json(record));
  CHECK(read.on == record.on);
  CHECK(read.facts == 12);
  CHECK(read.made);
  CHECK(read.changed == record.changed);
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

TEST_CASE("backup: none of a ledger that holds half an import") {
  Page page;
  page.dashboard.import_files({{"a.csv", "编号\n1\n", {}, {}}});
  page.dashboard.request_backup();
  CHECK_FALSE(page.dashboard.take_backup_request());
  CHECK(page.ui.shows("正在导入，导入结束后备份"));
  while (page.dashboard.work(1)) {
  }
  CHECK(page.dashboard.take_backup_request());
  CHECK_FALSE(page.dashboard.take_backup_request());
}

TEST_CASE("backup: counting begins on the day the browser first has the ledger") {
  Page page;
  page.dashboard.restore_backup("{}");
  CHECK_FALSE(page.ui.shows("backup_due"));
  CHECK(page.dashboard.take_backup_record().has_value());
  page.dashboard.go("data");
  CHECK(page.ui.shows("上次备份 还没有备份过"));
}

TEST_CASE("backup: sooner in a tab of Safari, and said why") {
  const auto after = [](int days) {
    const web::BackupRecord record{kToday - days, 3, true, {}};
    return web::backup_words(record, 9, kToday, web::Keeping::SafariTab).due;
  };
  CHECK(after(2).empty());
  CHECK(after(3) ==
        "已有 3 天没有备份，其间新增 6 条事实；在 Safari 中七天不打开本页，系统会删除台账");
}

TEST_CASE("backup: from a file a day after the first fact that is not in it") {
  const auto words = [](core::Date changed, std::uint32_t facts) {
    const web::BackupRecord record{kToday - 5, 3, true, changed};
    return web::backup_words(record, facts, kToday, web::Keeping::File).due;
  };
  CHECK(words({}, 9).empty());
  CHECK(words(kToday, 9).empty());
  CHECK(words(kToday - 1, 3).empty());
  CHECK(words(kToday - 1, 9) ==
        "已有 5 天没有备份，其间新增 6 "
        "条事实；本页以文件打开，清理浏览器或移动文件后台账可能找不回来");
}

TEST_CASE("backup: from a file the day of the first change is kept until a backup is made") {
  Page page;
  page.dashboard.restore_backup(kOld, web::Keeping::File);
  page.ui.frames();
  auto kept = page.dashboard.take_backup_record();
  REQUIRE(kept.has_value());
  CHECK(kept->find(R"("changed":"2026-11-23")") != std::string::npos);
  CHECK_FALSE(page.ui.shows("backup_due"));
  page.dashboard.restore_backup(
      R"({"on":"2026-11-10","facts":3,"made":true,"changed":"2026-11-22"})", web::Keeping::File);
  CHECK(page.ui.shows("backup_due"));
  page.dashboard.backed_up();
  page.ui.frames();
  CHECK_FALSE(page.ui.shows("backup_due"));
  kept = page.dashboard.take_backup_record();
  REQUIRE(kept.has_value());
  CHECK(kept->find("changed") == std::string::npos);
}

TEST_CASE("backup: nobody need keep a demonstration") {
  Page page(/*demo=*/true);
  page.dashboard.restore_backup(kOld);
  CHECK_FALSE(page.ui.shows("backup_due"));
}
