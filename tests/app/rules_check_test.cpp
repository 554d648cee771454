#include "core/app/rules_check.h"

#include <doctest/doctest.h>

#include "core/model/fold.h"
#include "tests/rules/county.h"
#include "tests/web/desk_fixture.h"

using core::Fact;
using core::Fields;

namespace {

std::string refusal(const test::County& county, const Fact& fact,
                    const core::rules::Rulebook& rulebook = {}) {
  return core::app::RulesCheck(test::official_calendar(), rulebook)
      .problem_of(fact, county.state());
}

Fact extended(std::string_view supervision, int days) {
  return test::fact("supervision.extended", "2026-04-01",
                    {{"supervision", supervision}, {"days", days}, {"approver", "赵国华"}});
}

Fact declined(std::string_view on, std::string_view prompt) {
  return test::fact("prompt.declined", on, {{"prompt", prompt}, {"reason", "无须"}});
}

}  // namespace

TEST_CASE("rules check: a listing is extended by no more days than its rulebook allows") {
  test::County county = test::listed_county();
  CHECK(refusal(county, extended("督1", 30)).empty());
  CHECK(refusal(county, extended("督1", 31)) == "延期31日超过规则允许的30日");
  core::rules::Settings longer;
  longer.supervision_extension_days_max = 60;
  CHECK(refusal(county, extended("督1", 31), core::rules::Rulebook(longer)).empty());
}

TEST_CASE("rules check: nor once its term is over") {
  test::County county = test::listed_county();
  const auto on = [](std::string_view day) {
    return test::fact("supervision.extended", day,
                      {{"supervision", "督1"}, {"days", 10}, {"approver", "赵国华"}});
  };
  CHECK(refusal(county, on("2026-04-01")).empty());
  CHECK(refusal(county, on("2026-12-01"))
            .ends_with("已过，不能再延期；期限内批准的，按批准日期记录"));
}

TEST_CASE("rules check: nor by a correction") {
  test::County county = test::listed_county();
  const std::string id = county.state().fact_id(
      county.add("supervision.extended", "2026-04-01",
                 {{"supervision", "督1"}, {"days", 20}, {"approver", "赵国华"}}));
  const auto corrected = [&id](int days) {
    return test::fact("fact.corrected", "2026-04-02",
                      {{"fact", id}, {"with", Fields{{"days", days}}}, {"reason", "录错"}});
  };
  CHECK(refusal(county, corrected(25)).empty());
  CHECK_FALSE(refusal(county, corrected(200)).empty());
}

TEST_CASE(
    "rules check: a listing for two reminders rests on two that count, or on who answers for it") {
  test::County county;
  county.register_case("2026-03-02");
  const auto reminded = [&](std::string_view number, std::string_view on) {
    county.about("reminder.issued", on,
                 {{"reminder", number}, {"unit", "T01"}, {"reason", "T5"}, {"channel", "letter"}});
  };
  const auto listed = [](Fields more) {
    Fact fact = test::fact("supervision.opened", "2026-03-20",
                           {{"supervision", "督1"}, {"case", "A"}, {"unit", "T01"}});
    fact.fields.set("ground", "two_reminders");
    for (const auto& [name, value] : more) fact.fields.set(name, value);
    return fact;
  };
  reminded("R1", "2026-03-04");
  reminded("R2", "2026-03-18");
  CHECK(refusal(county, listed({})).find("不构成重点案件连续2次") != std::string::npos);
  CHECK_FALSE(refusal(county, listed({{"reason", "仍不反馈"}})).empty());
  CHECK(refusal(county, listed({{"reason", "仍不反馈"}, {"approver", "赵国华"}})).empty());
  county.about("case.flagged", "2026-03-02", {{"key", true}});
  CHECK(refusal(county, listed({})).empty());
}

TEST_CASE("rules check: a prompt is declined once it is there, under its own number") {
  test::County county;
  county.register_case("2026-03-02");
  county.about("case.grounded", "2026-03-04", {{"ground", "county_screened"}});
  CHECK(refusal(county, declined("2026-03-04", "lead_level/A/1")).empty());
  CHECK(refusal(county, declined("2026-03-03", "lead_level/A/1")) ==
        "2026-03-03没有编号为“lead_level/A/1”的建议");
  CHECK_FALSE(refusal(county, declined("2026-03-04", "lead_level/a/1")).empty());
}

TEST_CASE("rules check: the desk asks of keys as they will be kept") {
  test::DeskFixture fixture;
  fixture.record(
      R"({"kind":"supervision.opened","on":"2026-11-02","supervision":"督1","case":"511720260900000093","unit":"T01","ground":"grave","reason":"可能产生严重不良影响","approver":"周明"})");
  const auto refused = fixture.desk().record(
      {test::fact("supervision.extended", "2026-11-10",
                  {{"supervision", "督1 "}, {"days", 300}, {"approver", "周明"}})});
  REQUIRE(refused.ok());
  REQUIRE(refused.value().size() == 1);
  CHECK(refused.value().front().reason == "延期300日超过规则允许的30日");
}
