#include "core/store/ledger.h"

#include <doctest/doctest.h>

#include <string>

#include "core/store/memory_vfs.h"
#include "tests/store/ledger_support.h"

using core::ErrorCode;
using core::Fact;
using core::FactRef;
using core::Fields;
using core::RecordedFact;
using core::Subject;
using core::store::Ledger;
using core::store::MemoryFile;
using test::day;
using test::occasion;
using test::on_case;
using test::record;
using test::register_case;

namespace {

std::vector<core::store::Refusal> refusals(Ledger& ledger, const std::vector<Fact>& facts) {
  auto refused = ledger.record(facts, occasion());
  REQUIRE_MESSAGE(refused.ok(), refused.error().message);
  return std::move(refused).value();
}

std::size_t facts_on_case(const Ledger& ledger, std::string_view number) {
  return ledger.facts_of({Subject::Kind::Case, std::string(number)}).size();
}

}  // namespace

TEST_CASE("ledger: a new one knows its county and nothing else") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  CHECK(ledger->state().county_name() == "青山县");
  CHECK_FALSE(ledger->is_demo());
  CHECK(ledger->state().fact_count() == 1);
  CHECK(ledger->state().cases().empty());
  CHECK(ledger->size() == file.bytes().size());
  CHECK(file.bytes().size() % MemoryFile::kPageBytes == 0);
}

TEST_CASE("ledger: what was recorded is there after opening again") {
  MemoryFile file;
  std::string head;
  std::string rows;
  {
    const auto ledger = test::new_ledger(file);
    record(*ledger, test::small_county());
    record(*ledger, {on_case("case.accepted", "A", "2026-09-05", {{"unit", "T01"}})});
    head = ledger->head_code();
    rows = test::projected(ledger->state());
  }
  const auto again = test::reopen(file);
  CHECK(again->head_code() == head);
  CHECK(test::projected(again->state()) == rows);
  CHECK(test::stored(file) == rows);
  CHECK(again->state().fact_count() == 7);
}

TEST_CASE("ledger: a fact comes back word for word, unknown fields and kinds included") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  Fact odd = test::fact("kite.flown", "2026-03-01",
                        {{"height", 12},
                         {"ratio", 0.25},
                         {"who", "小明\n\"风筝\""},
                         {"list", core::List{1, "a", core::Value(), Fields{{"x", true}}}}});
  odd.by = "李四";
  record(*ledger, {odd});
  for (const auto& source : {ledger->fact(FactRef{2}), test::reopen(file)->fact(FactRef{2})}) {
    REQUIRE(source.ok());
    const RecordedFact& found = source.value();
    CHECK(found.fact.kind == "kite.flown");
    CHECK(found.fact.on == day("2026-03-01"));
    CHECK(found.fact.by == "李四");
    CHECK(found.fact.fields == odd.fields);
    CHECK(found.recorded_at == "2026-11-23T09:30:00");
    CHECK(found.id == ledger->state().fact_id(FactRef{2}));
    CHECK(found.ref.position == 2);
  }
  CHECK(ledger->state().other_facts().size() == 1);
}

TEST_CASE("ledger: control characters in who recorded and in the kind can be read again") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  Fact odd = test::fact("kite\x1b.flown", "2026-03-01", {{"who", "\x01"}});
  odd.by = std::string("李\x0b\x00四", 8);
  record(*ledger, {odd});
  const auto again = test::reopen(file);
  const auto found = again->fact(FactRef{2});
  REQUIRE(found.ok());
  CHECK(found.value().fact.kind == odd.kind);
  CHECK(found.value().fact.by == odd.by);
  CHECK(again->verify().value().ok);
}

TEST_CASE("ledger: a block that was damaged anywhere is refused on opening") {
  MemoryFile whole;
  {
    const auto ledger = test::new_ledger(whole);
    record(*ledger, test::small_county());
    record(*ledger, {test::register_case("B", "T01", "2026-09-02")});
  }
  for (const char* damage :
       {"facts = replace(facts, '2026-09-01', '2026-09-21')",
        "facts = replace(facts, 'T01', 'T02')", "hashes = zeroblob(length(hashes))",
        "first_seq = first_seq + 0, checksum = checksum + 1"}) {
    CAPTURE(damage);
    MemoryFile file = whole;
    test::tamper(file,
                 std::string("UPDATE fact_block SET ") + damage + " WHERE first_position = 2");
    const std::string before(file.bytes());
    const auto opened = core::store::Ledger::open(file);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == core::ErrorCode::StorageCorrupt);
    CHECK(opened.error().message.find("第2条起的一段与校验和不符") != std::string::npos);
    CHECK(file.bytes() == before);
    CHECK_FALSE(core::store::Ledger::verify_file(file).value().ok);
  }
}

TEST_CASE("ledger: who does not say who records is taken at the occasion's word") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  CHECK(ledger->fact(FactRef{2}).value().fact.by == "张三");
  CHECK(test::ask(file, "SELECT count(*) FROM fact WHERE recorded_by IS NOT NULL") == "0");
}

TEST_CASE("ledger: ids are the origin and a number, and the seed decides the origin") {
  MemoryFile one;
  MemoryFile two;
  MemoryFile other;
  const auto first = test::new_ledger(one);
  const auto second = test::new_ledger(two);
  CHECK(first->state().fact_id(FactRef{1}) == second->state().fact_id(FactRef{1}));
  CHECK(one.bytes() == two.bytes());
  const auto random = Ledger::create(other, "青山县", false, occasion());
  REQUIRE(random.ok());
  CHECK(random.value()->state().fact_id(FactRef{1}) != first->state().fact_id(FactRef{1}));
}

TEST_CASE("ledger: a demo stays one, and is the same every time") {
  MemoryFile file;
  MemoryFile same;
  REQUIRE(Ledger::create(file, "青山县", true, occasion()).ok());
  REQUIRE(Ledger::create(same, "青山县", true, occasion()).ok());
  CHECK(file.bytes() == same.bytes());
  CHECK(test::reopen(file)->is_demo());
  MemoryFile real;
  const auto ledger = test::new_ledger(real);
  MemoryFile demo;
  CHECK(test::new_ledger(demo, true)->head_code() != ledger->head_code());
}

TEST_CASE("ledger: create wants a county, a person, a time and an empty place") {
  MemoryFile file;
  CHECK_FALSE(Ledger::create(file, " ", false, occasion()).ok());
  CHECK_FALSE(Ledger::create(file, "\xff", false, occasion()).ok());
  CHECK_FALSE(
      Ledger::create(file, "青山县", false, {"", "2026-11-23T09:00:00", day("2026-11-23")}).ok());
  CHECK_FALSE(Ledger::create(file, "青山县", false, {"张三", "", day("2026-11-23")}).ok());
  CHECK_FALSE(Ledger::create(file, "青山县", false, {"张三", "2026-11-23T09:00:00", {}}).ok());
  CHECK(file.bytes().empty());
  REQUIRE(Ledger::create(file, "青山县", false, occasion()).ok());
  const std::string before(file.bytes());
  CHECK_FALSE(Ledger::create(file, "绿水县", false, occasion()).ok());
  CHECK(file.bytes() == before);
}

TEST_CASE("ledger: facts of a batch may rely on earlier ones") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  std::vector<Fact> batch = test::small_county();
  batch.push_back(on_case("case.accepted", "A", "2026-09-05", {{"unit", "T01"}}));
  batch.push_back(on_case("case.answered", "A", "2026-10-05"));
  CHECK(refusals(*ledger, batch).empty());
  CHECK(facts_on_case(*ledger, "A") == 3);
}

TEST_CASE("ledger: one refused fact refuses the batch, and nothing changes") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  const std::string before = test::projected(ledger->state());
  const std::string head = ledger->head_code();
  const std::string bytes(file.bytes());

  const auto refused =
      refusals(*ledger, {on_case("case.accepted", "A", "2026-09-05", {{"unit", "T01"}}),
                         register_case("B", "T09"), on_case("case.answered", "A", "2026-10-05"),
                         on_case("case.answered", "A", "2027-01-01"),
                         on_case("case.accepted", "B", "2026-09-09", {{"unit", "T01"}})});
  REQUIRE(refused.size() == 3);
  CHECK(refused[0].index == 1);
  CHECK(refused[0].reason.find("T09") != std::string::npos);
  CHECK(refused[1].index == 3);
  CHECK(refused[2].index == 4);
  CHECK(refused[2].reason.find("第2条未被接受") != std::string::npos);

  CHECK(test::projected(ledger->state()) == before);
  CHECK(ledger->head_code() == head);
  CHECK(ledger->state().fact_count() == 6);
  CHECK(file.bytes() == bytes);
  record(*ledger, {on_case("case.accepted", "A", "2026-09-05", {{"unit", "T01"}})});
  CHECK(ledger->verify().value().ok);
}

TEST_CASE("ledger: what could not be read back is refused") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  Fact bad = test::fact("kite.flown", "2026-03-01", {{"who", "\xff\xfe"}});
  const auto refused = refusals(*ledger, {bad});
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].reason.find("UTF-8") != std::string::npos);
  bad.fields.set("who", "x");
  bad.kind = "\xff";
  CHECK(refusals(*ledger, {bad}).size() == 1);
  CHECK(test::reopen(file)->verify().value().ok);
}

TEST_CASE("ledger: corrections and retractions change the state, and may be retracted") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  record(*ledger, {on_case("case.accepted", "A", "2026-09-05", {{"unit", "T01"}})});
  const std::string accepted = ledger->state().fact_id(FactRef{7});
  const auto first_day = [&] {
    const auto& row = ledger->state().case_row(ledger->state().find_case("A"));
    return row.first_event == core::kNoIndex
               ? std::string()
               : core::to_string(ledger->state().event(row.first_event).on);
  };
  CHECK(first_day() == "2026-09-05");
  record(*ledger, {test::corrected(accepted, {{"on", "2026-09-06"}})});
  CHECK(first_day() == "2026-09-06");
  record(*ledger, {test::retracted(accepted)});
  CHECK(first_day().empty());
  record(*ledger, {test::retracted(ledger->state().fact_id(FactRef{9}))});
  CHECK(first_day() == "2026-09-06");
  CHECK(facts_on_case(*ledger, "A") == 5);
  CHECK(test::projected(test::reopen(file)->state()) == test::projected(ledger->state()));
  CHECK(test::stored(file) == test::projected(ledger->state()));
}

TEST_CASE("ledger: every fact is visited in order") {
  MemoryFile file;
  const auto ledger = test::new_ledger(file);
  record(*ledger, test::small_county());
  std::string kinds;
  REQUIRE(ledger
              ->each_fact([&](const RecordedFact& fact) {
                kinds += std::to_string(fact.ref.position) + fact.fact.kind + " ";
                CHECK(ledger->fact(fact.ref).value().id == fact.id);  // may be asked meanwhile
              })
              .ok());
  CHECK(kinds ==
        "1county.named 2unit.registered 3unit.registered 4official.appointed "
        "5official.appointed 6case.registered ");
  CHECK(ledger->fact(FactRef{7}).error().code == ErrorCode::NotFound);
  CHECK(ledger->fact(FactRef{}).error().code == ErrorCode::NotFound);
}

TEST_CASE("ledger: the file allows no change of what was recorded") {
  MemoryFile file;
  record(*test::new_ledger(file), test::small_county());
  const core::store::MemoryVfs vfs(file);
  const auto database = core::store::Database::open({"ledger", vfs.name(), false},
                                                    core::store::Database::Opening::Existing);
  REQUIRE(database.ok());
  for (const std::string table : {"ledger", "origin", "batch", "fact_block"}) {
    CHECK_FALSE(database.value().run("DELETE FROM " + table).ok());
    const std::string column = table == "fact_block" ? "first_position" : table + "_id";
    CHECK_FALSE(database.value().run("UPDATE " + table + " SET " + column + " = 99").ok());
  }
}
