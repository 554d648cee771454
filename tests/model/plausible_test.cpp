#include "core/model/plausible.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "core/model/memory_history.h"
#include "tests/model/history.h"

using namespace core;
using test::add;

namespace {

std::string published(MemoryHistory& history, std::string_view rest) {
  return add(history, fmt::format(R"({{"kind":"calendar.published","on":"2026-11-20",)"
                                  R"("source":"县政府","year":2027,{}}})",
                                  rest));
}

}  // namespace

TEST_CASE("plausible: a calendar whose days cannot be is refused") {
  MemoryHistory history;
  test::set_up(history);
  CHECK(published(history, R"("holidays":["2026-10-01"])") == "2026-10-01不属于2027年");
  CHECK(published(history, R"("holidays":["2027-01-02"],"workdays":["2027-01-02"])") ==
        "2027-01-02写了两次：一天只能放假或上班");
  CHECK(published(history, R"("holidays":["2027-01-01"],"workdays":["2027-01-06"])") ==
        "2027-01-06不是周末，不能列为调休上班日");
  CHECK(published(history, R"("holidays":[])") == "没有写明任何放假日或调休上班日");
  // A notice may work a day of the December before.
  REQUIRE(published(history, R"("holidays":["2027-03-15"],"workdays":["2026-12-27"])") == "");
  CHECK(add(history, R"({"kind":"fact.corrected","on":"2026-11-21","fact":"f6","reason":"误",)"
                     R"("with":{"workdays":["2027-03-15"]}})") != "");
}

TEST_CASE("plausible: facts that cannot be are refused") {
  MemoryHistory history;
  test::set_up(history);
  const auto refused = [&](std::string_view json) {
    INFO(json);
    CHECK(add(history, json) != "");
  };
  refused(R"({"kind":"case.flagged","on":"2026-03-04","case":"A","fourfold":{"area":"yes"}})");
  refused(R"({"kind":"case.flagged","on":"2026-03-04","case":"A","fourfold":["zzz",5]})");
  refused(
      R"({"kind":"case.suspended","on":"2026-03-04","case":"A","until":"2026-03-03","approver":"周明"})");
  refused(
      R"({"kind":"case.registered","on":"2026-03-04","case":"B","unit":"T01","received_on":"2026-03-03","imported_deadline":"2026-03-02"})");
  refused(
      R"({"kind":"fact.corrected","on":"2026-03-04","fact":"f5","reason":"误","with":{"imported_deadline":"2026-03-01"}})");
  refused(R"({"kind":"unit.retired","on":"2026-03-04","unit":"T01","successor":"T01"})");
  refused(R"({"kind":"fact.retracted","on":"2026-03-04","fact":"f5","reason":"　"})");
  CHECK(add(history,
            R"({"kind":"case.flagged","on":"2026-03-04","case":"A","fourfold":{"area":false}})") ==
        "");
}

TEST_CASE("plausible: a fact is taken back once") {
  MemoryHistory history;
  test::set_up(history);
  const char* again = R"({"kind":"fact.retracted","on":"2026-04-21","fact":"f6","reason":"误"})";
  REQUIRE(add(history, R"({"kind":"case.accepted","on":"2026-03-04","case":"A"})") == "");
  REQUIRE(add(history, again) == "");
  CHECK(add(history, again) == "该记录已经撤回");
  CHECK(add(history, R"({"kind":"fact.retracted","on":"2026-04-21","fact":"f7","reason":"误"})") ==
        "");
  CHECK(add(history, again) == "");
}

TEST_CASE("plausible: a used key of an official is not given to somebody else") {
  MemoryHistory history;
  test::set_up(history);
  CHECK(
      add(history,
          R"({"kind":"official.appointed","on":"2026-08-05","official":"L1","name":"别人","rank":"county_leader"})") ==
      "编号“L1”已是周明的，不能再给别人；姓名有误应更正原记录");
  CHECK(
      add(history,
          R"({"kind":"official.appointed","on":"2026-08-05","official":"L1","name":"周明","rank":"county_main"})") ==
      "");
  CHECK(
      add(history,
          R"({"kind":"fact.corrected","on":"2026-08-06","fact":"f4","reason":"误","with":{"name":"周鸣"}})") ==
      "");
}

TEST_CASE("plausible: names hold by their day, in whatever order they were recorded") {
  MemoryHistory history;
  test::set_up(history);
  REQUIRE(add(history, R"({"kind":"unit.renamed","on":"2026-04-10","unit":"T01","name":"丙镇"})") ==
          "");
  REQUIRE(add(history, R"({"kind":"unit.renamed","on":"2026-03-10","unit":"T01","name":"丁镇"})") ==
          "");
  const UnitRow& unit = history.state().unit(history.state().find_unit("T01"));
  CHECK(unit.name == "丙镇");
  CHECK(unit.aliases == std::vector<std::string>{"城关镇", "丁镇"});
  REQUIRE(add(history, R"({"kind":"county.named","on":"2026-06-01","name":"新县"})") == "");
  REQUIRE(add(history, R"({"kind":"county.named","on":"2026-05-01","name":"老县"})") == "");
  CHECK(history.state().county_name() == "新县");
}
