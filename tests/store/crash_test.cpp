// Power cuts and full disks at every change of the disk: nothing acknowledged is lost, nothing
// torn.
#include <doctest/doctest.h>

#include <string>

#include "core/store/file_check.h"
#include "core/store/ledger_file.h"
#include "tests/store/crash_disk.h"
#include "tests/store/ledger_support.h"

using core::ErrorCode;
using core::store::Ledger;
using core::store::LedgerFile;
using core::store::Place;
using test::CrashDisk;
using test::on_case;
using test::register_case;

namespace {

using Batches = std::vector<std::vector<core::Fact>>;

Place place_on(const CrashDisk& disk) { return {"county.zelian", disk.name(), true, 0}; }

std::unique_ptr<Ledger> made_on(const CrashDisk& disk) {
  auto made = LedgerFile::create_at(place_on(disk), {"青山县", false, "test"}, test::occasion());
  return made.ok() ? std::move(made).value() : nullptr;
}

/// Whether nothing, or nothing that counts, is where the ledger should be.
bool can_be_made(const CrashDisk& disk) {
  const Place place = place_on(disk);
  if (core::store::file_exists(place).value() && !core::store::is_unmade(place).value())
    return false;
  const auto made = made_on(disk);
  return made && made->verify().value().ok;
}

/// Batches that add pages, change pages and rewrite rows.
Batches batches() {
  Batches all = {test::small_county()};
  for (int i = 0; i < 2; ++i) {
    std::vector<core::Fact> batch;
    for (int n = 0; n < 12; ++n) {
      const std::string number = "N" + std::to_string(i) + "-" + std::to_string(n);
      batch.push_back(register_case(number, n % 2 ? "T01" : "T02"));
      batch.push_back(on_case("case.accepted", number, "2026-09-08", {{"unit", "T01"}}));
    }
    all.push_back(batch);
  }
  all.push_back({on_case("case.answered", "N0-3", "2026-10-08")});
  return all;
}

/// Records until the disk fails; returns how many facts were acknowledged.
std::uint32_t record_until_failure(Ledger& ledger, const Batches& all) {
  std::uint32_t acknowledged = ledger.state().fact_count();
  for (const auto& batch : all) {
    const auto refused = ledger.record(batch, test::occasion());
    if (!refused.ok()) return acknowledged;
    CHECK(refused.value().empty());
    acknowledged += static_cast<std::uint32_t>(batch.size());
  }
  return acknowledged;
}

/// The first facts that whole batches make up, or the next whole number of batches.
bool ends_with_a_batch(std::uint32_t facts, const Batches& all) {
  std::uint32_t end = 1;
  if (facts == end) return true;
  for (const auto& batch : all) {
    end += static_cast<std::uint32_t>(batch.size());
    if (facts == end) return true;
  }
  return false;
}

void check_after_crash(CrashDisk& disk, std::uint32_t acknowledged, const Batches& all) {
  const auto opened = LedgerFile::open_at(place_on(disk));
  REQUIRE_MESSAGE(opened.ok(), opened.error().message);
  const std::uint32_t facts = opened.value()->state().fact_count();
  CHECK(facts >= acknowledged);
  CHECK(ends_with_a_batch(facts, all));
  const auto report = opened.value()->verify();
  REQUIRE(report.ok());
  CHECK_MESSAGE(report.value().ok, report.value().reason);
  // A journal that holds nothing may be left; the next writing takes it away.
  test::record(*opened.value(), {test::unit("T77", "新设镇")});
  CHECK_FALSE(disk.has("county.zelian-journal"));
}

}  // namespace

TEST_CASE("crash: after a power cut at any change of the disk all acknowledged facts are there") {
  const Batches all = batches();
  for (const auto leaves :
       {CrashDisk::Leaves::Nothing, CrashDisk::Leaves::Everything, CrashDisk::Leaves::Something}) {
    for (int cut = 1;; ++cut) {
      CAPTURE(cut);
      CAPTURE(static_cast<int>(leaves));
      CrashDisk disk;
      auto ledger = made_on(disk);
      REQUIRE(ledger != nullptr);
      disk.fail_after(cut);
      const std::uint32_t acknowledged = record_until_failure(*ledger, all);
      const bool failed = disk.failed();
      ledger.reset();
      disk.restart(leaves, static_cast<unsigned>(cut));
      check_after_crash(disk, acknowledged, all);
      if (!failed) {
        CHECK(cut > 40);  // or the loop tested nothing
        break;
      }
    }
  }
}

TEST_CASE("crash: a ledger that was not yet made is not taken for one") {
  for (const auto leaves :
       {CrashDisk::Leaves::Nothing, CrashDisk::Leaves::Everything, CrashDisk::Leaves::Something}) {
    for (int cut = 1;; ++cut) {
      CAPTURE(cut);
      CrashDisk disk;
      disk.fail_after(cut);
      auto ledger = made_on(disk);
      const bool acknowledged = ledger != nullptr;
      const bool failed = disk.failed();
      ledger.reset();
      disk.restart(leaves, static_cast<unsigned>(cut));
      const auto opened = LedgerFile::open_at(place_on(disk));
      if (acknowledged) REQUIRE_MESSAGE(opened.ok(), opened.error().message);
      if (opened.ok()) {
        CHECK(opened.value()->state().county_name() == "青山县");
        CHECK(opened.value()->verify().value().ok);
      } else {
        CHECK_FALSE(opened.error().message.empty());
        CHECK(can_be_made(disk));
      }
      if (!failed) {
        CHECK(acknowledged);
        break;
      }
    }
  }
}

TEST_CASE("crash: a power cut while recovering from a power cut loses nothing either") {
  const Batches all = batches();
  for (int cut = 3; cut < 60; cut += 3) {
    CrashDisk disk;
    auto ledger = made_on(disk);
    disk.fail_after(cut);
    const std::uint32_t acknowledged = record_until_failure(*ledger, all);
    ledger.reset();
    disk.restart(CrashDisk::Leaves::Something, static_cast<unsigned>(cut));
    for (int again = 1; again < 12; ++again) {
      disk.fail_after(again);
      const auto opened = LedgerFile::open_at(place_on(disk));
      (void)opened;
    }
    disk.restart(CrashDisk::Leaves::Something, static_cast<unsigned>(cut) + 1);
    check_after_crash(disk, acknowledged, all);
  }
}

TEST_CASE("full disk: nothing changes, and recording goes on when there is room") {
  const Batches all = batches();
  bool was_full = true;
  for (int writes = 1; was_full; ++writes) {
    CAPTURE(writes);
    CrashDisk disk;
    auto ledger = made_on(disk);
    test::record(*ledger, all[0]);
    const std::string before = test::projected(ledger->state());
    const std::string head = ledger->head_code();
    disk.fill_after(writes);
    const auto refused = ledger->record(all[1], test::occasion());
    was_full = !refused.ok();
    disk.make_room();
    if (was_full) {
      CHECK(refused.error().code == ErrorCode::StorageFailed);
      CHECK(refused.error().message.find("磁盘空间不足") != std::string::npos);
      CHECK(test::projected(ledger->state()) == before);
      CHECK(ledger->head_code() == head);
      test::record(*ledger, all[1]);
    }
    const auto report = ledger->verify();
    REQUIRE(report.ok());
    CHECK_MESSAGE(report.value().ok, report.value().reason);
    if (!was_full) CHECK(writes > 5);
  }
}
