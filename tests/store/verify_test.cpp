#include <doctest/doctest.h>

#include <string>

#include "core/store/ledger.h"
#include "tests/store/ledger_support.h"

using core::FactRef;
using core::store::Ledger;
using core::store::MemoryFile;
using core::store::VerifyReport;

namespace {

/// A ledger of nine facts with one amendment, in a file that can be damaged.
struct Filled {
  MemoryFile file;
  std::string prefix;  // of ids, with the dash
  std::string head;

  Filled() {
    const auto ledger = test::new_ledger(file);
    test::record(*ledger, test::small_county());
    auto second =
        ledger->record({test::on_case("case.accepted", "A", "2026-09-05", {{"unit", "T01"}})},
                       test::occasion("2026-11-24", "李四"));
    REQUIRE(second.ok());
    const std::string id = ledger->state().fact_id(FactRef{7});
    test::record(*ledger, {test::corrected(id, {{"on", "2026-09-06"}})});
    test::record(*ledger, {test::fact("statistics.recorded", "2026-11-01",
                                      {{"unit", "T01"},
                                       {"period", "2026-10"},
                                       {"indicator", "accept_on_time"},
                                       {"numerator", 9},
                                       {"denominator", 10}})});
    prefix = id.substr(0, id.find('-') + 1);
    head = ledger->head_code();
  }

  VerifyReport report(std::string_view wanted = {}) {
    auto made = Ledger::verify_file(file, nullptr, wanted);
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    return std::move(made).value();
  }

  /// Changes the file and expects the first bad fact, or the text in the reason.
  void expect_bad(const std::string& sql, const std::string& number, std::string_view reason = {}) {
    CAPTURE(sql);
    test::tamper(file, sql);
    const VerifyReport found = report();
    CAPTURE(found.reason);
    CHECK_FALSE(found.ok);
    CHECK(found.first_bad == (number.empty() ? "" : prefix + number));
    CHECK(found.reason.find(reason) != std::string::npos);
  }
};

}  // namespace

TEST_CASE("verify: an untouched ledger is in order") {
  Filled filled;
  const VerifyReport report = filled.report();
  CHECK_MESSAGE(report.ok, report.reason);
  CHECK(report.facts == 9);
  CHECK(report.head == filled.head);
  CHECK(report.first_bad.empty());
  CHECK(report.reason.empty());
  const VerifyReport opened = test::reopen(filled.file)->verify().value();
  CHECK(opened.ok);
  CHECK(opened.head == filled.head);
}

TEST_CASE("verify: progress grows to one") {
  Filled filled;
  double last = 0;
  const auto report = Ledger::verify_file(filled.file, [&](double share) {
    CHECK(share >= last);
    last = share;
  });
  CHECK(report.value().ok);
  CHECK(last == 1.0);
}

TEST_CASE("verify: a change of any part of a fact is found at that fact") {
  for (const std::string facts :
       {"json_set(facts, '$[3][0]', 'case.declined')", "json_set(facts, '$[3][1]', '2026-09-04')",
        "json_set(facts, '$[3][1]', 'soon')", "json_set(facts, '$[3][2]', '王五')",
        "json_set(facts, '$[3][3].name', '李四')", "json_remove(facts, '$[3][3].name')",
        "json_set(facts, '$[3][3]', '')", "json_remove(facts, '$[3][3]')",
        "json_set(facts, '$[3]', 1)", "replace(facts, '{\"name\":\"李书记\"', '{')",
        "substr(facts, 1, instr(facts, '李书记'))"}) {
    CAPTURE(facts);
    Filled filled;
    test::tamper(filled.file,
                 "UPDATE fact_block SET facts = " + facts + " WHERE first_position = 2");
    const VerifyReport report = filled.report();
    CHECK_FALSE(report.ok);
    CHECK_FALSE(report.reason.empty());
    CHECK(report.first_bad == filled.prefix + "5");
  }
}

TEST_CASE("verify: a change of a hash is found at its fact, one too many or too few at the end") {
  const auto hashes = [](const std::string& middle, int after) {
    return "UPDATE fact_block SET hashes = unhex(hex(substr(hashes, 1, 96)) || '" + middle +
           "' || hex(substr(hashes, " + std::to_string(after) + "))) WHERE first_position = 2";
  };
  Filled().expect_bad(hashes(std::string(64, '0'), 129), "5", "校验码");
  Filled().expect_bad(hashes("", 129), "5", "校验码");
  Filled().expect_bad("UPDATE fact_block SET hashes = x'' WHERE first_position = 2", "2");
  Filled().expect_bad(
      "UPDATE fact_block SET hashes = substr(hashes, 1, 159) WHERE first_position = 2", "6");
  Filled().expect_bad(
      "UPDATE fact_block SET hashes = unhex(hex(hashes) || '00') WHERE first_position = 2", "7");
}

TEST_CASE("verify: a change of a whole block is found at its first fact") {
  for (const std::string change : {"batch_id = 3", "batch_id = 77", "facts = ''", "facts = '{}'",
                                   "facts = '[]'", "facts = '[1]'", "facts = '[[]]'"}) {
    CAPTURE(change);
    Filled filled;
    filled.expect_bad("UPDATE fact_block SET " + change + " WHERE first_position = 2", "2");
  }
  Filled filled;
  test::tamper(filled.file, "UPDATE fact_block SET origin_id = 9 WHERE first_position = 2");
  CHECK(filled.report().first_bad == "第2条");
}

TEST_CASE("verify: a checksum that does not fit is found at the first fact of its block") {
  Filled().expect_bad("UPDATE fact_block SET checksum = checksum + 1 WHERE first_position = 2", "2",
                      "校验和");
}

TEST_CASE("verify: numbers that are out of order are found") {
  const auto set = [](const std::string& change) {
    return "UPDATE fact_block SET " + change + " WHERE first_position = 7";
  };
  Filled().expect_bad(set("first_seq = 50"), "7", "编号不连续");
  Filled().expect_bad(set("first_seq = 4294967303"), "7", "编号不连续");
  Filled().expect_bad(set("first_seq = 9223372036854775807"), "7", "编号不连续");
  Filled().expect_bad(set("first_position = 50"), "7", "缺少第7条");
  Filled().expect_bad(set("first_position = 9223372036854775807"), "7", "缺少第7条");
  Filled().expect_bad(set("first_position = -1"), "1", "缺少第1条");
}

TEST_CASE("verify: who and when are part of the chain") {
  Filled().expect_bad("UPDATE batch SET recorded_by = '王五' WHERE batch_id = 2", "2", "校验码");
  Filled().expect_bad("UPDATE batch SET recorded_at = '2020-01-01T00:00:00' WHERE batch_id = 3",
                      "7", "校验码");
  Filled().expect_bad("DELETE FROM batch WHERE batch_id = 3", "7");
}

TEST_CASE("verify: a real ledger cannot become a demo, nor change its origin") {
  Filled().expect_bad("UPDATE ledger SET demo = 1", "1", "校验码");
  Filled filled;
  test::tamper(filled.file, "UPDATE origin SET prefix = 'zzzzzz'");
  CHECK(filled.report().first_bad == "zzzzzz-1");
}

TEST_CASE("verify: a fact that is missing in the middle is named") {
  Filled().expect_bad("DELETE FROM fact_block WHERE first_position = 7", "7", "缺少第7条");
  Filled().expect_bad("DELETE FROM fact_block WHERE first_position = 1", "1", "缺少第1条");
  // Closing the gap does not help.
  Filled().expect_bad(
      "DELETE FROM fact_block WHERE first_position = 7;"
      "UPDATE fact_block SET first_position = first_position - 1 WHERE first_position > 7",
      "7", "编号不连续");
  Filled().expect_bad(
      "DELETE FROM fact_block WHERE first_position = 7;"
      "UPDATE fact_block SET first_position = first_position - 1, first_seq = first_seq - 1 "
      "WHERE first_position > 7",
      "7", "校验码");
  Filled().expect_bad(
      "UPDATE fact_block SET facts = json_remove(facts, '$[3]'), "
      "hashes = unhex(hex(substr(hashes, 1, 96)) || hex(substr(hashes, 129))) "
      "WHERE first_position = 2;"
      "UPDATE fact_block SET first_position = first_position - 1, first_seq = first_seq - 1 "
      "WHERE first_position > 2",
      "5", "校验码");
}

TEST_CASE("verify: facts that changed places are found") {
  Filled().expect_bad(
      "UPDATE fact_block SET facts = json_set(facts, '$[1]', facts -> 2, '$[2]', facts -> 1) "
      "WHERE first_position = 2",
      "3");
  Filled().expect_bad(
      "UPDATE fact_block SET "
      "facts = json_set(facts, '$[1]', json(facts -> 2), '$[2]', json(facts -> 1)), "
      "hashes = unhex(hex(substr(hashes, 1, 32)) || hex(substr(hashes, 65, 32)) || "
      "hex(substr(hashes, 33, 32)) || hex(substr(hashes, 97))) WHERE first_position = 2",
      "3", "校验码");
}

TEST_CASE("verify: a missing end shows only against a head code") {
  Filled filled;
  CHECK(filled.report(filled.head).ok);
  CHECK(filled.report(filled.head).head_at == filled.prefix + "9");
  // The projection goes too, as a careful forger would see to it.
  test::tamper(filled.file,
               "DELETE FROM fact_block WHERE first_position = 9; DELETE FROM statistic");
  CHECK(filled.report().ok);
  const VerifyReport report = filled.report(filled.head);
  CHECK_FALSE(report.ok);
  CHECK(report.reason.find(filled.head) != std::string::npos);
  CHECK(report.head_at.empty());
}

TEST_CASE("verify: a head code of an earlier day is found where it was") {
  Filled filled;
  const auto ledger = test::reopen(filled.file);
  test::record(*ledger, {test::on_case("case.answered", "A", "2026-10-01")});
  const VerifyReport report = ledger->verify(nullptr, filled.head).value();
  CHECK(report.ok);
  CHECK(report.head_at == filled.prefix + "9");
  CHECK(report.head != filled.head);
  CHECK_FALSE(ledger->verify(nullptr, "0000-0000-0000").value().ok);
}

TEST_CASE("verify: a projection that was edited is named") {
  Filled().expect_bad("UPDATE case_record SET people = 1", "", "case_record");
  Filled().expect_bad("UPDATE case_record SET events = replace(events, '-06', '-05')", "",
                      "case_record");
  Filled().expect_bad("UPDATE case_record SET events = '[]'", "", "case_record");
  Filled().expect_bad("UPDATE county SET name = '绿水县'", "", "county");
  Filled().expect_bad("UPDATE unit SET retired_on = '2026-01-01' WHERE unit_id = 1", "", "unit");
  Filled().expect_bad("INSERT INTO unit_alias VALUES (1, 0, '青山')", "", "unit_alias");
  Filled().expect_bad("UPDATE official SET rank = NULL WHERE official_id = 1", "", "official");
  Filled().expect_bad("INSERT INTO official_oversees VALUES (1, 0, 1)", "", "official_oversees");
  Filled().expect_bad("DELETE FROM statistic", "", "statistic");
  Filled().expect_bad(
      "INSERT INTO statistic SELECT 2, unit_id, period, indicator, numerator, "
      "denominator, position FROM statistic",
      "", "statistic");
}

TEST_CASE("verify: damage in the pages is a finding, never a fault") {
  Filled good;
  // Long enough to need every page: damage to one that holds nothing is none.
  test::record(*test::reopen(good.file),
               {test::fact("kite.flown", "2026-11-02", {{"string", std::string(70'000, 'x')}})});
  REQUIRE(test::ask(good.file, "PRAGMA freelist_count") == "0");
  for (std::size_t page = 0; page < good.file.page_count(); ++page) {
    std::string bytes(good.file.bytes());
    // Leave the header that says whose file it is.
    const std::size_t from = page == 0 ? 100 : 0;
    for (std::size_t i = from; i < 600; ++i) bytes[page * MemoryFile::kPageBytes + i] = '\x5a';
    MemoryFile damaged(bytes);
    const auto report = Ledger::verify_file(damaged);
    if (report.ok()) CHECK_FALSE(report.value().ok);
    const auto opened = Ledger::open(damaged);
    if (!opened.ok()) CHECK_FALSE(opened.error().message.empty());
  }
}

TEST_CASE("verify: damage nothing but SQLite notices is told by its page, in Chinese") {
  Filled good;
  int told = 0;
  for (std::size_t page = 1; page < good.file.page_count(); ++page) {
    std::string bytes(good.file.bytes());
    bytes[page * MemoryFile::kPageBytes + 5] ^= 1;  // Where its content begins.
    MemoryFile damaged(bytes);
    const auto report = Ledger::verify_file(damaged);
    if (!report.ok() || report.value().reason.find("数据损坏") == std::string::npos) continue;
    ++told;
    CHECK(report.value().reason == "第" + std::to_string(page + 1) + "页数据损坏");
  }
  CHECK(told > 0);
}

TEST_CASE("open: a fact that does not say what it is about is refused in words") {
  for (const std::string key : {"unit", "official"}) {
    CAPTURE(key);
    MemoryFile file;
    test::record(*test::new_ledger(file), test::small_county());
    // Without a checksum, as older programs wrote it, only the last fact's hash is looked at.
    test::tamper(file, "UPDATE fact_block SET checksum = NULL, facts = replace(facts, '\"" + key +
                           "\":', '\"" + key + "s\":') WHERE first_position = 2");
    const auto opened = Ledger::open(file);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == core::ErrorCode::StorageCorrupt);
    CAPTURE(opened.error().message);
    CHECK(opened.error().message.find("没有写明") != std::string::npos);
  }
}

TEST_CASE("open: facts that are missing or cut loose are refused in words") {
  for (const std::string damage :
       {"DELETE FROM fact_block WHERE first_position = 7",
        "UPDATE fact_block SET first_seq = 50 WHERE first_position = 7",
        "UPDATE fact_block SET first_position = -1 WHERE first_position = 7",
        "UPDATE fact_block SET facts = '[' WHERE first_position = 7",
        "UPDATE fact_block SET facts = '[]' WHERE first_position = 7",
        "UPDATE fact_block SET facts = json_set(facts, '$[0][1]', '') WHERE first_position = 7",
        "UPDATE fact_block SET facts = json_set(facts, '$[0][3]', 1) WHERE first_position = 7",
        "UPDATE fact_block SET facts = json_set(facts, '$[0][3].fact', 'x-1') "
        "WHERE first_position = 8",
        "UPDATE fact_block SET origin_id = 0 WHERE first_position = 7",
        "UPDATE fact_block SET hashes = x'00' WHERE first_position = 7",
        "UPDATE fact_block SET facts = json_set(facts, '$[0][3]', json('{}')) "
        "WHERE first_position = 9",
        "UPDATE fact_block SET hashes = zeroblob(32) WHERE first_position = 8",
        "DELETE FROM ledger", "DELETE FROM origin"}) {
    CAPTURE(damage);
    Filled filled;
    test::tamper(filled.file, damage);
    const std::string before(filled.file.bytes());
    const auto opened = Ledger::open(filled.file);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == core::ErrorCode::StorageCorrupt);
    CHECK(opened.error().message.find("台账") != std::string::npos);
    CHECK(filled.file.bytes() == before);
    CHECK_FALSE(filled.report().ok);
  }
}
