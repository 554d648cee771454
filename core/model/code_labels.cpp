#include <algorithm>
#include <iterator>

#include "core/model/code_labels.h"
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
    {"bulletin", "通报"},
    {"talk", "约谈"},
    {"reminder", "提醒"},
    {"assessment", "年度考核"},
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
    {"条例42(1)", "超越或者滥用职权（条例42(1)）"},
    {"条例42(2)", "应当作为而不作为（条例42(2)）"},
    {"条例42(3)", "适用法律、法规错误或者违反法定程序（条例42(3)）"},
    {"条例42(4)", "拒不执行支持信访请求的意见（条例42(4)）"},
    {"条例43", "信访部门未按规定登记、转送、交办或者未履行督办职责（条例43）"},
    {"条例44(1)", "不按照规定登记（条例44(1)）"},
    {"条例44(2)", "属于职权范围不予受理（条例44(2)）"},
    {"条例44(3)", "未在规定期限内书面告知是否受理（条例44(3)）"},
    {"条例45(1)", "推诿、敷衍、拖延办理或者未按期办结（条例45(1)）"},
    {"条例45(2)", "应当支持的投诉请求未予支持（条例45(2)）"},
    {"条例45(3)", "对改进工作、完善政策等建议重视不够、落实不力（条例45(3)）"},
    {"条例45(4)", "其他不履行或者不正确履行处理职责（条例45(4)）"},
    {"条例46(1)", "对待信访人态度恶劣、作风粗暴（条例46(1)）"},
    {"条例46(2)", "吃拿卡要、谋取私利（条例46(2)）"},
    {"条例46(3)", "处置不力导致事态扩大（条例46(3)）"},
    {"条例46(4)", "隐瞒、谎报、缓报重大、紧急信访信息或者未及时采取措施（条例46(4)）"},
    {"条例46(5)", "透露、转送检举揭发材料（条例46(5)）"},
    {"条例46(6)", "打击报复信访人（条例46(6)）"},
    {"条例46(7)", "其他违规违纪违法情形（条例46(7)）"},
    {"improve", "改进工作建议"},
    {"policy", "完善政策建议"},
    {"accountability", "追究责任建议"},
    {"yes", "采纳"},
    {"partly", "部分采纳"},
    {"no", "不采纳"},
};

struct FieldLabel {
  std::string_view field;
  CodeLabel entry;
};

// Codes of one field alone, and those that mean something else in it than elsewhere.
constexpr FieldLabel kFieldLabels[] = {
    {"channel", {"letter", "提醒函"}},
    {"side", {"office", "约谈方"}},
    {"fourfold", {"area", "重点领域"}},
    {"fourfold", {"issue", "重点问题"}},
    {"fourfold", {"person", "重点人员"}},
    {"fourfold", {"group", "重点群体"}},
    {"indicator", {"accept_on_time", "及时受理率"}},
    {"indicator", {"answer_on_time", "按期答复率"}},
    {"indicator", {"satisfied", "满意率"}},
    {"indicator", {"participated", "参评率"}},
    {"indicator", {"resolved_once", "一次性化解率"}},
    {"indicator", {"report_on_time", "周报按时率"}},
    {"indicator", {"plan_in_place", "化解方案到位率"}},
    {"indicator", {"lead_resolved_on_time", "包案按期化解率"}},
    {"indicator", {"reminder_answered_on_time", "提醒按期反馈率"}},
    {"indicator", {"delisted_on_time", "挂牌按期摘牌率"}},
    {"indicator", {"rectified_on_time", "约谈整改按期报告率"}},
    {"indicator", {"proposal_answered_on_time", "建议按期反馈率"}},
    {"indicator", {"forward_on_time", "转送按期率"}},
    {"indicator", {"contacted", "办理联系率"}},
    {"indicator", {"published", "公开率"}},
    {"as", {"cases", "事项"}},
    {"as", {"units", "单位"}},
    {"as", {"officials", "人员"}},
    {"as", {"leads", "包案"}},
    {"as", {"reports", "周报"}},
    {"as", {"statistics", "统计"}},
    {"as", {"unknown", "未识别"}},
    {"reason", {"not_throughout", "期内新设或撤销"}},
    {"reason", {"too_few_items", "件数不足"}},
    {"reason", {"nothing_rated", "本期无应评事项"}},
    {"reason", {"no_group", "未列入排名组"}},
};

// 7.3 speaks of the three proposals by the names of 2005.
constexpr CodeLabel kNoticeNames[] = {
    {"policy", "完善政策解决问题建议"},
    {"accountability", "给予行政处分建议"},
    {"accountability", "行政处分建议"},
};

/// The three proposals are named with and without the word.
bool is_named(std::string_view label, std::string_view name) {
  constexpr std::string_view kProposal = "建议";
  return label == name ||
         (label.ends_with(kProposal) && label.substr(0, label.size() - kProposal.size()) == name);
}

}  // namespace

std::string_view code_label(std::string_view code) {
  const auto at = std::find_if(std::begin(kCodeLabels), std::end(kCodeLabels),
                               [code](const CodeLabel& entry) { return entry.code == code; });
  return at == std::end(kCodeLabels) ? code : at->label;
}

std::string_view code_label_in(std::string_view field, std::string_view code) {
  for (const FieldLabel& own : kFieldLabels)
    if (own.field == field && own.entry.code == code) return own.entry.label;
  return code_label(code);
}

std::string_view code_called(std::span<const std::string_view> codes, std::string_view name) {
  for (const std::string_view code : codes) {
    if (is_named(code_label(code), name)) return code;
    for (const CodeLabel& old : kNoticeNames)
      if (old.code == code && is_named(old.label, name)) return code;
  }
  return {};
}

std::string_view code_called_in(std::string_view field, std::span<const std::string_view> codes,
                                std::string_view name) {
  for (const std::string_view code : codes)
    if (is_named(code_label_in(field, code), name)) return code;
  return code_called(codes, name);
}

}  // namespace core
