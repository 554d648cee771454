// Fact kinds of the measures of clauses 3 to 7, and of the ledger itself.
#include "core/model/kind_tables.h"
#include "core/model/measure_words.h"

namespace core {
namespace {

using namespace measure_words;
using enum FieldType;

constexpr bool kRequired = true;

constexpr std::span kCountyHeads{kReportedTo.data() + 1, 1};

constexpr FieldSpec kBulletinDrafted[] = {
    {"series", Code, kRequired, kSeries, 0, 0, "系列"},
    {"period", Month, !kRequired, {}, 0, 0, "期间"},
    {"scope", UnitKeys, !kRequired, {}, 0, 0, "范围"},
    {"units", Objects, !kRequired, {}, 0, 0, "单位"},
    {"supervisions", Objects, !kRequired, {}, 0, 0, "挂牌督办"},
    {"topic", Text, !kRequired, {}, 0, 0, "专题"},
};

constexpr FieldSpec kBulletinObjected[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"reason", Text, kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kBulletinObjectionDecided[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"result", Code, kRequired, kUpheld, 0, 0, "处理结论"},
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kBulletinIssued[] = {
    {"series", Code, kRequired, kSeries, 0, 0, "系列"},
    {"number", Text, !kRequired, {}, 0, 0, "文号"},
    {"period", Month, !kRequired, {}, 0, 0, "期间"},
    {"scope", UnitKeys, !kRequired, {}, 0, 0, "范围"},
    {"units", Objects, !kRequired, {}, 0, 0, "单位"},
    {"supervisions", Objects, !kRequired, {}, 0, 0, "挂牌督办"},
    {"grave", Boolean, !kRequired, {}, 0, 0, "重大情况"},
    {"topic", Text, !kRequired, {}, 0, 0, "专题"},
    {"frozen", Any, !kRequired, {}, 0, 0, "冻结"},
};

constexpr FieldSpec kBulletinWithdrawn[] = {
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kBulletinReported[] = {
    {"to", Code, kRequired, kReportedTo, 0, 0, "报送对象"},
};

constexpr FieldSpec kFilingSent[] = {
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
    {"to", Code, kRequired, kFilingTo, 0, 0, "备案部门"},
    {"measure_kind", Code, !kRequired, kFiledMeasures, 0, 0, "措施种类"},
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
};

constexpr FieldSpec kReminderIssued[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"case", CaseKey, !kRequired, {}, 0, 0, "事项"},
    {"reason", Code, kRequired, kReasons, 0, 0, "情形"},
    {"channel", Code, kRequired, kChannels, 0, 0, "方式"},
    {"text", Text, !kRequired, {}, 0, 0, "内容"},
    {"answer_by", Day, !kRequired, {}, 0, 0, "反馈期限"},
    {"measure", Text, !kRequired, {}, 0, 0, "所涉措施编号"},
};

constexpr FieldSpec kReminderAnswered[] = {
    {"text", Text, !kRequired, {}, 0, 0, "内容"},
};

constexpr FieldSpec kReminderJudged[] = {
    {"result", Code, kRequired, kJudged, 0, 0, "结论"},
};

constexpr FieldSpec kAlertAssigned[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"about", Text, !kRequired, {}, 0, 0, "事由"},
    {"answer_by", Day, !kRequired, {}, 0, 0, "反馈期限"},
};

constexpr FieldSpec kAlertAnswered[] = {
    {"about", Text, !kRequired, {}, 0, 0, "内容"},
};

constexpr FieldSpec kCampaignStarted[] = {
    {"units", UnitKeys, !kRequired, {}, 0, 0, "单位"},
    {"about", Text, !kRequired, {}, 0, 0, "事由"},
    {"due", Day, !kRequired, {}, 0, 0, "期限"},
};

constexpr FieldSpec kCampaignProgressed[] = {
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
    {"units", UnitKeys, !kRequired, {}, 0, 0, "单位"},
    {"progress", Integer, !kRequired, {}, 0, 100, "进度"},
    {"about", Text, !kRequired, {}, 0, 0, "内容"},
};

constexpr FieldSpec kCampaignNamed[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"named_by", Text, !kRequired, {}, 0, 0, "点名机关"},
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
};

constexpr FieldSpec kSupervisionOpened[] = {
    {"case", CaseKey, kRequired, {}, 0, 0, "事项"},
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"ground", Code, kRequired, kSupervisionGrounds, 0, 0, "挂牌理由"},
    {"reason", Text, !kRequired, {}, 0, 0, "说明"},
    {"reminders", Texts, !kRequired, {}, 0, 0, "提醒编号"},
    {"approver", OfficialName, !kRequired, {}, 0, 0, "批准人"},
    {"resolve_by", Day, !kRequired, {}, 0, 0, "化解期限"},
};

constexpr FieldSpec kSupervisionNotified[] = {
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
};

constexpr FieldSpec kSupervisionInspected[] = {
    {"how", Code, kRequired, kInspections, 0, 0, "形式"},
    {"note", Text, !kRequired, {}, 0, 0, "情况"},
};

constexpr FieldSpec kSupervisionExtended[] = {
    {"days", Integer, !kRequired, {}, 1, 365, "日数"},
    {"approver", OfficialName, kRequired, {}, 0, 0, "批准人"},
};

constexpr FieldSpec kSupervisionAccepted[] = {
    {"panel", Texts, !kRequired, {}, 0, 0, "验收组"},
};

constexpr FieldSpec kSupervisionReturned[] = {
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kSupervisionDelisted[] = {
    {"approver", OfficialName, !kRequired, {}, 0, 0, "批准人"},
    {"document", Text, !kRequired, {}, 0, 0, "文号"},
};

constexpr FieldSpec kTalkOpened[] = {
    {"ground", Code, kRequired, kTalkGrounds, 0, 0, "情形"},
    {"reason", Text, !kRequired, {}, 0, 0, "说明"},
    {"units", UnitKeys, kRequired, {}, 0, 0, "单位"},
    {"form", Code, !kRequired, kTalkForms, 0, 0, "形式"},
    {"convener", Code, !kRequired, kConveners, 0, 0, "召集人"},
    {"case", CaseKey, !kRequired, {}, 0, 0, "事项"},
};

constexpr FieldSpec kTalkGroupFormed[] = {
    {"leader", OfficialName, !kRequired, {}, 0, 0, "组长"},
    {"members", Texts, !kRequired, {}, 0, 0, "成员"},
};

constexpr FieldSpec kTalkTargetsSet[] = {
    {"targets", Objects, !kRequired, {}, 0, 0, "对象"},
};

constexpr FieldSpec kTalkNotified[] = {
    {"place", Text, !kRequired, {}, 0, 0, "地点"},
};

constexpr FieldSpec kTalkHeld[] = {
    {"minutes", Text, !kRequired, {}, 0, 0, "纪要"},
};

constexpr FieldSpec kTalkSigned[] = {
    {"side", Code, kRequired, kSides, 0, 0, "一方"},
    {"official", OfficialName, !kRequired, {}, 0, 0, "签字人"},
    {"refused", Boolean, !kRequired, {}, 0, 0, "拒签"},
    {"document", Text, !kRequired, {}, 0, 0, "签字件"},
};

constexpr FieldSpec kTalkReported[] = {
    {"to", Code, kRequired, kCountyHeads, 0, 0, "报告对象"},
};

constexpr FieldSpec kTalkRectified[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"official", OfficialName, !kRequired, {}, 0, 0, "被约谈人"},
};

constexpr FieldSpec kTalkRectificationJudged[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"official", OfficialName, !kRequired, {}, 0, 0, "被约谈人"},
    {"result", Code, kRequired, kJudged, 0, 0, "结论"},
};

constexpr FieldSpec kInquiryOpened[] = {
    {"ground", Text, kRequired, {}, 0, 0, "情形"},
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
    {"case", CaseKey, !kRequired, {}, 0, 0, "事项"},
};

constexpr FieldSpec kInquiryFound[] = {
    {"phase", Code, kRequired, kPhases, 0, 0, "环节"},
    {"finding", Text, kRequired, {}, 0, 0, "发现"},
    {"articles", Codes, !kRequired, kAccountabilityGrounds, 0, 0, "追责情形"},
};

constexpr FieldSpec kInquiryConcluded[] = {
    {"finding", Text, !kRequired, {}, 0, 0, "结论"},
};

constexpr FieldSpec kRectificationOrdered[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"due", Day, kRequired, {}, 0, 0, "期限"},
    {"reason", Text, !kRequired, {}, 0, 0, "事由"},
};

constexpr FieldSpec kRectificationReported[] = {
    {"unit", UnitKey, !kRequired, {}, 0, 0, "单位"},
};

constexpr FieldSpec kProposalIssued[] = {
    {"type", Code, kRequired, kProposals, 0, 0, "类型"},
    {"to", Text, kRequired, {}, 0, 0, "主送"},
    {"unit", UnitKey, !kRequired, {}, 0, 0, "所涉单位"},
    {"case", CaseKey, !kRequired, {}, 0, 0, "事项"},
    {"articles", Texts, !kRequired, {}, 0, 0, "依据条款"},
    {"answer_by", Day, !kRequired, {}, 0, 0, "反馈期限"},
};

constexpr FieldSpec kProposalAnswered[] = {
    {"adopted", Code, kRequired, kAdopted, 0, 0, "采纳"},
    {"reason", Text, !kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kAssessmentIssued[] = {
    {"year", Integer, kRequired, {}, 2000, 2100, "年度"},
    {"units", Objects, kRequired, {}, 0, 0, "单位"},
    {"frozen", Any, !kRequired, {}, 0, 0, "冻结"},
};

constexpr FieldSpec kAssessmentObjected[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"item", Text, !kRequired, {}, 0, 0, "计分项目"},
    {"reason", Text, kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kAssessmentDecided[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"result", Code, kRequired, kUpheld, 0, 0, "处理结论"},
    {"reason", Text, kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kExperienceSubmitted[] = {
    {"unit", UnitKey, kRequired, {}, 0, 0, "单位"},
    {"text", Text, kRequired, {}, 0, 0, "内容"},
};

constexpr FieldSpec kPromptDeclined[] = {
    {"reason", Text, kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kFactCorrected[] = {
    {"fact", FactId, kRequired, {}, 0, 0, "事实"},
    {"with", Any, kRequired, {}, 0, 0, "更正内容"},
    {"reason", Text, kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kFactRetracted[] = {
    {"fact", FactId, kRequired, {}, 0, 0, "事实"},
    {"reason", Text, kRequired, {}, 0, 0, "理由"},
};

constexpr FieldSpec kRulebookActivated[] = {
    {"settings", Any, kRequired, {}, 0, 0, "设置"},
    {"from", Day, kRequired, {}, 0, 0, "生效日期"},
    {"approver", OfficialName, kRequired, {}, 0, 0, "批准人"},
    {"examples", Objects, !kRequired, {}, 0, 0, "示例"},
};

constexpr FieldSpec kCalendarPublished[] = {
    {"year", Integer, kRequired, {}, 2000, 2100, "年度"},
    {"holidays", Days, kRequired, {}, 0, 0, "放假日"},
    {"workdays", Days, !kRequired, {}, 0, 0, "调休上班日"},
    {"source", Text, kRequired, {}, 0, 0, "来源"},
};

constexpr FieldSpec kImportRecorded[] = {
    {"file", Text, kRequired, {}, 0, 0, "文件"},
    {"digest", Text, !kRequired, {}, 0, 0, "摘要"},
    {"as", Texts, !kRequired, {}, 0, 0, "类别"},
    {"rows", Integer, !kRequired, {}, 0, 1'000'000'000, "行数"},
    {"added", Integer, !kRequired, {}, 0, 1'000'000'000, "新增"},
    {"updated", Integer, !kRequired, {}, 0, 1'000'000'000, "更新"},
    {"unchanged", Integer, !kRequired, {}, 0, 1'000'000'000, "未变"},
    {"refused", Integer, !kRequired, {}, 0, 1'000'000'000, "拒绝"},
    {"skipped", Integer, !kRequired, {}, 0, 1'000'000'000, "跳过"},
};

constexpr KindSpec kKinds[] = {
    {"bulletin.drafted", Subject::Kind::Bulletin, "bulletin", "通报拟稿", "3.1", kBulletinDrafted},
    {"bulletin.objected", Subject::Kind::Bulletin, "bulletin", "通报异议", "3.1",
     kBulletinObjected},
    {"bulletin.objection_decided", Subject::Kind::Bulletin, "bulletin", "异议处理", "3.1",
     kBulletinObjectionDecided},
    {"bulletin.issued", Subject::Kind::Bulletin, "bulletin", "通报印发", "3.1", kBulletinIssued},
    {"bulletin.withdrawn", Subject::Kind::Bulletin, "bulletin", "通报撤回", "3.1",
     kBulletinWithdrawn},
    {"bulletin.reported", Subject::Kind::Bulletin, "bulletin", "通报报送", "3.3",
     kBulletinReported},
    {"filing.sent", Subject::Kind::Filing, "measure", "报送备案", "3.5", kFilingSent},
    {"reminder.issued", Subject::Kind::Reminder, "reminder", "提醒告知", "4.7", kReminderIssued},
    {"reminder.received", Subject::Kind::Reminder, "reminder", "提醒签收", "4.8", {}},
    {"reminder.answered", Subject::Kind::Reminder, "reminder", "提醒反馈", "4.8",
     kReminderAnswered},
    {"reminder.judged", Subject::Kind::Reminder, "reminder", "提醒核查", "4.8", kReminderJudged},
    {"alert.assigned", Subject::Kind::Alert, "alert", "预警交办", "4.2", kAlertAssigned},
    {"alert.answered", Subject::Kind::Alert, "alert", "预警反馈", "4.2", kAlertAnswered},
    {"campaign.started", Subject::Kind::Campaign, "campaign", "专项工作部署", "4.4",
     kCampaignStarted},
    {"campaign.progressed", Subject::Kind::Campaign, "campaign", "专项工作进展", "4.4",
     kCampaignProgressed},
    {"campaign.named", Subject::Kind::Campaign, "campaign", "被上级点名", "4.4", kCampaignNamed},
    {"supervision.opened", Subject::Kind::Supervision, "supervision", "挂牌立案", "5.1",
     kSupervisionOpened},
    {"supervision.notified", Subject::Kind::Supervision, "supervision", "挂牌通知", "5.2",
     kSupervisionNotified},
    {"supervision.inspected", Subject::Kind::Supervision, "supervision", "督查", "5.3",
     kSupervisionInspected},
    {"supervision.extended", Subject::Kind::Supervision, "supervision", "挂牌延期", "5.2",
     kSupervisionExtended},
    {"supervision.acceptance_requested",
     Subject::Kind::Supervision,
     "supervision",
     "申请验收",
     "5.2",
     {}},
    {"supervision.accepted", Subject::Kind::Supervision, "supervision", "验收通过", "5.2",
     kSupervisionAccepted},
    {"supervision.returned", Subject::Kind::Supervision, "supervision", "验收退回", "5.2",
     kSupervisionReturned},
    {"supervision.delisted", Subject::Kind::Supervision, "supervision", "摘牌销号", "5.2",
     kSupervisionDelisted},
    {"talk.opened", Subject::Kind::Talk, "talk", "约谈立项", "6.1", kTalkOpened},
    {"talk.group_formed", Subject::Kind::Talk, "talk", "成立约谈小组", "6.3", kTalkGroupFormed},
    {"talk.targets_set", Subject::Kind::Talk, "talk", "明确约谈对象", "6.3", kTalkTargetsSet},
    {"talk.notified", Subject::Kind::Talk, "talk", "告知约谈事项", "6.3", kTalkNotified},
    {"talk.held", Subject::Kind::Talk, "talk", "组织约谈", "6.3", kTalkHeld},
    {"talk.signed", Subject::Kind::Talk, "talk", "约谈签字", "6.3", kTalkSigned},
    {"talk.reported", Subject::Kind::Talk, "talk", "约谈情况报告", "6.4", kTalkReported},
    {"talk.rectified", Subject::Kind::Talk, "talk", "整改落实报告", "6.5", kTalkRectified},
    {"talk.rectification_judged", Subject::Kind::Talk, "talk", "整改核查", "6.5",
     kTalkRectificationJudged},
    {"inquiry.opened", Subject::Kind::Inquiry, "inquiry", "责任倒查立项", "7.1", kInquiryOpened},
    {"inquiry.found", Subject::Kind::Inquiry, "inquiry", "倒查发现", "7.1", kInquiryFound},
    {"inquiry.concluded", Subject::Kind::Inquiry, "inquiry", "倒查结论", "7.1", kInquiryConcluded},
    {"rectification.ordered", Subject::Kind::Rectification, "rectification", "责令限期整改", "7.2",
     kRectificationOrdered},
    {"rectification.reported", Subject::Kind::Rectification, "rectification", "整改报告", "7.2",
     kRectificationReported},
    {"proposal.issued", Subject::Kind::Proposal, "proposal", "提出建议", "7.3", kProposalIssued},
    {"proposal.answered", Subject::Kind::Proposal, "proposal", "建议反馈", "7.3",
     kProposalAnswered},
    {"assessment.issued", Subject::Kind::Assessment, "year", "年度考核", "7.4", kAssessmentIssued},
    {"assessment.objected", Subject::Kind::Assessment, "year", "考核异议", "7.4",
     kAssessmentObjected},
    {"assessment.objection_decided", Subject::Kind::Assessment, "year", "考核异议处理", "7.4",
     kAssessmentDecided},
    {"experience.submitted", Subject::Kind::Other, "", "经验做法和意见建议", "7.5",
     kExperienceSubmitted},
    {"prompt.declined", Subject::Kind::Other, "prompt", "不采纳建议", "", kPromptDeclined},
    {"fact.corrected", Subject::Kind::Other, "", "更正", "", kFactCorrected},
    {"fact.retracted", Subject::Kind::Other, "", "撤回", "", kFactRetracted},
    {"rulebook.activated", Subject::Kind::Other, "", "规则启用", "", kRulebookActivated},
    {"calendar.published", Subject::Kind::Other, "", "公布放假安排", "", kCalendarPublished},
    {"import.recorded", Subject::Kind::Other, "", "导入台账", "", kImportRecorded},
};

}  // namespace

std::span<const KindSpec> measure_kinds() { return kKinds; }

}  // namespace core
