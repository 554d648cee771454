// What open() refuses, in which words, and that it leaves it alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/store/database.h"
#include "core/store/ledger.h"
#include "core/store/ledger_file.h"
#include "tests/store/ledger_support.h"
#include "tests/support/data.h"

using core::ErrorCode;
using core::store::Database;
using core::store::Ledger;
using core::store::LedgerFile;
using core::store::MemoryFile;
using core::store::Place;

namespace {

bool is_there(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file) std::fclose(file);
  return file != nullptr;
}

/// Opens a file of these bytes on disk and in memory, and expects this refusal.
void expect_refused(const std::string& bytes, ErrorCode code, std::string_view words) {
  const std::string path = test::scratch_path("refused.zelian");
  test::write_bytes(path, bytes);
  const auto opened = Ledger::open(path);
  REQUIRE_FALSE(opened.ok());
  CAPTURE(opened.error().message);
  CHECK(opened.error().code == code);
  CHECK(opened.error().message.find(words) != std::string::npos);
  CHECK(opened.error().message.find(path) != std::string::npos);
  CHECK(test::read_bytes(path) == bytes);
  for (const char* suffix : {"-journal", "-wal", "-shm"}) CHECK_FALSE(is_there(path + suffix));

  MemoryFile file(bytes);
  const auto in_memory = Ledger::open(file);
  REQUIRE_FALSE(in_memory.ok());
  CHECK(in_memory.error().code == code);
  CHECK(file.bytes() == bytes);
}

std::string good_bytes() {
  MemoryFile file;
  test::record(*test::new_ledger(file), test::small_county());
  return std::string(file.bytes());
}

std::string with_number(std::string bytes, std::size_t at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i)
    bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
  return bytes;
}

}  // namespace

TEST_CASE("open: a missing file is not found, and not made") {
  const std::string path = test::scratch_path("missing.zelian");
  const auto opened = Ledger::open(path);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code == ErrorCode::NotFound);
  CHECK_FALSE(is_there(path));
}

TEST_CASE("open: a later version's file is refused and left alone") {
  expect_refused(with_number(good_bytes(), 60, 999), ErrorCode::StorageTooNew, "更新版本");
}

TEST_CASE("open: whatever byte of the header is damaged, the refusal is in Chinese") {
  const std::string good = good_bytes();
  int refused = 0;
  for (std::size_t at = 0; at < 100; ++at) {
    for (const unsigned flipped : {0x01U, 0x04U, 0x80U, 0xffU}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ flipped);
      MemoryFile file(bytes);
      const auto opened = Ledger::open(file);
      if (opened.ok()) continue;
      ++refused;
      CAPTURE(at);
      CAPTURE(opened.error().message);
      // Names of tables come last.
      const std::string said = opened.error().message.substr(0, opened.error().message.find("表 "));
      CHECK(std::none_of(said.begin(), said.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    }
  }
  CHECK(refused >= 20 * 4);  // the mark of the format and the application's number at the least
}

TEST_CASE("open: a ledger another program gave a write-ahead log opens in memory") {
  std::string bytes = good_bytes();
  bytes[18] = bytes[19] = 2;
  MemoryFile file(bytes);
  const auto opened = Ledger::open(file);
  CAPTURE((opened.ok() ? std::string() : opened.error().message));
  REQUIRE(opened.ok());
  CHECK(file.bytes() == bytes);
  test::record(*opened.value(), {test::register_case("511720261100009999", "T01")});
  CHECK(file.bytes() != bytes);
}

TEST_CASE("open: files that are not ours are refused and left alone") {
  expect_refused("", ErrorCode::StorageForeign, "不是责链台账");
  expect_refused("PK\x03\x04 not a ledger", ErrorCode::StorageForeign, "不是责链台账");
  expect_refused(std::string(20000, 'x'), ErrorCode::StorageForeign, "不是责链台账");
  expect_refused(with_number(good_bytes(), 68, 0x12345678), ErrorCode::StorageForeign,
                 "不是责链台账");
}

TEST_CASE("open: a file that was cut short is refused and left alone") {
  const std::string good = good_bytes();
  for (const std::size_t missing : {std::size_t{1}, std::size_t{8192}, good.size() / 2})
    expect_refused(good.substr(0, good.size() - missing), ErrorCode::StorageCorrupt, "不完整");
  expect_refused(good.substr(0, 100), ErrorCode::StorageCorrupt, "不完整");
}

TEST_CASE("open: our header over other content is refused and left alone") {
  std::string bytes = good_bytes();
  for (std::size_t i = 100; i < bytes.size(); ++i) bytes[i] = 0;
  expect_refused(bytes, ErrorCode::StorageCorrupt, "损坏");
}

TEST_CASE("create: an existing file is not overwritten") {
  const std::string path = test::scratch_path("existing.zelian");
  test::write_bytes(path, "precious");
  const auto made = Ledger::create(path, "青山县", false, test::occasion());
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().message.find("已存在") != std::string::npos);
  CHECK(test::read_bytes(path) == "precious");
}

TEST_CASE("create: an empty file is what a killed program leaves, and no obstacle") {
  const std::string path = test::scratch_path("unmade.zelian");
  test::write_bytes(path, "");
  CHECK(Ledger::create(path, "青山县", false, test::occasion()).ok());
  CHECK(Ledger::open(path).ok());
}

TEST_CASE("create: a folder that is not there is an error in words") {
  const auto made = Ledger::create("no/such/folder/x.zelian", "青山县", false, test::occasion());
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().code == ErrorCode::StorageFailed);
  CHECK_FALSE(Ledger::create("", "青山县", false, test::occasion()).ok());
}

TEST_CASE("create: a refused ledger leaves no file behind") {
  const std::string path = test::scratch_path("half.zelian");
  CHECK_FALSE(
      Ledger::create(path, "青山县", false, {"", "2026-11-23T09:00:00", test::day("2026-11-23")})
          .ok());
  CHECK_FALSE(is_there(path));
  CHECK_FALSE(is_there(path + "-journal"));
}

TEST_CASE("file: a ledger on disk is one single file, and the same bytes as in memory") {
  const std::string path = test::scratch_path("single.zelian");
  {
    auto made = Ledger::create(path, "青山县", false, test::occasion(), "test");
    REQUIRE(made.ok());
    test::record(*made.value(), test::small_county());
    CHECK_FALSE(is_there(path + "-journal"));
  }
  MemoryFile copy(test::read_bytes(path));
  const auto ledger = test::reopen(copy);
  CHECK(ledger->state().find_case("A").known());
  CHECK(ledger->verify().value().ok);
  CHECK(copy.page_count() * MemoryFile::kPageBytes == copy.bytes().size());
  CHECK_FALSE(is_there(path + "-wal"));
}

TEST_CASE("file: while somebody else writes, the ledger is busy") {
  const std::string path = test::scratch_path("busy.zelian");
  REQUIRE(Ledger::create(path, "青山县", false, test::occasion()).ok());
  const Place place{path, "", true, /*busy_milliseconds=*/0};
  auto first = LedgerFile::open_at(place);
  auto second = LedgerFile::open_at(place);
  REQUIRE(first.ok());
  REQUIRE(second.ok());
  REQUIRE(first.value()->begin(test::occasion()).ok());
  const auto refused = second.value()->begin(test::occasion());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::StorageBusy);
  CHECK(LedgerFile::open_at(place).ok());  // reading is possible until the other commits

  auto raw = Database::open(place, Database::Opening::Existing);
  REQUIRE(raw.ok());
  REQUIRE(first.value()->rollback().ok());
  REQUIRE(raw.value().run("BEGIN EXCLUSIVE").ok());
  const auto locked = LedgerFile::open_at(place);
  REQUIRE_FALSE(locked.ok());
  CHECK(locked.error().code == ErrorCode::StorageBusy);
}

TEST_CASE("file: what another program added is taken in before recording") {
  const std::string path = test::scratch_path("shared.zelian");
  auto first = Ledger::create(path, "青山县", false, test::occasion());
  REQUIRE(first.ok());
  auto second = Ledger::open(path);
  REQUIRE(second.ok());
  test::record(*first.value(), test::small_county());
  CHECK(second.value()->state().fact_count() == 1);
  test::record(*second.value(),
               {test::on_case("case.accepted", "A", "2026-09-05", {{"unit", "T01"}})});
  test::record(*first.value(), {test::on_case("case.answered", "A", "2026-10-05")});
  CHECK(first.value()->state().fact_count() == 8);
  CHECK(first.value()->facts_of({core::Subject::Kind::Case, "A"}).size() == 3);
  const auto report = first.value()->verify().value();
  CHECK_MESSAGE(report.ok, report.reason);
  CHECK(Ledger::open(path).value()->head_code() == first.value()->head_code());
}

TEST_CASE("file: a refused batch after another program's facts keeps those") {
  const std::string path = test::scratch_path("shared2.zelian");
  auto first = Ledger::create(path, "青山县", false, test::occasion());
  REQUIRE(first.ok());
  auto second = Ledger::open(path);
  REQUIRE(second.ok());
  test::record(*first.value(), test::small_county());
  const auto refused = second.value()->record(
      {test::unit("T03", "第三镇"), test::register_case("B", "T99")}, test::occasion());
  REQUIRE(refused.ok());
  CHECK(refused.value().size() == 1);
  CHECK(second.value()->state().fact_count() == 6);
  CHECK(test::projected(second.value()->state()) == test::projected(first.value()->state()));
}
