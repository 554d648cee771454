#include "core/app/activation_check.h"

#include <doctest/doctest.h>

#include "core/model/memory_history.h"
#include "tests/support/facts.h"

using core::Fact;
using core::Fields;
using core::MemoryHistory;
using core::Value;

namespace {

Fact activation(std::string_view from, Fields settings, std::string_view approver = "赵国华") {
  return test::fact("rulebook.activated", "2026-01-05",
                    {{"settings", std::move(settings)}, {"from", from}, {"approver", approver}});
}

std::string refusal(const MemoryHistory& history, const Fact& fact) {
  return core::app::activation_problem(fact, history.state());
}

}  // namespace

TEST_CASE("activation: values a rule cannot use are refused, each with its key and reason") {
  const MemoryHistory history;
  CHECK(refusal(history, activation("2026-02-01", {{"answer_days", 45}})).empty());
  CHECK(refusal(history, activation("2026-02-01", {{"answer_day", 45}})) ==
        "没有“answer_day”这项设置");
  CHECK(
      refusal(history, activation("2026-02-01", {{"answer_days", "45"}, {"plan_workdays", 99}})) ==
      "设置“answer_days”应为整数；设置“plan_workdays”99不在0至60之间");
  CHECK(refusal(history, activation("2026-02-01", {{"point_sheet", Fields{{"x", 1}}}})) ==
        "设置“point_sheet”中“x”应为对象");
}

TEST_CASE("activation: an approver is named") {
  const MemoryHistory history;
  CHECK(refusal(history, activation("2026-02-01", {{"answer_days", 45}}, " ")) ==
        "规则启用应写明批准人（approver）");
}

TEST_CASE("activation: a key has one value for one day, in the ledger") {
  MemoryHistory history;
  history.add_trusted(activation("2026-02-01", {{"answer_days", 45}}));
  CHECK_FALSE(refusal(history, activation("2026-02-01", {{"answer_days", 50}})).empty());
  CHECK(refusal(history, activation("2026-02-02", {{"answer_days", 50}})).empty());
  CHECK(refusal(history, activation("2026-02-01", {{"plan_workdays", 7}})).empty());
}

TEST_CASE("activation: of a table, entries are told apart") {
  MemoryHistory history;
  history.add_trusted(activation("2026-02-01", {{"issuer", Fields{{"talk", "县联席办"}}}}));
  CHECK(refusal(history, activation("2026-02-01", {{"issuer", Fields{{"bulletin", "县信访局"}}}}))
            .empty());
  CHECK_FALSE(refusal(history, activation("2026-02-01", {{"issuer", Fields{{"talk", "县信访局"}}}}))
                  .empty());
}

TEST_CASE(
    "activation: a correction is held to the same, and does not collide with what it corrects") {
  MemoryHistory history;
  history.add_trusted(activation("2026-02-01", {{"answer_days", 45}}));
  const auto corrected = [](Fields settings) {
    return test::fact(
        "fact.corrected", "2026-01-06",
        {{"fact", "f1"}, {"with", Fields{{"settings", std::move(settings)}}}, {"reason", "录错"}});
  };
  CHECK(refusal(history, corrected({{"answer_days", 50}})).empty());
  CHECK(refusal(history, corrected({{"answer_days", 0}})) == "设置“answer_days”0不在1至365之间");
}

TEST_CASE("activation: what was retracted stands in nobody's way") {
  MemoryHistory history;
  history.add_trusted(activation("2026-02-01", {{"answer_days", 45}}));
  history.add_trusted(
      test::fact("fact.retracted", "2026-01-06", {{"fact", "f1"}, {"reason", "录错"}}));
  CHECK(refusal(history, activation("2026-02-01", {{"answer_days", 50}})).empty());
}

TEST_CASE("activation: a group of units that do not exist, or have a group already, is refused") {
  MemoryHistory history;
  const auto unit = [](std::string_view code) {
    return test::fact("unit.registered", "2022-01-01",
                      {{"unit", code}, {"name", code}, {"type", "township"}});
  };
  const auto groups = [](std::string_view from, std::string_view name, core::List units) {
    return activation(from, {{"rank_groups", Fields{{std::string(name), std::move(units)}}}});
  };
  history.add_trusted(unit("T01"));
  CHECK(refusal(history, groups("2026-02-01", "甲", {"T01", "department"})).empty());
  CHECK(refusal(history, groups("2026-02-01", "甲", {"T99"})) ==
        "设置“rank_groups”中“甲”：没有单位“T99”");
  history.add_trusted(unit("T99"));
  CHECK(refusal(history, groups("2026-02-01", "甲", {"T99"})).empty());
  history.add_trusted(groups("2026-02-01", "甲", {"T01"}));
  CHECK_FALSE(refusal(history, groups("2026-03-01", "乙", {"T01"})).empty());
  CHECK_FALSE(refusal(history, groups("2026-01-05", "乙", {"T01"})).empty());
  // Moved from one group to the other in one go.
  CHECK(refusal(history,
                activation("2026-03-01", {{"rank_groups", Fields{{"甲", core::List{}},
                                                                 {"乙", core::List{"T01"}}}}}))
            .empty());
  // Correcting the activation itself is no second group.
  CHECK(refusal(history,
                test::fact(
                    "fact.corrected", "2026-01-06",
                    {{"fact", "f3"},
                     {"with", Fields{{"settings",
                                      Fields{{"rank_groups", Fields{{"乙", core::List{"T01"}}}}}}}},
                     {"reason", "录错"}}))
            .empty());
  // What stands in the ledger already is nobody's fault who changes another setting.
  history.add_trusted(groups("2026-04-01", "丙", {"T01", "T88"}));
  CHECK(refusal(history, activation("2026-05-01", {{"answer_days", 45}})).empty());
}

TEST_CASE("activation: papers and clauses that do not exist are refused") {
  const MemoryHistory history;
  CHECK(refusal(history, activation("2026-02-01", {{"issuer", Fields{{"nonsense", "县信访局"}}}}))
            .find("没有“nonsense”这类文书") != std::string::npos);
  const Fields item{{"name", "周报漏报"},
                    {"clause", "99.9"},
                    {"formula", "undone:weekly_report"},
                    {"direction", "deduct"}};
  CHECK(refusal(history, activation("2026-02-01", {{"point_sheet", Fields{{"x", item}}}})) ==
        "设置“point_sheet”：没有“99.9”这一条");
}
