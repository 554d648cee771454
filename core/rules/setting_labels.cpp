#include "core/rules/setting_labels.h"

namespace core::rules {
namespace {

struct Label {
  std::string_view key;
  std::string_view text;
};

constexpr Label kLabels[] = {
    {"forward_days", "转送交办期限"},
    {"notify_days", "书面告知期限"},
    {"objection_workdays", "转办异议期限"},
    {"answer_days", "答复期限"},
    {"extension_days_max", "延期最长"},
    {"review_days", "复查期限"},
    {"final_review_days", "复核期限"},
    {"count_start_day", "起算当日计入"},
    {"roll_to_workday", "期满遇放假日顺延"},
    {"imported_deadline_wins", "以导入的限办时间为准"},
    {"hearing_days_excluded", "听证时间不计入复核期限"},
    {"lead_assign_workdays", "明确包案领导期限"},
    {"plan_workdays", "制定化解方案期限"},
    {"reopen_same_leader_months", "重启仍由原领导包案"},
    {"report_due", "周报报送日"},
    {"report_grace_days", "周报宽限"},
    {"weekly_min_workdays", "须报周报的最少工作日"},
    {"missed_reports_prompt", "连续漏报建议提醒"},
    {"bulletin_monthly_day", "月通报日"},
    {"bulletin_half_year_day", "半年通报日"},
    {"bulletin_annual_day", "年度通报日"},
    {"bulletin_objection_workdays", "通报核对期限"},
    {"bulletin_draft_required", "通报必须先拟稿核对"},
    {"bulletin_report_workdays", "通报报送期限"},
    {"rank_groups", "排名分组"},
    {"rank_min_items", "参与排名的最少件数"},
    {"rank_bottom", "后几位"},
    {"small_group_policy", "小组排名办法"},
    {"rank_pass_line", "达标线"},
    {"stand_out_least", "突出单位最少逾期"},
    {"stand_out_times", "突出单位高于平均"},
    {"rank_weights", "排名权重"},
    {"streak_length", "连续次数"},
    {"streak_reset_at_year", "跨年重新计算"},
    {"unranked_breaks_streak", "未参与排名即中断"},
    {"streak_repeat_months", "再次出现建议约谈的期间"},
    {"streak_overlap", "连续期次重叠时的算法"},
    {"special_same_topic_required", "专项通报须为同一专题"},
    {"filing_workdays", "备案期限"},
    {"alert_answer_days", "预警反馈期限"},
    {"reminder_answer_days", "提醒反馈期限"},
    {"judge_workdays", "核查期限"},
    {"count_sms", "短信计入提醒次数"},
    {"reminder_reset_on_accept", "整改到位后重新计数"},
    {"reminder_window_days", "连续提醒的间隔上限"},
    {"reminder_min_gap_workdays", "连续提醒的间隔下限"},
    {"reminders_to_list", "挂牌所需提醒次数"},
    {"supervision_notice_workdays", "挂牌通知期限"},
    {"supervision_days", "挂牌化解期限"},
    {"supervision_extension_days_max", "挂牌延期最长"},
    {"supervision_acceptance_workdays", "验收期限"},
    {"supervision_delist_workdays", "摘牌期限"},
    {"talk_step_workdays", "约谈各步期限"},
    {"talk_report_workdays", "约谈整改报告期限"},
    {"talk_report_per", "整改报告按单位或按人"},
    {"talk_return_workdays", "退回后重报期限"},
    {"inquiry_days", "责任倒查期限"},
    {"proposal_answer_days", "建议反馈期限"},
    {"assessment_day", "年度考核日"},
    {"point_sheet", "考核计分项目"},
    {"issuer", "文书署名机关"},
};

}  // namespace

std::string_view setting_label(std::string_view key) {
  for (const Label& label : kLabels)
    if (label.key == key) return label.text;
  return {};
}

}  // namespace core::rules
