#include "core/rules/setting_access.h"

#include <doctest/doctest.h>

using namespace core;
using namespace core::rules;

TEST_CASE("setting access: every setting is read, written and found again") {
  Settings settings;
  for (const SettingSpec& spec : setting_specs()) {
    CAPTURE(std::string(spec.key));
    const Value value = value_of(settings, spec.key);
    CHECK(setting_problem(spec.key, value).empty());
    set_value(settings, spec.key, value);
    CHECK(settings == Settings{});
  }
  const Result<Settings> again = with_values(Settings{}, values_of(settings));
  REQUIRE(again.ok());
  CHECK(again.value() == settings);
}

TEST_CASE("setting access: an integer changes its setting alone, and only within its range") {
  for (const SettingSpec& spec : setting_specs()) {
    if (spec.type != SettingType::Integer) continue;
    CAPTURE(std::string(spec.key));
    for (const std::int64_t each : {spec.minimum, spec.maximum}) {
      CHECK(setting_problem(spec.key, Value(each)).empty());
      Settings changed;
      set_value(changed, spec.key, Value(each));
      for (const SettingSpec& other : setting_specs()) {
        const Value expected =
            other.key == spec.key ? Value(each) : value_of(Settings{}, other.key);
        CHECK(value_of(changed, other.key) == expected);
      }
    }
    for (const std::int64_t each : {spec.minimum - 1, spec.maximum + 1})
      CHECK(setting_problem(spec.key, Value(each)).find(spec.key) != std::string::npos);
    CHECK_FALSE(setting_problem(spec.key, Value("60")).empty());
  }
}

TEST_CASE("setting access: a weight names an indicator there is") {
  CHECK(setting_problem("rank_weights", Fields{{"answer_on_time", 30}}).empty());
  const std::string problem =
      setting_problem("rank_weights", Fields{{"answer_on_time", 30}, {"volume", 10}});
  CHECK(problem.find("rank_weights") != std::string::npos);
  CHECK(problem.find("volume") != std::string::npos);
  CHECK_FALSE(with_values(Settings{}, Fields{{"rank_weights", Fields{{"volume", 1}}}}).ok());
}

TEST_CASE("setting access: tables take entry by entry and keep the others") {
  Settings settings;
  set_value(settings, "rank_weights", Fields{{"answer_on_time", 30}});
  set_value(settings, "rank_weights", Fields{{"plan_in_place", 5}});
  CHECK(settings.rank_weights.size() == 2);
  set_value(settings, "rank_groups", Fields{{"一组", List{"T01", "T02"}}});
  set_value(settings, "rank_groups", Fields{{"一组", List{"T03"}}});
  CHECK(settings.rank_groups.at("一组") == std::vector<std::string>{"T03"});
}

TEST_CASE("setting access: words outside the list and keys nobody knows are refused by name") {
  CHECK(setting_problem("report_due", Value("weekday:5")).empty());
  CHECK_FALSE(setting_problem("report_due", Value("weekday:8")).empty());
  CHECK_FALSE(setting_problem("report_due", Value("friday")).empty());
  CHECK(setting_problem("small_group_policy", Value("merge")).empty());
  CHECK_FALSE(setting_problem("small_group_policy", Value("none")).empty());
  CHECK(setting_problem("no_such", Value(1)).find("no_such") != std::string::npos);
  CHECK(value_of(Settings{}, "no_such") == Value());
}
