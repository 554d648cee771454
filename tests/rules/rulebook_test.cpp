#include "core/rules/rulebook.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/rules/county.h"

using namespace core;
using namespace core::rules;
using test::County;
using test::day;

namespace {

std::string refusal(const Fields& values) {
  const Result<Settings> settings = with_values({}, values);
  return settings.ok() ? std::string() : settings.error().message;
}

}  // namespace

TEST_CASE("rulebook: every setting of the contract is known, with clause and reason") {
  const char* const keys[] = {"forward_days",
                              "notify_days",
                              "objection_workdays",
                              "answer_days",
                              "extension_days_max",
                              "review_days",
                              "final_review_days",
                              "count_start_day",
                              "roll_to_workday",
                              "lead_assign_workdays",
                              "plan_workdays",
                              "report_due",
                              "report_grace_days",
                              "weekly_min_workdays",
                              "missed_reports_prompt",
                              "bulletin_monthly_day",
                              "bulletin_half_year_day",
                              "bulletin_annual_day",
                              "rank_groups",
                              "rank_min_items",
                              "rank_bottom",
                              "small_group_policy",
                              "rank_pass_line",
                              "stand_out_least",
                              "stand_out_times",
                              "rank_weights",
                              "streak_length",
                              "streak_reset_at_year",
                              "unranked_breaks_streak",
                              "streak_repeat_months",
                              "streak_overlap",
                              "special_same_topic_required",
                              "filing_workdays",
                              "reminder_answer_days",
                              "count_sms",
                              "reminder_reset_on_accept",
                              "reminder_window_days",
                              "reminder_min_gap_workdays",
                              "reminders_to_list",
                              "supervision_days",
                              "supervision_extension_days_max",
                              "talk_report_workdays",
                              "talk_report_per",
                              "talk_return_workdays",
                              "proposal_answer_days",
                              "issuer"};
  for (const char* key : keys) {
    CAPTURE(key);
    CHECK(find_setting(key) != nullptr);
  }
  std::set<std::string_view> seen;
  for (const SettingSpec& spec : setting_specs()) {
    CAPTURE(std::string(spec.key));
    CHECK(seen.insert(spec.key).second);
    CHECK_FALSE(spec.clause.empty());
    CHECK_FALSE(spec.reason.empty());
  }
}

TEST_CASE("rulebook: the defaults a clerk is told are the defaults in force") {
  const Settings defaults;
  for (const SettingSpec& spec : setting_specs()) {
    if (spec.type == SettingType::Integers || spec.type == SettingType::Texts ||
        spec.type == SettingType::Lists || spec.type == SettingType::Points)
      continue;
    CAPTURE(std::string(spec.key));
    const std::string text(spec.default_text);
    Value value(text);
    if (spec.type == SettingType::Integer) value = Value(std::int64_t{std::stoll(text)});
    if (spec.type == SettingType::Boolean) value = Value(text == "true");
    const Result<Settings> same = with_values({}, {{std::string(spec.key), value}});
    REQUIRE(same.ok());
    CHECK(same.value() == defaults);
  }
}

TEST_CASE("rulebook: values are checked by key, type and range") {
  CHECK(refusal({{"forward_days", 10}, {"count_start_day", true}}).empty());
  CHECK(refusal({{"report_due", "last_workday"}}).empty());
  CHECK(refusal({{"rank_weights", Fields{{"answer_on_time", 25}}}}).empty());
  CHECK(refusal({{"rank_groups", Fields{{"乡镇", List{"T01", "T02"}}}}}).empty());
  CHECK(refusal({{"issuer", Fields{{"talk_notice", "县信访联席办"}}}}).empty());
  CHECK(refusal({{"forward_day", 10}}) == "没有“forward_day”这项设置");
  CHECK(refusal({{"forward_days", "10"}}) == "设置“forward_days”应为整数");
  CHECK(refusal({{"forward_days", 0}}) == "设置“forward_days”0不在1至365之间");
  CHECK(refusal({{"roll_to_workday", 1}}) == "设置“roll_to_workday”应为是或否（true、false）");
  CHECK(refusal({{"report_due", "weekday:8"}}) ==
        "设置“report_due”“weekday:8”不在可选值内，可用的是last_workday、weekday:1至weekday:7");
  CHECK(refusal({{"report_due", "weekday:"}}) ==
        "设置“report_due”“weekday:”不在可选值内，可用的是last_workday、weekday:1至weekday:7");
  CHECK(refusal({{"rank_weights", Fields{{"answer_on_time", 101}}}}) ==
        "设置“rank_weights”中“answer_on_time”101不在0至100之间");
  CHECK(refusal({{"rank_groups", List{}}}) == "设置“rank_groups”应为对象");
}

TEST_CASE("rulebook: a weekday is read") {
  const Result<Settings> settings = with_values({}, {{"report_due", "weekday:3"}});
  REQUIRE(settings.ok());
  CHECK(settings.value().report_weekday == 3);
  const Result<Settings> back = with_values(settings.value(), {{"report_due", "last_workday"}});
  REQUIRE(back.ok());
  CHECK(back.value().report_weekday == 0);
}

TEST_CASE("rulebook: each activation holds from its day, over what held before") {
  County county;
  const auto activate = [&county](std::string_view from, Fields values) {
    county.add("rulebook.activated", "2026-01-05",
               {{"settings", std::move(values)}, {"from", from}, {"approver", "main"}});
  };
  activate("2026-06-01", {{"answer_days", 45}});
  activate("2026-03-01", {{"answer_days", 50}, {"forward_days", 10}, {"not_yet_known", 1}});
  const Rulebook book = Rulebook::of(county.state());
  CHECK(book.on(day("2026-02-28")).answer_days == 60);
  CHECK(book.on(day("2026-03-01")).answer_days == 50);
  CHECK(book.on(day("2026-06-01")).answer_days == 45);
  CHECK(book.on(day("2026-06-01")).forward_days == 10);
  Settings county_wide;
  county_wide.plan_workdays = 9;
  CHECK(Rulebook::of(county.state(), county_wide).on(day("2026-06-01")).plan_workdays == 9);
}
