#include "core/rules/rulebook.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"

namespace core::rules {
namespace {

struct NumberOf {
  std::string_view key;
  int Settings::*member;
};
struct SwitchOf {
  std::string_view key;
  bool Settings::*member;
};

constexpr NumberOf kNumbers[] = {
    {"forward_days", &Settings::forward_days},
    {"notify_days", &Settings::notify_days},
    {"objection_workdays", &Settings::objection_workdays},
    {"answer_days", &Settings::answer_days},
    {"extension_days_max", &Settings::extension_days_max},
    {"review_days", &Settings::review_days},
    {"final_review_days", &Settings::final_review_days},
    {"lead_assign_workdays", &Settings::lead_assign_workdays},
    {"plan_workdays", &Settings::plan_workdays},
    {"report_grace_days", &Settings::report_grace_days},
    {"weekly_min_workdays", &Settings::weekly_min_workdays},
    {"missed_reports_prompt", &Settings::missed_reports_prompt},
    {"reopen_same_leader_months", &Settings::reopen_same_leader_months},
    {"bulletin_monthly_day", &Settings::bulletin_monthly_day},
    {"bulletin_half_year_day", &Settings::bulletin_half_year_day},
    {"bulletin_annual_day", &Settings::bulletin_annual_day},
    {"bulletin_objection_workdays", &Settings::bulletin_objection_workdays},
    {"bulletin_report_workdays", &Settings::bulletin_report_workdays},
    {"rank_min_items", &Settings::rank_min_items},
    {"rank_bottom", &Settings::rank_bottom},
    {"rank_pass_line", &Settings::rank_pass_line},
    {"streak_length", &Settings::streak_length},
    {"streak_repeat_months", &Settings::streak_repeat_months},
    {"filing_workdays", &Settings::filing_workdays},
    {"alert_answer_days", &Settings::alert_answer_days},
    {"reminder_answer_days", &Settings::reminder_answer_days},
    {"judge_workdays", &Settings::judge_workdays},
    {"reminder_window_days", &Settings::reminder_window_days},
    {"reminder_min_gap_workdays", &Settings::reminder_min_gap_workdays},
    {"reminders_to_list", &Settings::reminders_to_list},
    {"supervision_notice_workdays", &Settings::supervision_notice_workdays},
    {"supervision_days", &Settings::supervision_days},
    {"supervision_extension_days_max", &Settings::supervision_extension_days_max},
    {"supervision_acceptance_workdays", &Settings::supervision_acceptance_workdays},
    {"supervision_delist_workdays", &Settings::supervision_delist_workdays},
    {"talk_step_workdays", &Settings::talk_step_workdays},
    {"talk_report_workdays", &Settings::talk_report_workdays},
    {"talk_return_workdays", &Settings::talk_return_workdays},
    {"inquiry_days", &Settings::inquiry_days},
    {"proposal_answer_days", &Settings::proposal_answer_days},
    {"assessment_day", &Settings::assessment_day},
};
constexpr SwitchOf kSwitches[] = {
    {"count_start_day", &Settings::count_start_day},
    {"roll_to_workday", &Settings::roll_to_workday},
    {"imported_deadline_wins", &Settings::imported_deadline_wins},
    {"hearing_days_excluded", &Settings::hearing_days_excluded},
    {"streak_reset_at_year", &Settings::streak_reset_at_year},
    {"unranked_breaks_streak", &Settings::unranked_breaks_streak},
    {"count_sms", &Settings::count_sms},
};

std::string integer_problem(const SettingSpec& spec, const Value& value) {
  const std::int64_t* number = value.integer();
  if (!number) return "应为整数";
  if (*number < spec.minimum || *number > spec.maximum)
    return fmt::format("{}不在{}至{}之间", *number, spec.minimum, spec.maximum);
  return {};
}

// 1–7 after `weekday:`; 0 when it is not that.
int weekday_of(std::string_view text) {
  constexpr std::string_view kPrefix = "weekday:";
  if (!starts_with(text, kPrefix) || text.size() != kPrefix.size() + 1) return 0;
  const char digit = text.back();
  return digit >= '1' && digit <= '7' ? digit - '0' : 0;
}

std::string word_problem(const SettingSpec& spec, const Value& value) {
  const std::string* text = value.text();
  if (!text) return "应为文字";
  for (const std::string_view word : spec.words) {
    if (word.back() == ':' ? weekday_of(*text) != 0 : *text == word) return {};
  }
  return fmt::format("“{}”不在可选值内", *text);
}

bool is_text_list(const Value& value) {
  return value.list() && std::all_of(value.list()->begin(), value.list()->end(),
                                     [](const Value& item) { return item.text() != nullptr; });
}

std::string entry_problem(const SettingSpec& spec, const Value& value) {
  if (spec.type == SettingType::Integers) return integer_problem(spec, value);
  if (spec.type == SettingType::Texts) return value.text() ? "" : "应为文字";
  return is_text_list(value) ? "" : "应为文字列表";
}

std::string table_problem(const SettingSpec& spec, const Value& value) {
  if (!value.fields()) return "应为对象";
  for (const auto& [name, entry] : *value.fields()) {
    if (const std::string problem = entry_problem(spec, entry); !problem.empty())
      return fmt::format("中“{}”{}", name, problem);
  }
  return {};
}

// Why the value will not do; empty when it will.
std::string value_problem(const SettingSpec& spec, const Value& value) {
  switch (spec.type) {
    case SettingType::Integer:
      return integer_problem(spec, value);
    case SettingType::Boolean:
      return value.boolean() ? "" : "应为 true 或 false";
    case SettingType::Word:
      return word_problem(spec, value);
    default:
      return table_problem(spec, value);
  }
}

std::string problem_of(std::string_view key, const Value& value) {
  const SettingSpec* spec = find_setting(key);
  if (!spec) return fmt::format("没有“{}”这项设置", key);
  const std::string problem = value_problem(*spec, value);
  return problem.empty() ? problem : fmt::format("设置“{}”{}", key, problem);
}

SmallGroups small_groups_of(std::string_view text) {
  if (text == "literal") return SmallGroups::Literal;
  return text == "merge" ? SmallGroups::Merge : SmallGroups::Proportional;
}

void apply_table(Settings& settings, std::string_view key, const Fields& table) {
  for (const auto& [name, entry] : table) {
    if (key == "rank_weights") settings.rank_weights[name] = static_cast<int>(*entry.integer());
    if (key != "rank_groups") continue;
    std::vector<std::string>& members = settings.rank_groups[name];
    members.clear();
    for (const Value& member : *entry.list()) members.push_back(*member.text());
  }
}

// The value has been checked.
void apply(Settings& settings, std::string_view key, const Value& value) {
  for (const NumberOf& each : kNumbers)
    if (each.key == key) settings.*each.member = static_cast<int>(*value.integer());
  for (const SwitchOf& each : kSwitches)
    if (each.key == key) settings.*each.member = *value.boolean();
  if (key == "report_due") settings.report_weekday = weekday_of(*value.text());
  if (key == "small_group_policy") settings.small_group_policy = small_groups_of(*value.text());
  if (key == "talk_report_per") settings.talk_report_per_official = *value.text() == "official";
  if (value.fields()) apply_table(settings, key, *value.fields());
}

struct Activation {
  Date from;
  const Fields* values;
};

std::vector<Activation> activations(const State& state) {
  std::vector<Activation> found;
  for (const OtherFact& other : state.other_facts()) {
    const Fact& fact = other.fact.fact;
    const Value* values = fact.fields.find("settings");
    if (fact.kind != "rulebook.activated" || !values || !values->fields()) continue;
    found.push_back({parse_date(fact.fields.text("from")).value_or(fact.on), values->fields()});
  }
  // Stable: of two for one day the one recorded later holds.
  std::stable_sort(found.begin(), found.end(),
                   [](const Activation& a, const Activation& b) { return a.from < b.from; });
  return found;
}

}  // namespace

Result<Settings> with_values(const Settings& base, const Fields& values) {
  Settings settings = base;
  for (const auto& [key, value] : values) {
    if (std::string problem = problem_of(key, value); !problem.empty())
      return Error{ErrorCode::InvalidInput, std::move(problem)};
    apply(settings, key, value);
  }
  return settings;
}

Rulebook Rulebook::of(const State& state, const Settings& always) {
  Rulebook book(always);
  Settings current = always;
  for (const Activation& each : activations(state)) {
    for (const auto& [key, value] : *each.values) {
      if (problem_of(key, value).empty()) apply(current, key, value);
    }
    book.dated_.push_back({each.from, current});
  }
  return book;
}

Result<Rulebook> Rulebook::overridden(const Fields& values) const {
  Rulebook book = *this;
  CORE_ASSIGN(book.always_, with_values(always_, values));
  for (Dated& each : book.dated_) {
    CORE_ASSIGN(each.settings, with_values(each.settings, values));
  }
  return book;
}

Rulebook Rulebook::changed(Settings (*change)(Settings)) const {
  Rulebook book = *this;
  book.always_ = change(always_);
  for (Dated& each : book.dated_) each.settings = change(each.settings);
  return book;
}

const Settings& Rulebook::dated_on(Date day) const {
  const auto after =
      std::upper_bound(dated_.begin(), dated_.end(), day,
                       [](Date wanted, const Dated& entry) { return wanted < entry.from; });
  return after == dated_.begin() ? always_ : std::prev(after)->settings;
}

}  // namespace core::rules
