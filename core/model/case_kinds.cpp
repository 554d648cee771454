// Fact kinds of the county, its units and leaders, its cases and the statistics on them.
#include "core/model/kind_tables.h"

namespace core {
namespace {

using Words = std::string_view;
using enum FieldType;

constexpr bool kRequired = true;

constexpr Words kUnitTypes[] = {"township", "subdistrict", "department",
                                "vertical", "enterprise",  "park"};
constexpr Words kUnitGroups[] = {"township", "department"};
constexpr Words kRanks[] = {"county_main", "county_leader", "unit_main", "unit_deputy", "liaison"};
constexpr Words kForms[] = {"letter", "visit", "web", "phone", "mailbox"};
constexpr Words kPurposes[] = {"appeal", "advice", "accusation", "other"};
constexpr Words kGrounds[] = {
    "central_assigned",   "province_assigned",     "city_assigned",           "superior_assigned",
    "county_screened",    "city_leader_reception", "city_leader_instruction", "province_listed",
    "national_listed",    "city_listed",           "beijing_visit",           "province_collective",
    "province_individual"};
constexpr Words kRatings[] = {"satisfied", "fair", "dissatisfied", "unrated"};
constexpr Words kRatingParties[] = {"office", "unit"};
constexpr Words kResults[] = {"full", "partial", "judicial"};
constexpr Words kLevels[] = {"county_leader", "county_portfolio", "county_main"};
// Those of a ranking (contract, section 3), and what statistics sheets give beside them.
constexpr Words kIndicators[] = {"accept_on_time",
                                 "answer_on_time",
                                 "satisfied",
                                 "participated",
                                 "resolved_once",
                                 "report_on_time",
                                 "plan_in_place",
                                 "lead_resolved_on_time",
                                 "reminder_answered_on_time",
                                 "delisted_on_time",
                                 "rectified_on_time",
                                 "proposal_answered_on_time",
                                 "forward_on_time",
                                 "contacted",
                                 "published"};
constexpr Words kEngaged[] = {"met", "explained", "helped"};

constexpr FieldSpec kCountyNamed[] = {
    {"name", Text, kRequired, {}, 0, 0, "县名"},
    {"code", Text, !kRequired, {}, 0, 0, "行政区划代码"},
};

constexpr FieldSpec kUnitRegistered[] = {
    {"name", Text, kRequired, {}, 0, 0, "单位名称"},
    {"type", Code, !kRequired, kUnitTypes, 0, 0, "单位类别"},
    {"group", Code, !kRequired, kUnitGroups, 0, 0, "排名组别"},
    {"aliases", Texts, !kRequired, {}, 0, 0, "别名"},
};

constexpr FieldSpec kUnitRenamed[] = {
    {"name", Text, kRequired, {}, 0, 0, "新名称"},
    {"aliases", Texts, !kRequired, {}, 0, 0, "别名"},
};

constexpr FieldSpec kUnitRetired[] = {
    {"successor", UnitKey, !kRequired, {}, 0, 0, "承接单位"},
};

constexpr FieldSpec kOfficialAppointed[] = {
    {"name", Text, kRequired, {}, 0, 0, "姓名"},
    {"post", Text, !kRequired, {}, 0, 0, "职务"},
    {"rank", Code, kRequired, kRanks, 0, 0, "级别"},
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
    {"oversees", UnitKeys, !kRequired, {}, 0, 0, "分管单位"},
};

constexpr FieldSpec kCaseRegistered[] = {
    {"title", Text, !kRequired, {}, 0, 0, "标题"},
    {"unit", UnitKey, kRequired, {}, 0, 0, "责任单位"},
    {"form", Code, !kRequired, kForms, 0, 0, "信访形式"},
    {"purpose", Code, !kRequired, kPurposes, 0, 0, "信访目的"},
    {"category", Text, !kRequired, {}, 0, 0, "内容分类"},
    {"people", Integer, !kRequired, {}, 1, 1000000, "人数"},
    {"collective", Boolean, !kRequired, {}, 0, 0, "联名信或集体访"},
    {"first_time", Boolean, !kRequired, {}, 0, 0, "初次信访"},
    {"received_on", Day, !kRequired, {}, 0, 0, "收到日期"},
    {"petitioner", Text, !kRequired, {}, 0, 0, "信访人"},
    {"summary", Text, !kRequired, {}, 0, 0, "概况"},
    {"imported_deadline", Day, !kRequired, {}, 0, 0, "限办时间"},
};

constexpr FieldSpec kCaseGrounded[] = {
    {"ground", Code, kRequired, kGrounds, 0, 0, "包案依据"},
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
};

constexpr FieldSpec kCaseFlagged[] = {
    {"key", Boolean, !kRequired, {}, 0, 0, "重点案件"},
    {"grave", Boolean, !kRequired, {}, 0, 0, "严重不良影响"},
    {"fourfold", Any, !kRequired, {}, 0, 0, "“四重”"},
};

constexpr FieldSpec kCaseForwarded[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "承办单位"},
    {"reason", Text, !kRequired, {}, 0, 0, "说明"},
};

constexpr FieldSpec kCaseObjected[] = {
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kCaseNotified[] = {
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
};

constexpr FieldSpec kCaseAccepted[] = {
    {"unit", UnitKey, !kRequired, {}, 0, 0, "受理单位"},
};

constexpr FieldSpec kCaseDeclined[] = {
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kCaseExtended[] = {
    {"days", Integer, kRequired, {}, 1, 30, "延长日数"},
    {"approver", OfficialName, kRequired, {}, 0, 0, "批准人"},
    {"told", Boolean, !kRequired, {}, 0, 0, "已告知信访人"},
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kCaseAnswered[] = {
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
};

constexpr FieldSpec kCaseDelivered[] = {
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
};

constexpr FieldSpec kCaseReviewDecided[] = {
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
};

constexpr FieldSpec kCaseFinalDecided[] = {
    {"hearing_days", Integer, !kRequired, {}, 0, 365, "听证日数"},
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
};

constexpr FieldSpec kCaseRated[] = {
    {"party", Code, kRequired, kRatingParties, 0, 0, "被评价方"},
    {"rating", Code, kRequired, kRatings, 0, 0, "评价"},
};

constexpr FieldSpec kCaseSuspended[] = {
    {"until", Day, kRequired, {}, 0, 0, "暂停至"},
    {"approver", OfficialName, kRequired, {}, 0, 0, "批准人"},
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kCaseResumed[] = {
    {"reason", Text, !kRequired, {}, 0, 0, "说明"},
};

constexpr FieldSpec kCaseResolved[] = {
    {"how", Text, !kRequired, {}, 0, 0, "化解方式"},
    {"result", Code, !kRequired, kResults, 0, 0, "化解结果"},
};

constexpr FieldSpec kCaseClosed[] = {
    {"approver", OfficialName, kRequired, {}, 0, 0, "审批人"},
};

constexpr FieldSpec kCaseReopened[] = {
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kLeadAssigned[] = {
    {"level", Code, kRequired, kLevels, 0, 0, "包案层级"},
    {"official", OfficialKey, kRequired, {}, 0, 0, "县级包案领导"},
    {"unit_official", OfficialKey, !kRequired, {}, 0, 0, "单位包案领导"},
    {"task_force", Objects, !kRequired, {}, 0, 0, "工作专班"},
    {"plan", Text, !kRequired, {}, 0, 0, "化解方案"},
    {"resolve_by", Day, !kRequired, {}, 0, 0, "化解时限"},
};

constexpr FieldSpec kLeadHandedOver[] = {
    {"level", Code, kRequired, kLevels, 0, 0, "包案层级"},
    {"official", OfficialKey, kRequired, {}, 0, 0, "县级包案领导"},
    {"unit_official", OfficialKey, !kRequired, {}, 0, 0, "单位包案领导"},
    {"task_force", Objects, !kRequired, {}, 0, 0, "工作专班"},
    {"plan", Text, !kRequired, {}, 0, 0, "化解方案"},
    {"resolve_by", Day, !kRequired, {}, 0, 0, "化解时限"},
};

constexpr FieldSpec kLeadEngaged[] = {
    {"official", OfficialKey, !kRequired, {}, 0, 0, "包案领导"},
    {"what", Code, kRequired, kEngaged, 0, 0, "事项"},
    {"note", Text, !kRequired, {}, 0, 0, "说明"},
};

constexpr FieldSpec kReportFiled[] = {
    {"week", Week, kRequired, {}, 0, 0, "报告周"},
    {"progress", Integer, !kRequired, {}, 0, 100, "进展"},
    {"work", Text, !kRequired, {}, 0, 0, "本周工作"},
    {"problems", Text, !kRequired, {}, 0, 0, "存在问题"},
    {"next", Text, !kRequired, {}, 0, 0, "下周计划"},
    {"needs_county", Boolean, !kRequired, {}, 0, 0, "需县级协调"},
    {"read_by", OfficialName, !kRequired, {}, 0, 0, "县级领导阅签"},
};

constexpr FieldSpec kStatisticsRecorded[] = {
    {"period", Month, kRequired, {}, 0, 0, "期间"},
    {"indicator", Code, kRequired, kIndicators, 0, 0, "指标"},
    {"numerator", Integer, kRequired, {}, 0, 1'000'000'000, "分子"},
    {"denominator", Integer, kRequired, {}, 0, 1'000'000'000, "分母"},
};

constexpr KindSpec kKinds[] = {
    {"county.named", Subject::Kind::County, "", "县名登记", "", kCountyNamed},
    {"unit.registered", Subject::Kind::Unit, "unit", "单位登记", "", kUnitRegistered},
    {"unit.renamed", Subject::Kind::Unit, "unit", "单位更名", "", kUnitRenamed},
    {"unit.retired", Subject::Kind::Unit, "unit", "单位撤并", "", kUnitRetired},
    {"official.appointed", Subject::Kind::Official, "official", "领导任职", "", kOfficialAppointed},
    {"official.left", Subject::Kind::Official, "official", "领导离任", "", {}},
    {"case.registered", Subject::Kind::Case, "case", "登记", "条例17", kCaseRegistered},
    {"case.grounded", Subject::Kind::Case, "case", "列入依据", "2.2", kCaseGrounded},
    {"case.flagged", Subject::Kind::Case, "case", "标记", "3.2", kCaseFlagged},
    {"case.forwarded", Subject::Kind::Case, "case", "转送交办", "条例22", kCaseForwarded},
    {"case.objected", Subject::Kind::Case, "case", "提出异议", "条例23", kCaseObjected},
    {"case.notified", Subject::Kind::Case, "case", "告知接收情况", "条例23", kCaseNotified},
    {"case.accepted", Subject::Kind::Case, "case", "受理", "条例23", kCaseAccepted},
    {"case.declined", Subject::Kind::Case, "case", "不予受理", "条例23", kCaseDeclined},
    {"case.extended", Subject::Kind::Case, "case", "延期", "条例34", kCaseExtended},
    {"case.answered", Subject::Kind::Case, "case", "作出处理意见", "条例32", kCaseAnswered},
    {"case.delivered", Subject::Kind::Case, "case", "送达", "条例32", kCaseDelivered},
    {"case.review_requested", Subject::Kind::Case, "case", "请求复查", "条例35", {}},
    {"case.review_decided", Subject::Kind::Case, "case", "复查意见", "条例35", kCaseReviewDecided},
    {"case.final_requested", Subject::Kind::Case, "case", "请求复核", "条例36", {}},
    {"case.final_decided", Subject::Kind::Case, "case", "复核意见", "条例36", kCaseFinalDecided},
    {"case.rated", Subject::Kind::Case, "case", "评价", "3.1", kCaseRated},
    {"case.suspended", Subject::Kind::Case, "case", "暂停", "2.7", kCaseSuspended},
    {"case.resumed", Subject::Kind::Case, "case", "恢复", "2.7", kCaseResumed},
    {"case.resolved", Subject::Kind::Case, "case", "化解", "2.7", kCaseResolved},
    {"case.closed", Subject::Kind::Case, "case", "结案销号", "2.7", kCaseClosed},
    {"case.reopened", Subject::Kind::Case, "case", "重新交办", "2.7", kCaseReopened},
    {"lead.assigned", Subject::Kind::Case, "case", "明确包案领导", "2.5", kLeadAssigned},
    {"lead.handed_over", Subject::Kind::Case, "case", "包案交接", "2.5", kLeadHandedOver},
    {"lead.engaged", Subject::Kind::Case, "case", "包案领导履责", "2.8", kLeadEngaged},
    {"report.filed", Subject::Kind::Case, "case", "周报告", "2.7", kReportFiled},
    {"statistics.recorded", Subject::Kind::Unit, "unit", "统计数据", "3.1", kStatisticsRecorded},
};

}  // namespace

std::span<const KindSpec> case_kinds() { return kKinds; }

}  // namespace core
