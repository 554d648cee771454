#include "core/app/scenario.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using core::app::run_scenario;
using core::app::ScenarioOutcome;

namespace {

constexpr std::string_view kFacts = R"([
  {"kind": "unit.registered", "on": "2026-01-01", "unit": "T01", "name": "西山镇"},
  {"kind": "case.registered", "on": "2026-03-02", "case": "甲", "unit": "T01", "received_on": "2026-03-02"}])";

std::string scenario(std::string_view expect, std::string_view more = "") {
  std::string text = R"({"name": "试", "facts": )";
  text.append(kFacts).append(", ").append(more);
  return text.append(R"("expect": [)").append(expect).append("]}");
}

ScenarioOutcome run(const std::string& text) {
  auto outcome = run_scenario(text);
  if (outcome.ok()) return std::move(outcome).value();
  FAIL_CHECK(outcome.error().message);
  return {};
}

std::string error(const std::string& text) {
  const auto outcome = run_scenario(text);
  return outcome.ok() ? std::string() : outcome.error().message;
}

}  // namespace

TEST_CASE("scenario: what holds is counted, what does not is told") {
  const ScenarioOutcome outcome = run(scenario(
      R"({"on": "2026-03-18", "duties": [{"rule": "forward", "state": "overdue"},
          {"rule": "forward", "state": "open"}],
          "none": [{"rule": "answer"}, {"rule": "forward"}],
          "counts": [{"rule": "forward", "n": 1}, {"rule": "forward", "n": 2}]})"));
  CHECK(outcome.name == "试");
  CHECK(outcome.passed == 3);
  REQUIRE(outcome.failed.size() == 3);
  CHECK(outcome.failed[0].expect == R"(2026-03-18 duties {"rule":"forward","state":"open"})");
  CHECK(outcome.failed[0].got.find("overdue") != std::string::npos);
  CHECK(outcome.failed[2].got == "1条");
}

TEST_CASE("scenario: because must hold at least the ids listed") {
  CHECK(run(scenario(R"({"on": "2026-03-18", "duties": [{"rule": "forward", "because": ["f2"]}]})"))
            .failed.empty());
  CHECK(run(scenario(R"({"on": "2026-03-18", "duties": [{"rule": "forward", "because": ["f1"]}]})"))
            .failed.size() == 1);
}

TEST_CASE("scenario: a ranking is not passed over") {
  const ScenarioOutcome outcome = run(scenario(
      R"({"on": "2026-03-18", "rank": {"period": "2026-02", "units": [{"unit": "T01", "rank": 1}]}})"));
  CHECK(outcome.failed.size() == 1);
}

TEST_CASE("scenario: a refused fact is a failure unless it is listed") {
  const std::string facts =
      R"([{"kind": "unit.registered", "on": "2026-01-01", "unit": "T01", "name": "西山镇"},
          {"kind": "case.registered", "on": "2026-03-02", "case": "甲", "unit": "T09", "received_on": "2026-03-02"},
          {"kind": "case.registered", "on": "2026-03-02", "case": "乙", "unit": "T01", "received_on": "2026-03-02"}])";
  const std::string expect =
      R"("expect": [{"on": "2026-03-18", "duties": [{"case": "乙", "because": ["f3"]}]}])";
  const auto with = [&](std::string_view refused) {
    return run(R"({"name": "试", "facts": )" + facts + ", " + std::string(refused) + expect + "}");
  };
  CHECK(with("").failed.size() == 1);
  CHECK(with(R"("refused": [{"fact": 2, "reason_contains": "T09"}],)").failed.empty());
  CHECK(with(R"("refused": [{"fact": 2, "reason_contains": "T08"}],)").failed.size() == 1);
  CHECK(with(R"("refused": [{"fact": 2}, {"fact": 3}],)").failed.size() == 1);
}

TEST_CASE("scenario: settings are used and checked") {
  const std::string expect =
      R"({"on": "2026-03-08", "duties": [{"rule": "forward", "state": "overdue"}]})";
  CHECK(run(scenario(expect, R"("settings": {"forward_days": 5, "roll_to_workday": false},)"))
            .failed.empty());
  CHECK(error(scenario(expect, R"("settings": {"forward_dayz": 5},)")) ==
        "没有“forward_dayz”这项设置");
}

TEST_CASE("scenario: what is misspelt is no scenario") {
  CHECK_FALSE(error("nonsense").empty());
  CHECK(error("[]") == "情景应是一个 JSON 对象");
  CHECK(error(R"({"name": "试", "facts": [], "expect": []})") == "“facts”应为列表，且不能为空");
  CHECK(error(scenario("")) == "“expect”应为列表，且不能为空");
  CHECK(error(scenario(R"({"on": "2026-03-18", "dutys": []})")) == "“expect”中没有“dutys”这一部分");
  CHECK(error(scenario(R"({"on": "2026-03-18", "none": [{"rool": "x"}]})")) ==
        "“none”中没有“rool”这个字段");
  CHECK(error(scenario(R"({"on": "2026-03-18", "none": [{"rule": "foward"}]})")) ==
        "“none”中没有“foward”这条规则");
  CHECK(
      error(scenario(R"({"on": "2026-03-18", "none": [{"rule": "forward", "state": "opne"}]})")) ==
      "“none”中没有“opne”这个状态");
  CHECK(
      error(scenario(R"({"on": "2026-03-18", "none": [{"rule": "forward", "state": "taken"}]})")) ==
      "“none”中没有“taken”这个状态");
  CHECK(
      error(scenario(R"({"on": "2026-03-18", "none": [{"rule": "late_alert", "state": "taken"}]})"))
          .empty());
  CHECK(error(scenario(R"({"on": "2026-03-18"})")) == "“expect”的各项应写明应当推出什么");
  CHECK(error(scenario(R"({"on": "3月18日", "none": []})")) == "“expect”的各项应有日期（on）");
  CHECK(error(scenario(R"({"on": "2026-03-18", "counts": [{"rule": "forward"}]})")) ==
        "“counts”的各项应有数目（n）");
}
