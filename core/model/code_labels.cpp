#include <algorithm>
#include <iterator>

#include "core/model/fact_kind.h"

namespace core {
namespace {

struct CodeLabel {
  std::string_view code;
  std::string_view label;
};

constexpr CodeLabel kCodeLabels[] = {
    {"township", "乡镇"},
    {"subdistrict", "街道"},
    {"department", "县直部门"},
    {"vertical", "垂管单位"},
    {"enterprise", "县属国企"},
    {"park", "园区"},
    {"county_main", "县主要领导"},
    {"county_leader", "县级领导"},
    {"county_portfolio", "县分管领导"},
    {"unit_main", "单位主要领导"},
    {"unit_deputy", "单位分管领导"},
    {"liaison", "联络员"},
    {"letter", "来信"},
    {"visit", "来访"},
    {"web", "网上信访"},
    {"phone", "来电"},
    {"mailbox", "领导信箱"},
    {"appeal", "申诉求决"},
    {"advice", "建议意见"},
    {"accusation", "检举控告"},
    {"other", "其他"},
    {"central_assigned", "中央交办督办"},
    {"province_assigned", "省交办督办"},
    {"city_assigned", "市交办督办"},
    {"superior_assigned", "上级交办督办"},
    {"county_screened", "县级排查"},
    {"city_leader_reception", "市领导接访下访"},
    {"city_leader_instruction", "市领导批示阅批"},
    {"province_listed", "省级以上挂牌督办"},
    {"national_listed", "国家挂牌督办"},
    {"city_listed", "市级挂牌督办"},
    {"beijing_visit", "进京访"},
    {"province_collective", "到省集访"},
    {"province_individual", "到省个访"},
    {"satisfied", "满意"},
    {"fair", "基本满意"},
    {"dissatisfied", "不满意"},
    {"unrated", "未评价"},
    {"office", "信访部门"},
    {"unit", "责任单位"},
    {"full", "全部化解"},
    {"partial", "部分化解"},
    {"judicial", "转入司法程序"},
    {"met", "接谈"},
    {"explained", "政策解释"},
    {"helped", "帮扶"},
    {"monthly", "月度"},
    {"half_year", "半年"},
    {"annual", "年度"},
    {"special", "专项"},
    {"conveners", "各召集人"},
    {"county_heads", "县委县政府主要领导"},
    {"performance", "目标绩效"},
    {"personnel", "组织人事"},
    {"discipline", "纪检监察"},
    {"sms", "短信"},
    {"fixed", "整改到位"},
    {"not_fixed", "整改不到位"},
    {"grave", "严重不良影响"},
    {"two_reminders", "连续2次被提醒告知"},
    {"dispatch", "重点调度"},
    {"guidance", "专项督导"},
    {"site", "实地督查"},
    {"collective", "集中约谈"},
    {"individual", "个别约谈"},
    {"T1", "隐患排查化解稳控效果不好"},
    {"T2", "预警信息核查反馈处置不及时"},
    {"T3", "四重突出问题研判不精准、推动不到位"},
    {"T4", "专项工作推进滞后被上级点名或发函提醒"},
    {"T5", "办理不规范、终而不结"},
    {"T6", "推诿扯皮、敷衍塞责"},
    {"T7", "连续排名靠后或被专项通报"},
    {"criticised", "点名批评"},
    {"mentioned", "提及"},
    {"praised", "表扬"},
    {"upheld", "异议成立"},
    {"rejected", "异议不成立"},
    {"screening_poor", "排查化解稳控工作不细实"},
    {"late_report", "重大涉访涉稳信息报告不及时"},
    {"irregular_visit", "发生进京走访、越级访"},
    {"rectification_failed", "落实督查整改要求不到位"},
    {"bottom_streak", "连续定期通报排名靠后"},
    {"special_streak", "连续被专项通报"},
    {"target", "被约谈方"},
    {"chief", "主要召集人"},
    {"convener", "召集人"},
    {"before", "事前"},
    {"during", "事中"},
    {"after", "事后"},
    {"improve", "改进工作建议"},
    {"policy", "完善政策建议"},
    {"accountability", "追究责任建议"},
    {"yes", "采纳"},
    {"partly", "部分采纳"},
    {"no", "不采纳"},
};

}  // namespace

std::string_view code_label(std::string_view code) {
  const auto at = std::find_if(std::begin(kCodeLabels), std::end(kCodeLabels),
                               [code](const CodeLabel& entry) { return entry.code == code; });
  return at == std::end(kCodeLabels) ? code : at->label;
}

}  // namespace core
