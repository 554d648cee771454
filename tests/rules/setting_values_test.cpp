#include "core/rules/setting_access.h"

#include <doctest/doctest.h>

#include <string>

#include "core/rules/ranking/indicator.h"
#include "tests/support/facts.h"

using namespace core;
using namespace core::rules;

namespace {

bool is_table(const SettingSpec& spec) {
  return spec.type == SettingType::Integers || spec.type == SettingType::Texts ||
         spec.type == SettingType::Lists || spec.type == SettingType::Points;
}

/// A value other than the default that will do for the setting.
Value other_value(const SettingSpec& spec, const Value& now) {
  switch (spec.type) {
    case SettingType::Integer:
      return Value(*now.integer() == spec.maximum ? spec.minimum : std::int64_t{spec.maximum});
    case SettingType::Boolean:
      return Value(!*now.boolean());
    case SettingType::Word:
      if (spec.key == "report_due") return Value("weekday:2");
      return Value(spec.words[*now.text() == spec.words[0] ? 1 : 0]);
    case SettingType::Integers:
      return Fields{{"answer_on_time", 70}};
    case SettingType::Texts:
      return Fields{{"bulletin", "青山县信访工作联席会议办公室"}};
    case SettingType::Lists:
      return Fields{{"乡镇", List{"T01", "T02"}}};
    case SettingType::Points:
      break;
  }
  return Fields{{"own", Fields{{"name", "本县项目"},
                               {"clause", "7.4"},
                               {"formula", "reminded"},
                               {"direction", "deduct"},
                               {"base", 0},
                               {"points", 0.35}}}};
}

}  // namespace

TEST_CASE("settings: every one is read back as it was put in, and no other has changed") {
  const Settings defaults;
  for (const SettingSpec& spec : setting_specs()) {
    CAPTURE(std::string(spec.key));
    const Value before = value_of(defaults, spec.key);
    const Value wanted = other_value(spec, before);
    REQUIRE(setting_problem(spec.key, wanted).empty());
    Settings settings;
    set_value(settings, spec.key, wanted);
    CHECK(to_json(value_of(settings, spec.key)) == to_json(wanted));
    CHECK_FALSE(settings == defaults);
    for (const SettingSpec& other : setting_specs())
      if (other.key != spec.key)
        CHECK(to_json(value_of(settings, other.key)) == to_json(value_of(defaults, other.key)));
  }
}

TEST_CASE("settings: all values together give the settings back") {
  Settings settings;
  for (const SettingSpec& spec : setting_specs())
    set_value(settings, spec.key, other_value(spec, value_of(settings, spec.key)));
  const Result<Settings> again = with_values({}, values_of(settings));
  REQUIRE(again.ok());
  CHECK(again.value() == settings);
  CHECK(to_json(values_of(again.value())) == to_json(values_of(settings)));
  CHECK(values_of(settings).size() == setting_specs().size());
}

TEST_CASE("settings: the ends of a range are inside, the next numbers outside") {
  for (const SettingSpec& spec : setting_specs()) {
    if (spec.type != SettingType::Integer) continue;
    CAPTURE(std::string(spec.key));
    const std::int64_t lowest = spec.minimum;
    const std::int64_t highest = spec.maximum;
    CHECK(setting_problem(spec.key, lowest).empty());
    CHECK(setting_problem(spec.key, highest).empty());
    for (const Value& outside : {Value(lowest - 1), Value(highest + 1)}) {
      const std::string problem = setting_problem(spec.key, outside);
      CHECK(problem.find(spec.key) != std::string::npos);
      CHECK(problem.find("不在") != std::string::npos);
    }
  }
}

TEST_CASE("settings: a value of another type is refused for every one, by name") {
  for (const SettingSpec& spec : setting_specs()) {
    CAPTURE(std::string(spec.key));
    for (const Value& wrong : {Value(), Value(1.5), Value(List{1})}) {
      const std::string problem = setting_problem(spec.key, wrong);
      CHECK(problem.find(spec.key) != std::string::npos);
    }
    const bool takes_text = spec.type == SettingType::Word;
    if (!takes_text) CHECK_FALSE(setting_problem(spec.key, "五").empty());
  }
  CHECK(value_of({}, "no_such_setting").is_null());
  CHECK_FALSE(setting_problem("no_such_setting", 1).empty());
}

TEST_CASE("settings: of a table only the entries named change") {
  Settings settings;
  set_value(settings, "rank_weights", Fields{{"answer_on_time", 70}, {"accept_on_time", 10}});
  set_value(settings, "rank_weights", Fields{{"accept_on_time", 20}});
  CHECK(settings.rank_weights.at("answer_on_time") == 70);
  CHECK(settings.rank_weights.at("accept_on_time") == 20);
  set_value(settings, "rank_groups", Fields{{"东片", List{"T01", "T02"}}});
  set_value(settings, "rank_groups", Fields{{"东片", List{"T03"}}, {"西片", List{"T04"}}});
  CHECK(settings.rank_groups.at("东片") == std::vector<std::string>{"T03"});
  CHECK(settings.rank_groups.size() == 2);
}

TEST_CASE("settings: every table names the entry that is wrong") {
  for (const SettingSpec& spec : setting_specs()) {
    if (!is_table(spec)) continue;
    CAPTURE(std::string(spec.key));
    const std::string problem = setting_problem(spec.key, Fields{{"条目", true}});
    CHECK(problem.find("条目") != std::string::npos);
  }
}
