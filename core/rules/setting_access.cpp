#include "core/rules/setting_access.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/rules/ranking/indicator.h"

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
    {"stand_out_least", &Settings::stand_out_least},
    {"stand_out_times", &Settings::stand_out_times},
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
    {"bulletin_draft_required", &Settings::bulletin_draft_required},
    {"streak_reset_at_year", &Settings::streak_reset_at_year},
    {"unranked_breaks_streak", &Settings::unranked_breaks_streak},
    {"special_same_topic_required", &Settings::special_same_topic_required},
    {"count_sms", &Settings::count_sms},
    {"reminder_reset_on_accept", &Settings::reminder_reset_on_accept},
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
  std::string allowed;
  for (const std::string_view word : spec.words) {
    if (!allowed.empty()) allowed += "、";
    allowed += word;
    if (word.back() == ':') allowed += fmt::format("1至{}7", word);
  }
  return fmt::format("“{}”不在可选值内，可用的是{}", *text, allowed);
}

bool is_text_list(const Value& value) {
  return value.list() && std::all_of(value.list()->begin(), value.list()->end(),
                                     [](const Value& item) { return item.text() != nullptr; });
}

std::string entry_problem(const SettingSpec& spec, const Value& value) {
  if (spec.type == SettingType::Integers) return integer_problem(spec, value);
  if (spec.type == SettingType::Texts) return value.text() ? "" : "应为文字";
  if (spec.type == SettingType::Points) return assessment::item_problem(value);
  return is_text_list(value) ? "" : "应为文字列表";
}

std::string table_problem(const SettingSpec& spec, const Value& value) {
  if (!value.fields()) return "应为对象";
  for (const auto& [name, entry] : *value.fields()) {
    if (spec.key == "rank_weights" && !ranking::parse_indicator(name))
      return fmt::format("中没有“{}”这个指标", name);
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
      return value.boolean() ? "" : "应为是或否（true、false）";
    case SettingType::Word:
      return word_problem(spec, value);
    default:
      return table_problem(spec, value);
  }
}

constexpr std::string_view kSmallGroupWords[] = {"proportional", "literal", "merge"};

SmallGroups small_groups_of(std::string_view text) {
  if (text == "literal") return SmallGroups::Literal;
  return text == "merge" ? SmallGroups::Merge : SmallGroups::Proportional;
}

constexpr std::string_view kStreakOverlapWords[] = {"escalate", "consume"};

StreakOverlap streak_overlap_of(std::string_view text) {
  return text == "consume" ? StreakOverlap::Consume : StreakOverlap::Escalate;
}

void set_entry(Settings& settings, std::string_view key, const std::string& name,
               const Value& entry) {
  if (key == "rank_weights") settings.rank_weights[name] = static_cast<int>(*entry.integer());
  if (key == "issuer") settings.issuer[name] = *entry.text();
  if (key == "point_sheet") settings.point_sheet[name] = assessment::item_of(*entry.fields());
  if (key != "rank_groups") return;
  std::vector<std::string>& members = settings.rank_groups[name];
  members.clear();
  for (const Value& member : *entry.list()) members.push_back(*member.text());
}

Value list_value(const std::vector<std::string>& texts) {
  List list;
  for (const std::string& text : texts) list.push_back(text);
  return list;
}

template <typename Table, typename Convert>
Value table_value(const Table& table, Convert convert) {
  Fields fields;
  for (const auto& [name, entry] : table) fields.set(name, convert(entry));
  return fields;
}

std::string_view word(SmallGroups policy) {
  return kSmallGroupWords[static_cast<std::size_t>(policy)];
}

std::string_view word(StreakOverlap overlap) {
  return kStreakOverlapWords[static_cast<std::size_t>(overlap)];
}

std::string report_due_word(int weekday) {
  return weekday == 0 ? std::string("last_workday") : fmt::format("weekday:{}", weekday);
}

}  // namespace

std::string setting_problem(std::string_view key, const Value& value) {
  const SettingSpec* spec = find_setting(key);
  if (!spec) return fmt::format("没有“{}”这项设置", key);
  const std::string problem = value_problem(*spec, value);
  return problem.empty() ? problem : fmt::format("设置“{}”{}", key, problem);
}

void set_value(Settings& settings, std::string_view key, const Value& value) {
  for (const NumberOf& each : kNumbers)
    if (each.key == key) settings.*each.member = static_cast<int>(*value.integer());
  for (const SwitchOf& each : kSwitches)
    if (each.key == key) settings.*each.member = *value.boolean();
  if (key == "report_due") settings.report_weekday = weekday_of(*value.text());
  if (key == "small_group_policy") settings.small_group_policy = small_groups_of(*value.text());
  if (key == "streak_overlap") settings.streak_overlap = streak_overlap_of(*value.text());
  if (key == "talk_report_per") settings.talk_report_per_official = *value.text() == "official";
  if (!value.fields()) return;
  for (const auto& [name, entry] : *value.fields()) set_entry(settings, key, name, entry);
}

Value value_of(const Settings& settings, std::string_view key) {
  for (const NumberOf& each : kNumbers)
    if (each.key == key) return settings.*each.member;
  for (const SwitchOf& each : kSwitches)
    if (each.key == key) return settings.*each.member;
  if (key == "report_due") return report_due_word(settings.report_weekday);
  if (key == "small_group_policy") return word(settings.small_group_policy);
  if (key == "streak_overlap") return word(settings.streak_overlap);
  if (key == "talk_report_per") return settings.talk_report_per_official ? "official" : "unit";
  if (key == "rank_groups") return table_value(settings.rank_groups, list_value);
  if (key == "rank_weights") return table_value(settings.rank_weights, [](int n) { return n; });
  if (key == "issuer")
    return table_value(settings.issuer, [](const std::string& text) { return Value(text); });
  if (key == "point_sheet") return table_value(settings.point_sheet, assessment::item_json);
  return {};
}

Fields values_of(const Settings& settings) {
  Fields values;
  for (const SettingSpec& spec : setting_specs())
    values.set(spec.key, value_of(settings, spec.key));
  return values;
}

}  // namespace core::rules
