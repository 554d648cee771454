#include <algorithm>
#include <iterator>

#include "core/rules/rulebook.h"

namespace core::rules {
namespace {

using Words = std::string_view;
using enum SettingType;

constexpr Words kReportDue[] = {"last_workday", "weekday:"};
constexpr Words kSmallGroups[] = {"proportional", "literal", "merge"};
constexpr Words kStreakOverlap[] = {"escalate", "consume"};
constexpr Words kReportPer[] = {"unit", "official"};

constexpr Words kLawDays = "条例规定的期限";
constexpr Words kOpen = "通知未定，可由县里调整";

constexpr SettingSpec kSpecs[] = {
    {"forward_days", "条例22", "日", kLawDays, "15", Integer, 1, 365},
    {"notify_days", "条例23", "日", kLawDays, "15", Integer, 1, 365},
    {"objection_workdays", "条例23", "个工作日", kLawDays, "5", Integer, 1, 60},
    {"answer_days", "条例34", "日", kLawDays, "60", Integer, 1, 365},
    {"extension_days_max", "条例34", "日", kLawDays, "30", Integer, 0, 30},
    {"review_days", "条例35", "日", kLawDays, "30", Integer, 1, 365},
    {"final_review_days", "条例36", "日", kLawDays, "30", Integer, 1, 365},
    {"count_start_day", "条例34", "是/否", "期间开始的当日不计入", "false", Boolean},
    {"roll_to_workday", "条例34", "是/否", "期满日为放假日的，认定逾期时顺延至次一工作日", "true",
     Boolean},
    {"imported_deadline_wins", "条例34", "是/否", "以业务系统的限办时间为准", "true", Boolean},
    {"hearing_days_excluded", "条例36", "是/否", "听证时间不计入复核期限", "true", Boolean},
    {"lead_assign_workdays", "2.1", "个工作日", kOpen, "3", Integer, 0, 60},
    {"plan_workdays", "2.5", "个工作日", kOpen, "5", Integer, 0, 60},
    {"reopen_same_leader_months", "2.5", "个月", "一包到底，短期内重启的仍由原领导包案", "12",
     Integer, 0, 120},
    {"report_due", "2.7", "", "每周最后一个工作日，调休上班的计入", "last_workday", Word, 0, 0,
     kReportDue},
    {"report_grace_days", "2.7", "日", "通知要求每周报告，不设宽限", "0", Integer, 0, 6},
    {"weekly_min_workdays", "2.7", "个工作日", "不足的周并入下一次报告", "3", Integer, 1, 5},
    {"missed_reports_prompt", "2.7", "次", "连续漏报达到次数的建议提醒", "2", Integer, 1, 52},
    {"bulletin_monthly_day", "3.3", "日", "次月该日前通报上月", "10", Integer, 1, 31},
    {"bulletin_half_year_day", "3.3", "日", "半年后首月该日前通报", "15", Integer, 1, 31},
    {"bulletin_annual_day", "3.3", "日", "次年1月该日前通报", "31", Integer, 1, 31},
    {"bulletin_objection_workdays", "3.1", "个工作日", "拟稿后供各单位核对数据", "5", Integer, 0,
     60},
    {"bulletin_draft_required", "3.1", "是/否", "通知未规定核对；拟了稿的一律核对期满再印发",
     "false", Boolean},
    {"bulletin_report_workdays", "3.3", "个工作日", kOpen, "5", Integer, 1, 60},
    {"rank_groups", "3.5", "", "乡镇和部门工作不可比，分组排名", "township / department", Lists},
    {"rank_min_items", "3.5", "件", "基数过小的不参与排名", "5", Integer, 0, 1000},
    {"rank_bottom", "3.5", "名", "通知规定的后3位", "3", Integer, 1, 20},
    {"small_group_policy", "3.5", "", "单位少的组按比例确定后几位", "proportional", Word, 0, 0,
     kSmallGroups},
    {"rank_pass_line", "3.5", "分", "达到的单位不列为后3位", "95", Integer, 0, 100},
    {"stand_out_least", "3.2", "件", "“四重”事项逾期少于该数的不算突出", "2", Integer, 1, 100},
    {"stand_out_times", "3.2", "倍", "逾期多于各单位平均数该倍的算突出", "2", Integer, 1, 10},
    {"rank_weights", "3.1", "分", "示例，由县里自定", "", Integers, 0, 100},
    {"streak_length", "3.5", "次", "通知规定的连续2次", "2", Integer, 2, 12},
    {"streak_reset_at_year", "3.5", "是/否", "通知未说跨年重新计算", "false", Boolean},
    {"unranked_breaks_streak", "3.5", "是/否", "中间一期未参与排名的不算连续", "true", Boolean},
    {"streak_repeat_months", "3.5", "个月", "期内再次出现的建议约谈", "12", Integer, 1, 60},
    {"streak_overlap", "3.5", "", "连续3次即两次达到，逐次加重；consume 为采取措施后重新计算",
     "escalate", Word, 0, 0, kStreakOverlap},
    {"special_same_topic_required", "3.5", "是/否", "通知未要求专项通报为同一专题", "false",
     Boolean},
    {"filing_workdays", "3.5", "个工作日", kOpen, "5", Integer, 1, 60},
    {"alert_answer_days", "4.2", "日", kOpen, "7", Integer, 1, 90},
    {"reminder_answer_days", "4.8", "日", kOpen, "7", Integer, 1, 90},
    {"judge_workdays", "4.8", "个工作日", kOpen, "5", Integer, 1, 60},
    {"count_sms", "5.1", "是/否", "短信和提醒函都是提醒告知", "true", Boolean},
    {"reminder_reset_on_accept", "5.1", "是/否", "核查整改到位的，其后的提醒不算连续", "true",
     Boolean},
    {"reminder_window_days", "5.1", "日", "间隔过久的不算连续", "180", Integer, 1, 3650},
    {"reminder_min_gap_workdays", "5.1", "个工作日", "一事连发不算两次", "3", Integer, 0, 60},
    {"reminders_to_list", "5.1", "次", "通知规定的连续2次", "2", Integer, 2, 12},
    {"supervision_notice_workdays", "5.2", "个工作日", kOpen, "3", Integer, 1, 60},
    {"supervision_days", "5.1", "日", "参照条例34", "60", Integer, 1, 365},
    {"supervision_extension_days_max", "5.1", "日", "参照条例34", "30", Integer, 0, 365},
    {"supervision_acceptance_workdays", "5.2", "个工作日", kOpen, "10", Integer, 1, 60},
    {"supervision_delist_workdays", "5.2", "个工作日", kOpen, "5", Integer, 1, 60},
    {"talk_step_workdays", "6.3", "个工作日", kOpen, "5", Integer, 1, 60},
    {"talk_report_workdays", "6.5", "个工作日", "通知规定的期限", "15", Integer, 1, 90},
    {"talk_report_per", "6.5", "", "以单位为被约谈对象", "unit", Word, 0, 0, kReportPer},
    {"talk_return_workdays", "6.5", "个工作日", kOpen, "5", Integer, 1, 60},
    {"inquiry_days", "7.1", "日", kOpen, "30", Integer, 1, 365},
    {"proposal_answer_days", "7.3", "日", "参照地方条例", "30", Integer, 1, 365},
    {"assessment_day", "7.4", "日", "次年1月该日前形成年度考核", "31", Integer, 1, 31},
    {"point_sheet", "7.4", "分", "示例，由县里自定", "", Points},
    {"issuer", "7.3", "", "各类文书的署名机关", "", Texts},
};

}  // namespace

std::span<const SettingSpec> setting_specs() { return kSpecs; }

const SettingSpec* find_setting(std::string_view key) {
  const auto at = std::find_if(std::begin(kSpecs), std::end(kSpecs),
                               [key](const SettingSpec& spec) { return spec.key == key; });
  return at == std::end(kSpecs) ? nullptr : at;
}

}  // namespace core::rules
