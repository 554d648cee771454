#include "core/model/rows_in_use.h"

#include "tests/model/history.h"

namespace {

bool used(const core::MemoryHistory& history, std::string_view number) {
  const core::CaseIndex which = history.state().find_case(number);
  REQUIRE(which.known());
  return core::is_in_use(history.state(), which);
}

void retract(core::MemoryHistory& history, const std::string& fact) {
  REQUIRE(test::add(history, R"({"kind":"fact.retracted","on":"2026-03-05","fact":")" + fact +
                                 R"(","reason":"录错"})") == "");
}

}  // namespace

TEST_CASE("rows in use: a case is as long as anything said of it holds") {
  core::MemoryHistory history;
  test::set_up(history);
  CHECK(used(history, "A"));
  retract(history, "f5");
  CHECK_FALSE(used(history, "A"));
}

TEST_CASE("rows in use: a unit and an official are as long as a fact names them") {
  core::MemoryHistory history;
  test::set_up(history);
  const core::UnitIndex unit = history.state().find_unit("D01");
  const core::OfficialIndex leader = history.state().find_official("L1");
  const auto rows = [&] { return core::rows_in_use(history.state()); };
  CHECK(rows().units == std::vector<bool>(history.state().units().size(), true));
  retract(history, "f3");
  CHECK_FALSE(bool{rows().units[unit.value]});
  CHECK(bool{rows().officials[leader.value]});
  retract(history, "f4");
  CHECK_FALSE(bool{rows().officials[leader.value]});
}
